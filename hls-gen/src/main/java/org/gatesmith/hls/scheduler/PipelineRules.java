package org.gatesmith.hls.scheduler;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** What may stand in a pipelined loop, and what to say about one that is slower than asked for. */
final class PipelineRules {

    private PipelineRules() {}

    /** Refuses a body that cannot be laid out in time. */
    static void check(Op.For loop, ModuleContext context) throws DiagnosticException {
        for (Op op : loop.body().ops()) {
            if (!context.isSimple(op)) {
                throw new DiagnosticException(new Diagnostic(
                        Rule.PIPELINE_BODY,
                        op.span().isKnown() ? op.span() : loop.span(),
                        "loop " + loop.label() + " is to be pipelined, but " + obstacle(op),
                        "give the inner loop a constant trip count, pipeline it instead, or take @Pipeline away",
                        List.of(new Diagnostic.Related(loop.span(), "the pipelined loop"))));
            }
        }
    }

    private static String obstacle(Op op) {
        return switch (op) {
            case Op.For inner -> "it contains loop " + inner.label() + ", which cannot be unrolled completely";
            case Op.While inner -> "it contains loop " + inner.label() + ", whose iterations depend on data";
            case Op.Call call -> "it calls " + call.callee() + ", which takes a varying number of cycles";
            default -> "it contains a branch that has to be decided before going on";
        };
    }

    /** A loop that would have to read what may still be on its way to board memory. */
    static Diagnostic readsWhatItWrites(Op.For loop, Collection<Value> ports) {
        String names =
                ports.stream().map(port -> String.valueOf(port.name())).sorted().collect(Collectors.joining(", "));
        return Diagnostic.of(
                Rule.PIPELINE_PORT,
                loop.span(),
                "loop " + loop.label() + " is not pipelined: it reads and writes " + names
                        + ", and an iteration may read what an earlier one wrote",
                "copy the elements to a local array, work on it in a pipelined loop, and copy them back");
    }

    /** A loop that should be pipelined although only its body says whether another iteration follows. */
    static Diagnostic endsOnCondition(Op.While loop) {
        return Diagnostic.of(
                Rule.PIPELINE_WHILE,
                loop.span(),
                "loop " + loop.label()
                        + " is not pipelined: whether another iteration follows is known only when one has ended",
                "count up to the most iterations there can be, and skip the rest of the body under a condition");
    }

    /** Whether a loop has a larger interval than its schedule asks for, and why. */
    static Optional<Diagnostic> missedInterval(Unit.PipelinedLoop unit) {
        IntervalBounds bounds = unit.bounds();
        if (unit.interval() <= bounds.requested()) {
            return Optional.empty();
        }
        String reason =
                bounds.limits().isEmpty() ? "" : ": " + reason(bounds.limits().getFirst());
        return Optional.of(Diagnostic.of(
                Rule.INTERVAL_MISSED,
                unit.loop().span(),
                "loop " + unit.loop().label() + " starts an iteration every " + unit.interval() + " cycles, not every "
                        + bounds.requested() + reason,
                "'gatesmith explain' tells which operations are in the way and what would help; or ask for an interval of "
                        + unit.interval()));
    }

    private static String reason(IntervalBounds.Limit limit) {
        return switch (limit) {
            case IntervalBounds.Recurrence recurrence ->
                "a result takes " + recurrence.latency() + " cycles to come back after " + iterations(recurrence);
            case IntervalBounds.Contention contention ->
                contention.together() + " accesses of " + name(contention.memory()) + " share " + contention.ports()
                        + (contention.ports() == 1 ? " port" : " ports");
        };
    }

    private static String iterations(IntervalBounds.Recurrence recurrence) {
        return recurrence.distance() == 1 ? "one iteration" : recurrence.distance() + " iterations";
    }

    private static String name(Value memory) {
        return memory.name() == null ? "an array" : String.valueOf(memory.name());
    }
}
