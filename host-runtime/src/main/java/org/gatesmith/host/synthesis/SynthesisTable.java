package org.gatesmith.host.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.board.Slr;
import org.gatesmith.board.TextColumns;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** What synthesis found, beside the estimate and what the board has. */
public final class SynthesisTable {

    private static final List<String> COLUMNS = List.of("LUT", "FF", "DSP", "BRAM36", "URAM");

    private SynthesisTable() {}

    /** The tables, in lines: the modules, if there are several, and the whole. */
    public static String text(Synthesis synthesis, ScheduledKernel scheduled, Board board) {
        String whole = whole(synthesis, scheduled, board);
        return synthesis.modules().size() == 1 ? whole : modules(synthesis) + "\n" + whole;
    }

    private static String modules(Synthesis synthesis) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT);
        table.row(row("module", row("instances", COLUMNS)));
        for (Synthesis.Module module : synthesis.modules()) {
            table.row(row(module.name(), row(Long.toString(module.instances()), figures(module.each()))));
        }
        return table.text();
    }

    private static String whole(Synthesis synthesis, ScheduledKernel scheduled, Board board) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT);
        table.row(row("", COLUMNS));
        table.row(row("estimate", figures(scheduled.size())));
        String yosys = synthesis.yosys().replaceFirst(" \\(.*", "");
        table.row(row("synthesis (" + yosys + ")", figures(synthesis.total())));
        for (Slr slr : board.resources().slrs()) {
            table.row(row(slr.name() + " offers kernels", figures(slr.kernelRegion())));
        }
        return table.text();
    }

    private static List<String> row(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row;
    }

    private static List<String> figures(Resources count) {
        return words(count.lut(), count.ff(), count.dsp(), Math.ceilDiv(count.bram18(), 2), count.uram());
    }

    private static List<String> figures(ResourceCount count) {
        return words(count.lut(), count.ff(), count.dsp(), count.bram36(), count.uram());
    }

    private static List<String> words(long... figures) {
        return Arrays.stream(figures).mapToObj(Long::toString).toList();
    }
}
