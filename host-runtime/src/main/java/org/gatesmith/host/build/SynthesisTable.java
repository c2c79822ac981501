package org.gatesmith.host.build;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.board.Slr;
import org.gatesmith.board.TextColumns;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** What synthesis found, beside the estimate and what the board has. */
public final class SynthesisTable {

    private SynthesisTable() {}

    /** The table, in lines. */
    public static String text(Synthesis synthesis, ScheduledKernel scheduled, Board board) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT);
        table.row(List.of("", "LUT", "FF", "DSP", "BRAM36", "URAM"));
        table.row(row("estimate", figures(scheduled.size())));
        table.row(row("synthesis (" + synthesis.yosys().replaceFirst(" \\(.*", "") + ")", synthesis.figures()));
        for (Slr slr : board.resources().slrs()) {
            table.row(row(slr.name() + " offers kernels", figures(slr.kernelRegion())));
        }
        return table.text();
    }

    private static List<String> row(String name, List<Long> figures) {
        List<String> row = new ArrayList<>(List.of(name));
        figures.forEach(figure -> row.add(figure.toString()));
        return row;
    }

    private static List<Long> figures(Resources count) {
        return List.of(count.lut(), count.ff(), count.dsp(), Math.ceilDiv(count.bram18(), 2), count.uram());
    }

    private static List<Long> figures(ResourceCount count) {
        return List.of(
                (long) count.lut(), (long) count.ff(), (long) count.dsp(), (long) count.bram36(), (long) count.uram());
    }
}
