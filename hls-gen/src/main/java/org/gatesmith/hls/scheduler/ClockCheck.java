package org.gatesmith.hls.scheduler;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatesmith.board.Figures;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.operators.OperatorTiming;

/** Refuses operations that do not fit into a clock cycle even alone. */
final class ClockCheck {

    private ClockCheck() {}

    static void check(Collection<Op> ops, ModuleContext context, ModuleContext.Body body) throws DiagnosticException {
        // Copies of an unrolled operation have one line, and one message.
        Set<Diagnostic> problems = new LinkedHashSet<>();
        for (Op op : ops) {
            if (ModuleContext.isDeclaration(op)) {
                continue;
            }
            OperatorTiming timing = context.timing(op, body);
            if (timing.longestNanoseconds() > context.usableNanoseconds()) {
                problems.add(problem(op, timing, context.operators().clock()));
            }
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticException(List.copyOf(problems));
        }
    }

    private static Diagnostic problem(Op op, OperatorTiming timing, DesignClock clock) {
        double share = clock.usableNanoseconds() / clock.periodNanoseconds();
        double highest = 1000 * share / timing.longestNanoseconds();
        String message = String.format(
                Locale.ROOT,
                "no operator meets the clock: \"%s\" takes %.2f ns, and a cycle at %s MHz leaves %.2f ns",
                timing.kind(),
                timing.longestNanoseconds(),
                Figures.plain(clock.megahertz()),
                clock.usableNanoseconds());
        return Diagnostic.of(
                Rule.CLOCK_TOO_FAST,
                op.span(),
                message,
                "schedule for at most " + (long) Math.floor(highest) + " MHz, or compute with fewer bits");
    }
}
