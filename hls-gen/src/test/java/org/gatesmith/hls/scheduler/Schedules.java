package org.gatesmith.hls.scheduler;

import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Tolerance;

/** Schedules programs for tests. */
final class Schedules {

    private static final KernelSignature SIGNATURE =
            new KernelSignature("kernel", "Kernel", "kernel", List.of(), Tolerance.EXACT, "");

    private Schedules() {}

    static Board board(String name) {
        if (Boards.named(name) instanceof BoardLookup.Found found) {
            return found.board();
        }
        throw new AssertionError("no board " + name);
    }

    /** For the U280 at 300 MHz. */
    static Scheduler.Scheduled schedule(String ir) {
        return schedule(ir, 300);
    }

    static Scheduler.Scheduled schedule(String ir, double megahertz) {
        try {
            return schedule(IrText.parse(ir), megahertz);
        } catch (DiagnosticException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Scheduler.Scheduled schedule(Program program, double megahertz) throws DiagnosticException {
        return Scheduler.schedule(program, SIGNATURE, board("u280"), megahertz);
    }

    /** All units of the kernel itself, outer ones before inner ones. */
    static List<Unit> units(Design design) {
        return design.top() instanceof ModuleDesign.Sequential sequential
                ? all(sequential.body()).toList()
                : List.of();
    }

    private static Stream<Unit> all(Sequence sequence) {
        return sequence.units().stream().flatMap(unit -> Stream.concat(Stream.of(unit), inside(unit)));
    }

    private static Stream<Unit> inside(Unit unit) {
        return switch (unit) {
            case Unit.Block _, Unit.PipelinedLoop _, Unit.Invocation _ -> Stream.empty();
            case Unit.CountedLoop loop -> all(loop.body());
            case Unit.ConditionLoop loop -> Stream.concat(all(loop.before()), all(loop.body()));
            case Unit.Branch branch -> Stream.concat(all(branch.thenUnits()), all(branch.elseUnits()));
        };
    }

    /** The only pipelined loop. */
    static Unit.PipelinedLoop pipeline(Design design) {
        List<Unit> pipelines = units(design).stream()
                .filter(Unit.PipelinedLoop.class::isInstance)
                .toList();
        if (pipelines.size() != 1) {
            throw new AssertionError(pipelines.size() + " pipelined loops");
        }
        return (Unit.PipelinedLoop) pipelines.getFirst();
    }
}
