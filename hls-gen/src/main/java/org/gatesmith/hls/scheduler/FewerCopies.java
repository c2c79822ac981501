package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;

/**
 * What directives leave fewer copies of code that unrolling repeats.
 *
 * @param most copies that there may be
 */
record FewerCopies(RepeatedCode code, long most) {

    /** What might be changed, the best first; nothing if no change of directives is enough. */
    List<LoopChange> changes() {
        List<LoopChange> changes = new ArrayList<>(pipelinesInside());
        unrolledLess().ifPresent(changes::add);
        return changes;
    }

    /** Pipelining a loop further in: what is around it then runs one iteration after another. */
    private List<LoopChange> pipelinesInside() {
        List<RepeatedCode.Unrolled> loops = code.loops();
        List<RepeatedCode.Unrolled> around =
                loops.stream().filter(unrolled -> unrolled.pipeline() == null).toList();
        List<LoopChange> changes = new ArrayList<>();
        for (int place = around.size(); place < loops.size(); place++) {
            List<RepeatedCode.Unrolled> left = new ArrayList<>(around);
            left.addAll(loops.subList(place + 1, loops.size()));
            Op.For inner = loops.get(place).loop();
            Op.For outer = loops.get(place).pipeline();
            long copies = RepeatedCode.product(left);
            if (outer != null && copies <= most) {
                changes.add(pipelineInside(inner, outer, copies));
            }
        }
        return changes;
    }

    private static LoopChange pipelineInside(Op.For inner, Op.For outer, long copies) {
        String text = "pipeline " + inner.label()
                + (inner.directives().unrollFactor() == 1 ? "" : ", without @Unroll,") + " instead of "
                + outer.label() + ", which leaves " + (copies == 1 ? "one copy" : copies + " copies");
        int interval = outer.directives().pipelineInterval();
        return new LoopChange(
                text,
                Map.of(
                        inner.label(),
                        old -> old.withPipelineInterval(interval).withUnrollFactor(1),
                        outer.label(),
                        old -> old.withPipelineInterval(0)));
    }

    /** Smaller factors, of the outer loops first. */
    private Optional<LoopChange> unrolledLess() {
        List<String> texts = new ArrayList<>();
        Map<String, UnaryOperator<LoopDirectives>> edits = new HashMap<>();
        long left = most;
        for (RepeatedCode.Unrolled unrolled : code.loops().reversed()) {
            String label = unrolled.loop().label();
            if (unrolled.copies() <= left) {
                left /= unrolled.copies();
            } else if (unrolled.pipeline() != null) {
                return Optional.empty();
            } else {
                int factor = divisor(unrolled.copies(), left);
                texts.addFirst(
                        factor > 1
                                ? "unroll " + label + " by a smaller factor, at most " + factor
                                : "do not unroll " + label);
                edits.put(label, old -> old.withUnrollFactor(factor));
                left = 1;
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new LoopChange(String.join(", and ", texts), edits));
    }

    /** The largest number up to {@code most} that divides a number: with another factor, copies would have to be skipped in the end. */
    private static int divisor(long number, long most) {
        long divisor = Math.min(most, Integer.MAX_VALUE);
        while (number % divisor != 0) {
            divisor--;
        }
        return (int) divisor;
    }
}
