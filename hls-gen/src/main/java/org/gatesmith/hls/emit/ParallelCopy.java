package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assignments that happen at the same time, such as those from one iteration of a loop to the next, put into an order in which
 * no assignment destroys what a later one reads. Where they read each other in a circle, one value is kept aside.
 */
final class ParallelCopy {

    /**
     * One assignment.
     *
     * @param reads the variables that its value is computed from
     */
    record Copy(Variable target, Expression value, Set<Variable> reads) {}

    /**
     * One step of the ordered sequence.
     *
     * @param aside whether the value goes to a variable of its own, to be assigned by the step with the same copy later on
     */
    record Step(Copy copy, boolean aside) {}

    private ParallelCopy() {}

    static List<Step> order(List<Copy> copies) {
        List<Step> steps = new ArrayList<>();
        List<Copy> reading = new ArrayList<>(copies);
        List<Copy> waiting = new ArrayList<>(copies);
        while (!waiting.isEmpty()) {
            Copy free = firstFree(waiting, reading);
            if (free == null) {
                Copy kept =
                        waiting.stream().filter(reading::contains).findFirst().orElseThrow();
                steps.add(new Step(kept, true));
                reading.remove(kept);
            } else {
                steps.add(new Step(free, false));
                reading.remove(free);
                waiting.remove(free);
            }
        }
        return steps;
    }

    /** A copy whose target no other copy has still to read. */
    private static @Nullable Copy firstFree(List<Copy> waiting, List<Copy> reading) {
        return waiting.stream()
                .filter(copy -> reading.stream()
                        .noneMatch(other -> other != copy && other.reads().contains(copy.target())))
                .findFirst()
                .orElse(null);
    }
}
