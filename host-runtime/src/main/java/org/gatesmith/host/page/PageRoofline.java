package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.HostLink;
import org.gatesmith.board.Memory;
import org.gatesmith.host.report.Roofline;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.tile.OperandPlan;

/** What the board can do, and where the plan puts the kernel. */
final class PageRoofline {

    /** DSP slices of a float multiplier and adder (UG1399's operator tables; full-DSP multiplier 3, adder 2). */
    private static final int DSP_PER_FLOAT_MAC = 5;

    /** Int8 products that share a DSP slice (WP486). */
    private static final int INT8_MAC_PER_DSP = 2;

    /** A multiplication and an addition. */
    private static final int OPERATIONS_PER_MAC = 2;

    private PageRoofline() {}

    static Optional<Roofline> of(RunReport report, PlannedWork work) {
        double seconds = report.plan().times().total();
        if (!(work.operations() > 0) || !(seconds > 0)) {
            return Optional.empty();
        }
        Board board = report.subject().board().board();
        List<Roofline.BandwidthRoof> roofs = new ArrayList<>();
        List<Roofline.Point> points = new ArrayList<>();
        Memory memory = board.defaultMemory();
        double perSecond = work.operations() / seconds;
        long banks = report.plan().operands().stream()
                .map(OperandPlan::bank)
                .distinct()
                .count();
        String used = memory.name() + ", the " + banks + (banks == 1 ? " bank" : " banks") + " in use";
        roofs.add(new Roofline.BandwidthRoof(
                memory.name() + ", all banks", Roofline.Path.MEMORY, memory.bytesPerSecondTotal()));
        roofs.add(new Roofline.BandwidthRoof(
                used,
                Roofline.Path.MEMORY,
                Math.min(banks * memory.bytesPerSecondPerBank(), memory.bytesPerSecondTotal())));
        if (work.memoryBytes() > 0) {
            points.add(new Roofline.Point(
                    "bytes at the memory ports",
                    Roofline.Origin.PREDICTED,
                    work.operations() / work.memoryBytes(),
                    perSecond,
                    used));
        }
        HostLink link = board.host();
        if (link != null && report.plan().bytesMoved() > 0) {
            String name = "PCIe, one direction";
            roofs.add(new Roofline.BandwidthRoof(name, Roofline.Path.LINK, link.bytesPerSecond()));
            points.add(new Roofline.Point(
                    "bytes over the link",
                    Roofline.Origin.PREDICTED,
                    work.operations() / report.plan().bytesMoved(),
                    perSecond,
                    name));
        }
        return Optional.of(new Roofline("op", compute(board, work), roofs, points));
    }

    private static List<Roofline.ComputeRoof> compute(Board board, PlannedWork work) {
        double clock = board.clocks().kernelDefault() * 1e6;
        double dsps = board.resources().kernelRegion().dsp();
        String at = String.format(
                java.util.Locale.ROOT, " at %.0f MHz", board.clocks().kernelDefault());
        return work.floating()
                ? List.of(new Roofline.ComputeRoof(
                        "float on all DSPs" + at, dsps / DSP_PER_FLOAT_MAC * OPERATIONS_PER_MAC * clock))
                : List.of(
                        new Roofline.ComputeRoof(
                                "int8 on all DSPs" + at, dsps * INT8_MAC_PER_DSP * OPERATIONS_PER_MAC * clock),
                        new Roofline.ComputeRoof("int16 on all DSPs" + at, dsps * OPERATIONS_PER_MAC * clock));
    }
}
