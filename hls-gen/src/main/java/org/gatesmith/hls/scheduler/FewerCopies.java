package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.Op;

/**
 * The change of directives after which code is there less often.
 *
 * @param most copies that there may be
 */
record FewerCopies(RepeatedCode code, long most) {

    /** What to change; nothing if no change of directives is enough. */
    Optional<String> text() {
        return pipelineInside().or(this::unrollLess);
    }

    /** Pipelining a loop further in: what is around it then runs one iteration after another. */
    private Optional<String> pipelineInside() {
        List<RepeatedCode.Unrolled> loops = code.loops();
        List<RepeatedCode.Unrolled> around =
                loops.stream().filter(unrolled -> unrolled.pipeline() == null).toList();
        for (int place = around.size(); place < loops.size(); place++) {
            List<RepeatedCode.Unrolled> left = new ArrayList<>(around);
            left.addAll(loops.subList(place + 1, loops.size()));
            Op.For inner = loops.get(place).loop();
            Op.For outer = loops.get(place).pipeline();
            if (outer != null && RepeatedCode.product(left) <= most) {
                return Optional.of("pipeline " + inner.label()
                        + (inner.directives().unrollFactor() == 1 ? "" : ", without @Unroll,") + " instead of "
                        + outer.label() + ", which leaves " + copies(RepeatedCode.product(left)));
            }
        }
        return Optional.empty();
    }

    private static String copies(long count) {
        return count == 1 ? "one copy" : count + " copies";
    }

    /** Smaller factors, of the outer loops first. */
    private Optional<String> unrollLess() {
        List<String> changes = new ArrayList<>();
        long left = most;
        for (RepeatedCode.Unrolled unrolled : code.loops().reversed()) {
            if (unrolled.copies() <= left) {
                left /= unrolled.copies();
            } else if (unrolled.pipeline() != null) {
                return Optional.empty();
            } else {
                changes.addFirst(
                        left > 1
                                ? "unroll " + unrolled.loop().label() + " by a smaller factor, at most "
                                        + divisor(unrolled.copies(), left)
                                : "do not unroll " + unrolled.loop().label());
                left = 1;
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", changes));
    }

    /** The largest number up to {@code most} that divides a number: with another factor, copies would have to be skipped in the end. */
    private static long divisor(long number, long most) {
        long divisor = most;
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }
}
