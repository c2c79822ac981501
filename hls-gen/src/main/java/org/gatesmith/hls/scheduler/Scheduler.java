package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.board.Board;
import org.gatesmith.board.Memory;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.DesignSize;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.estimate.BoardLatency;
import org.gatesmith.hls.estimate.BurstWriter;
import org.gatesmith.hls.estimate.PortLatency;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.operators.OperatorLibrary;
import org.gatesmith.hls.operators.Operators;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** Schedules lowered programs. */
public final class Scheduler {

    /**
     * Latency of a change of page over that of a hit: 137.8 ns over 106.7 ns, measured on the HBM of a U280 (Shuhai, FCCM 2020, arXiv
     * 2005.04324). A loop that allowed for hits only would stand still at every page.
     */
    private static final double CHANGE_OF_PAGE = 1.3;

    /**
     * Cycles in {@code gs_axi_reader}, as it states them: 3 to the burst, up to 16 that the burst stays open, 1 to the bus, 3 from the bus to
     * the answer.
     */
    private static final int READER = 23;

    /**
     * Requests of a loop that have no answer yet, at most: {@code gs_axi_reader} holds 256. A loop whose steps wait for each other
     * would wait for ever to make one more. Where memory is slower than that, the loop waits for it.
     */
    private static final int MOST_IN_FLIGHT = 240;

    /** The same for a request that none follows: its burst is closed in the next cycle. Measured with ideal memory. */
    private static final int READER_ALONE = 7;

    /**
     * Cycles in {@code gs_axi_writer} besides those that bursts take: 2 from the request to the beat, 2 from the beat to the bus, 1 behind the
     * acknowledgement. Measured with ideal memory.
     */
    private static final int WRITER = 5;

    /** Cycles without a write after which {@code gs_axi_writer} takes the last beat for complete. */
    private static final int WRITER_PAUSE = 8;

    /** Cycles that a burst takes through the arbiter of a bundle that several readers or writers share. */
    private static final int ARBITER = 1;

    /** The cycle that starts the kernel, and the one in which its top module looks whether all is written. */
    private static final int CONTROL = 2;

    /**
     * Operations that are scheduled in a second or two. A kernel of no more that is too large for its board is scheduled all the same:
     * its author sees by how much, and can simulate it.
     */
    private static final int QUICK_OPERATIONS = 10_000;

    /** Operations of a kernel for which trying what might help takes some ten seconds. It is not tried for larger ones. */
    private static final int MOST_TRIED = 60_000;

    /** Part of a cycle by which a time may miss a whole number of cycles only because it is rounded. */
    private static final double ROUNDING = 1e-6;

    private Scheduler() {}

    /**
     * Schedules a program.
     *
     * @param program in the form that the lowering for RTL leaves, or with floating-point operators, which then are the vendor's
     * @param megahertz the clock
     * @throws DiagnosticException a loop cannot be pipelined, an operator does not meet the clock, or the program is large and
     *     certainly larger than the board
     */
    public static ScheduledKernel schedule(Program program, KernelSignature signature, Board board, double megahertz)
            throws DiagnosticException {
        return schedule(program, Pipeline.of(), signature, board, Map.of(), megahertz);
    }

    /**
     * Lowers a program and schedules it. What is wrong with it is said of its loops as they were before they were unrolled.
     *
     * @param source the program before it is lowered
     * @param lowering leaves a form that {@link #schedule(Program, KernelSignature, Board, double)} takes
     * @param banks the bank that holds a parameter's array, where it is stated; others are in the board's default memory
     * @param megahertz the clock
     * @throws DiagnosticException as there, or it cannot be lowered
     */
    public static ScheduledKernel schedule(
            Program source,
            Pipeline lowering,
            KernelSignature signature,
            Board board,
            Map<String, String> banks,
            double megahertz)
            throws DiagnosticException {
        OperatorLibrary library = OperatorLibrary.of(board.part())
                .orElseThrow(() -> new DiagnosticException(Diagnostic.of(
                        Rule.NO_OPERATORS,
                        Span.NONE,
                        "nothing is known about operators on " + board.part().name() + ", the device of "
                                + board.displayName(),
                        "use a board whose device is listed in the operator library")));
        DesignClock clock = clock(board, megahertz);
        Operators operators = new Operators(library, clock);
        PortMemories memories = PortMemories.of(signature, board, banks);
        int readLatency = readLatency(memories.slowestNanoseconds(), clock);
        Program program = lowering.run(source);
        LazyAnalysis analysis = new LazyAnalysis(program);
        new ClockCheck(program, library, board, analysis).check(clock);
        LeastSize least = LeastSize.of(program, operators, analysis);
        BoardBudget budget = new BoardBudget(
                signature,
                source,
                board,
                least,
                changed -> least.operations() > MOST_TRIED
                        ? BoardBudget.Fit.UNKNOWN
                        : fit(changed, lowering, signature, board, operators, readLatency));
        if (least.operations() > QUICK_OPERATIONS) {
            throwIfPresent(budget.refusal());
        }
        LaidOut laidOut = layOut(program, signature, board, operators, readLatency, analysis);
        List<Diagnostic> diagnostics = new ArrayList<>(laidOut.diagnostics());
        budget.check(laidOut.resources()).ifPresent(diagnostics::add);
        return new ScheduledKernel(
                laidOut.design(),
                laidOut.areas(),
                laidOut.ports(),
                idleLatency(laidOut.design(), board, memories, clock),
                diagnostics);
    }

