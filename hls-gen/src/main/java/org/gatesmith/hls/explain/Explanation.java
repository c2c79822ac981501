package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/**
 * What is to be said about the schedule of a kernel.
 *
 * @param slow loops that miss the interval asked for
 * @param oneByOne innermost loops that are not pipelined and could be
 * @param requests what accesses to board memory become, module by module
 */
public record Explanation(
        ScheduledKernel scheduled, List<SlowLoop> slow, List<SequentialLoop> oneByOne, List<BoardRequest> requests) {

    public Explanation {
        slow = List.copyOf(slow);
        oneByOne = List.copyOf(oneByOne);
        requests = List.copyOf(requests);
    }

    /**
     * A loop that misses its interval.
     *
     * @param remedies changes of the schedule that were tried and help
     */
    public record SlowLoop(Unit.PipelinedLoop unit, List<Remedy> remedies) {

        public SlowLoop {
            remedies = List.copyOf(remedies);
        }

        /** The smallest interval that the recurrences and ports permit as they are. */
        public int smallest() {
            return unit.bounds().limits().isEmpty()
                    ? unit.interval()
                    : unit.bounds().limits().getFirst().interval();
        }
    }

    /**
     * A loop whose iterations run one by one.
     *
     * @param remedy to pipeline it, which was tried
     */
    public record SequentialLoop(Op.For loop, Remedy remedy) {}

    /**
     * Schedules a kernel and explains it. Remedies are found by trying: the kernel is scheduled again with each. None are looked for if
     * the kernel is too large for the board as it is.
     *
     * @param megahertz the clock
     * @throws DiagnosticException the kernel cannot be scheduled
     */
    public static Explanation of(CompiledKernel kernel, Board board, double megahertz, FloatOperators floats)
            throws DiagnosticException {
        return of(kernel, board, megahertz, floats, Progress.SILENT);
    }

    /** As {@link #of(CompiledKernel, Board, double, FloatOperators)}; somebody hears how far the search has come. */
    public static Explanation of(
            CompiledKernel kernel, Board board, double megahertz, FloatOperators floats, Progress progress)
            throws DiagnosticException {
        ScheduledKernel scheduled = kernel.scheduled(board, megahertz, floats);
        if (scheduled.isTooLarge()) {
            return withoutRemedies(kernel, scheduled);
        }
        RemedySearch remedies = new RemedySearch(kernel, scheduled, board, megahertz, floats, progress);
        List<SlowLoop> slow = new ArrayList<>();
        for (Unit.PipelinedLoop unit : missed(scheduled)) {
            slow.add(new SlowLoop(unit, remedies.find(unit)));
        }
        List<SequentialLoop> oneByOne = PipelinedLoops.candidates(scheduled.design()).stream()
                .flatMap(loop -> remedies.pipelining(loop).map(remedy -> new SequentialLoop(loop, remedy)).stream())
                .toList();
        return new Explanation(scheduled, slow, oneByOne, requests(kernel, scheduled));
    }

    /** What does not fit does not become smaller by being faster, and the schedules of a large kernel take long. */
    private static Explanation withoutRemedies(CompiledKernel kernel, ScheduledKernel scheduled) {
        List<SlowLoop> slow = missed(scheduled).stream()
                .map(unit -> new SlowLoop(unit, List.of()))
                .toList();
        return new Explanation(scheduled, slow, List.of(), requests(kernel, scheduled));
    }

    private static List<Unit.PipelinedLoop> missed(ScheduledKernel scheduled) {
        return PipelinedLoops.of(scheduled.design()).stream()
                .filter(unit -> unit.interval() > unit.bounds().requested())
                .toList();
    }

    /** Whether remedies were looked for: not for a kernel that is too large as it is. */
    public boolean hasSearched() {
        return !scheduled.isTooLarge();
    }

    /** Whether any loop is pipelined. */
    public boolean hasPipelinedLoops() {
        return !PipelinedLoops.of(scheduled.design()).isEmpty();
    }

    private static List<BoardRequest> requests(CompiledKernel kernel, ScheduledKernel scheduled) {
        return BoardTraffic.of(scheduled.design(), scheduled.latency(), VendorBursts.of(kernel));
    }
}
