package org.gatesmith.host.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.board.Slr;
import org.gatesmith.board.TextColumns;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;

/** What synthesis found, beside the estimate and what the board has. */
public final class SynthesisTable {

    private SynthesisTable() {}

    /** The table, in lines. */
    public static String text(Synthesis synthesis, Design design, Board board) {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT);
        table.row(List.of("", "LUT", "FF", "DSP", "BRAM36", "URAM"));
        table.row(row("estimate, without AXI ports", figures(estimate(design))));
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

    /** Every module as often as it is instantiated. */
    static Resources estimate(Design design) {
        Map<String, Long> instances = new HashMap<>();
        instances.put(design.top().function().name(), 1L);
        Resources sum = Resources.NONE;
        for (ModuleDesign module : design.modules()) {
            long count = instances.getOrDefault(module.function().name(), 0L);
            sum = sum.plus(module.resources().times(count));
            calls(module).forEach(call -> instances.merge(call.callee(), count, Long::sum));
        }
        return sum;
    }

    private static List<Op.Call> calls(ModuleDesign module) {
        List<Op.Call> calls = new ArrayList<>();
        switch (module) {
            case ModuleDesign.Core _ -> {}
            case ModuleDesign.Dataflow dataflow -> dataflow.processes().forEach(process -> calls.add(process.call()));
            case ModuleDesign.Sequential sequential -> collect(sequential.body(), calls);
        }
        return calls;
    }

    private static void collect(Sequence sequence, List<Op.Call> calls) {
        for (Unit unit : sequence.units()) {
            switch (unit) {
                case Unit.Invocation invocation -> calls.add(invocation.call());
                case Unit.CountedLoop loop -> collect(loop.body(), calls);
                case Unit.ConditionLoop loop -> {
                    collect(loop.before(), calls);
                    collect(loop.body(), calls);
                }
                case Unit.Branch branch -> {
                    collect(branch.thenUnits(), calls);
                    collect(branch.elseUnits(), calls);
                }
                case Unit.Block _, Unit.PipelinedLoop _ -> {}
            }
        }
    }
}
