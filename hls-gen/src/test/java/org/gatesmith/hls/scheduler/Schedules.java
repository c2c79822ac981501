package org.gatesmith.hls.scheduler;

import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Tolerance;

/** Schedules programs for tests. */
public final class Schedules {

    private static final KernelSignature SIGNATURE =
            new KernelSignature("kernel", "Kernel", "kernel", List.of(), Tolerance.EXACT, "");

    private Schedules() {}

    public static Board board(String name) {
        if (Boards.named(name) instanceof BoardLookup.Found found) {
            return found.board();
        }
        throw new AssertionError("no board " + name);
    }

    /** For the U280 at 300 MHz. */
    public static ScheduledKernel schedule(String ir) {
        return schedule(ir, 300);
    }

    public static ScheduledKernel schedule(String ir, double megahertz) {
        try {
            return schedule(IrText.parse(ir), megahertz);
        } catch (DiagnosticException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    public static ScheduledKernel schedule(Program program, double megahertz) throws DiagnosticException {
        return Scheduler.schedule(program, SIGNATURE, board("u280"), megahertz);
    }

    /** All units of the kernel itself, outer ones before inner ones. */
    public static List<Unit> units(Design design) {
        return design.top() instanceof ModuleDesign.Sequential sequential
                ? sequential.body().all().toList()
                : List.of();
    }

    /** The only pipelined loop. */
    public static Unit.PipelinedLoop pipeline(Design design) {
        List<Unit> pipelines = units(design).stream()
                .filter(Unit.PipelinedLoop.class::isInstance)
                .toList();
        if (pipelines.size() != 1) {
            throw new AssertionError(pipelines.size() + " pipelined loops");
        }
        return (Unit.PipelinedLoop) pipelines.getFirst();
    }
}