    /**
     * A design and what it takes.
     *
     * @param areas by unit
     * @param ports what joins the kernel to board memory and to the host
     */
    private record LaidOut(Design design, Map<Unit, Resources> areas, Resources ports, List<Diagnostic> diagnostics) {

        Resources resources() {
            return DesignSize.of(design).plus(ports);
        }
    }

    private static LaidOut layOut(
            Program program,
            KernelSignature signature,
            Board board,
            Operators operators,
            int readLatency,
            LazyAnalysis analysis)
            throws DiagnosticException {
        DesignClock clock = operators.clock();
        FrameLoops frames = FrameLoops.of(program);
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<Unit, Resources> areas = new IdentityHashMap<>();
        Map<String, ModuleDesign.Core> cores = new HashMap<>();
        List<ModuleDesign> modules = new ArrayList<>();
        for (Function function : program.functions().reversed()) {
            ModuleScheduler scheduler = new ModuleScheduler(
                    program, function, operators, cores, readLatency, analysis, frames, diagnostics);
            ModuleDesign module = module(program, function, scheduler);
            areas.putAll(scheduler.loopAreas(module));
            if (module instanceof ModuleDesign.Core core) {
                cores.put(function.name(), core);
            }
            modules.add(module);
        }
        Collections.reverse(modules);
        Design design = new Design(program, signature, clock, modules);
        Resources ports = PortChannels.area(design, operators.ports(), AxiOptions.of(board, clock.megahertz()));
        return new LaidOut(design, areas, ports, diagnostics);
    }

    /** Whether a program fits the board. */
    private static BoardBudget.Fit fit(
            Program source,
            Pipeline lowering,
            KernelSignature signature,
            Board board,
            Operators operators,
            int readLatency) {
        try {
            Program program = lowering.run(source);
            LazyAnalysis analysis = new LazyAnalysis(program);
            LeastSize least = LeastSize.of(program, operators, analysis);
            boolean fits = BoardBudget.fits(least.resources(), board)
                    && BoardBudget.fits(
                            layOut(program, signature, board, operators, readLatency, analysis)
                                    .resources(),
                            board);
            return fits ? BoardBudget.Fit.FITS : BoardBudget.Fit.DOES_NOT_FIT;
        } catch (DiagnosticException _) {
            return BoardBudget.Fit.DOES_NOT_FIT;
        }
    }

    private static void throwIfPresent(Optional<Diagnostic> diagnostic) throws DiagnosticException {
        if (diagnostic.isPresent()) {
            throw new DiagnosticException(diagnostic.get());
        }
    }

    private static ModuleDesign module(Program program, Function function, ModuleScheduler scheduler)
            throws DiagnosticException {
        if (function.style() == Function.Style.DATAFLOW) {
            return scheduler.dataflow();
        }
        return ModuleScheduler.isCore(program, function) ? scheduler.core() : scheduler.sequential();
    }

    /** The clock, less the part of its period that the board file keeps back for routing. */
    static DesignClock clock(Board board, double megahertz) {
        double usable = 1000 / megahertz * (100 - board.clocks().uncertaintyPercent()) / 100;
        return new DesignClock(megahertz, usable);
    }

    /** Cycles that a pipelined loop allows for a read of a memory that takes so many nanoseconds. */
    static int readLatency(double nanoseconds, DesignClock clock) {
        return Math.min(cycles(CHANGE_OF_PAGE * nanoseconds, clock) + READER, MOST_IN_FLIGHT);
    }

    /** What single accesses take when the memory is idle. */
    private static BoardLatency idleLatency(Design design, Board board, PortMemories memories, DesignClock clock) {
        AxiOptions axi = AxiOptions.of(board, clock.megahertz());
        Set<String> readers = PortChannels.sharing(design, false);
        Set<String> writers = PortChannels.sharing(design, true);
        Map<String, PortLatency> ports = new HashMap<>();
        for (Parameter.Array array : design.signature().arrays().toList()) {
            Memory memory = memories.others().getOrDefault(array.name(), board.defaultMemory());
            int cycles = cycles(memory.readNanoseconds(), clock);
            int reads = cycles + (readers.contains(array.name()) ? ARBITER : 0);
            int writes = cycles + (writers.contains(array.name()) ? ARBITER : 0);
            ports.put(array.name(), idleLatency(reads, writes, axi));
        }
        int cycles = cycles(board.defaultMemory().readNanoseconds(), clock);
        return new BoardLatency(idleLatency(cycles, cycles, axi), ports, CONTROL);
    }

    private static PortLatency idleLatency(int read, int write, AxiOptions axi) {
        return new PortLatency(
                read + READER_ALONE,
                new BurstWriter(write + WRITER, WRITER_PAUSE, axi.dataBits() / Byte.SIZE, axi.burstBeats()));
    }

    private static int cycles(double nanoseconds, DesignClock clock) {
        return (int) Math.ceil(nanoseconds / clock.periodNanoseconds() - ROUNDING);
    }
}
