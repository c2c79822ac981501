package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Figures;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.operators.OperatorLibrary;
import org.gatesmith.hls.operators.OperatorTiming;
import org.gatesmith.hls.operators.Operators;

/** Refuses operations that do not fit into a clock cycle even alone. */
final class ClockCheck {

    /** Messages are about so many operations, the slowest ones; a slower clock helps them all. */
    private static final int MOST_MESSAGES = 8;

    private final Program program;
    private final OperatorLibrary library;
    private final Board board;
    private final LazyAnalysis analysis;

    ClockCheck(Program program, OperatorLibrary library, Board board, LazyAnalysis analysis) {
        this.program = program;
        this.library = library;
        this.board = board;
        this.analysis = analysis;
    }

    /** An operation that takes longer than a cycle of a clock. */
    private record Slow(Op op, OperatorTiming timing, DesignClock clock) {

        double nanoseconds() {
            return timing.longestNanoseconds();
        }

        /** Copies of an unrolled operation have one line, and one message. */
        Map.Entry<Span, String> key() {
            return Map.entry(op.span(), message());
        }

        String message() {
            return String.format(
                    Locale.ROOT,
                    "no operator meets the clock: \"%s\" takes %.2f ns, and a cycle at %s MHz leaves %.2f ns",
                    timing.kind(),
                    nanoseconds(),
                    Figures.plain(clock.megahertz()),
                    clock.usableNanoseconds());
        }

        /** The clock of whose cycle the operation takes all that operators may take. */
        double highestMegahertz() {
            return Math.floor(clock.megahertz() * clock.usableNanoseconds() / nanoseconds());
        }
    }

    /**
     * Looks at every operation of the program.
     *
     * @throws DiagnosticException some do not fit; with the clock at which all do
     */
    void check(DesignClock clock) throws DiagnosticException {
        List<Slow> slow = slow(clock);
        if (slow.isEmpty()) {
            return;
        }
        String fix = String.format(
                Locale.ROOT,
                "schedule for at most %d MHz, which every operation of the kernel meets, or compute with fewer bits",
                (long) highestMegahertz(slow.getFirst()));
        throw new DiagnosticException(slow.stream()
                .limit(MOST_MESSAGES)
                .map(one -> Diagnostic.of(Rule.CLOCK_TOO_FAST, one.op().span(), one.message(), fix))
                .toList());
    }

    /** At a slower clock other memories and fewer pipeline stages may be chosen, which are slower in turn. */
    private double highestMegahertz(Slow slowest) {
        Optional<Slow> slower = Optional.of(slowest);
        double megahertz = slowest.clock().megahertz();
        while (slower.isPresent() && megahertz > 1) {
            megahertz = Math.min(megahertz - 1, slower.get().highestMegahertz());
            slower = slow(Scheduler.clock(board, megahertz)).stream().findFirst();
        }
        return megahertz;
    }

    /** What does not fit, the slowest first. */
    private List<Slow> slow(DesignClock clock) {
        Operators operators = new Operators(library, clock);
        List<Slow> found = new ArrayList<>();
        for (Function function : program.functions()) {
            ModuleContext context = new ModuleContext(
                    function,
                    operators,
                    MemoryBinder.bind(program, function, operators),
                    Map.of(),
                    /* boardReadLatency= */ 1,
                    analysis);
            collect(function.body(), bodyOf(function), context, found);
        }
        Map<Map.Entry<Span, String>, Slow> distinct = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingDouble(Slow::nanoseconds).reversed())
                .forEach(slow -> distinct.putIfAbsent(slow.key(), slow));
        return List.copyOf(distinct.values());
    }

    private ModuleContext.Body bodyOf(Function function) {
        return ModuleScheduler.isCore(program, function) ? ModuleContext.Body.PIPELINE : ModuleContext.Body.BLOCK;
    }

    private static void collect(Region region, ModuleContext.Body body, ModuleContext context, List<Slow> found) {
        DesignClock clock = context.operators().clock();
        for (Op op : region.ops()) {
            // What is called is looked at where it is defined.
            if (ModuleContext.isDeclaration(op) || op instanceof Op.Call) {
                continue;
            }
            if (!context.isSimple(op)) {
                boolean isPipelined =
                        op instanceof Op.For loop && loop.directives().isPipelined();
                op.regions()
                        .forEach(inner ->
                                collect(inner, isPipelined ? ModuleContext.Body.PIPELINE : body, context, found));
                continue;
            }
            OperatorTiming timing = context.timing(op, body);
            if (timing.longestNanoseconds() > clock.usableNanoseconds()) {
                found.add(new Slow(op, timing, clock));
            }
        }
    }
}
