package org.gatesmith.host.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.cost.KernelCost;
import org.gatesmith.hls.cost.OperationKind;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.tile.TileLoop;
import org.gatesmith.host.tile.TilePlan;

/**
 * The work of all calls of a run, from the costs of the few sizes that tiles have.
 *
 * @param largest cost of the largest tile, the first
 * @param operations roofline operations of all calls
 * @param floating whether most of them are on floating-point numbers
 * @param memoryBytes bytes that cross the kernel's memory ports in all calls
 */
record PlannedWork(KernelCost largest, double operations, boolean floating, double memoryBytes) {

    static PlannedWork of(RunReport report) {
        Program program = report.subject().kernel().program();
        TilePlan plan = report.plan();
        double operations = 0;
        double floating = 0;
        double bytes = 0;
        KernelCost largest = KernelCost.of(program, plan.tile(0).scalars());
        for (Map.Entry<Long, Long> kind : kinds(plan).entrySet()) {
            long tile = kind.getKey();
            KernelCost cost =
                    tile == 0 ? largest : KernelCost.of(program, plan.tile(tile).scalars());
            double times = kind.getValue();
            operations += times * cost.operations().total();
            floating += times * floating(cost);
            bytes += times * cost.bytes();
        }
        return new PlannedWork(largest, operations, 2 * floating > operations, bytes);
    }

    private static double floating(KernelCost cost) {
        return cost.operations().data().entrySet().stream()
                .filter(entry -> isFloating(entry.getKey()))
                .mapToDouble(entry -> (double) entry.getValue() * entry.getKey().weight())
                .sum();
    }

    private static boolean isFloating(OperationKind kind) {
        return kind.name().startsWith("FLOAT") || kind.name().startsWith("DOUBLE");
    }

    /** A tile of every size that occurs, and how many have it: along a loop all tiles but the last are equal. */
    private static Map<Long, Long> kinds(TilePlan plan) {
        Map<Long, Long> kinds = new LinkedHashMap<>(Map.of(0L, 1L));
        List<TileLoop> loops = plan.loops();
        for (TileLoop loop : loops) {
            Map<Long, Long> finer = new LinkedHashMap<>();
            kinds.forEach((index, count) -> {
                if (loop.trips() > 1) {
                    finer.put(index * loop.trips(), count * (loop.trips() - 1));
                }
                finer.put(index * loop.trips() + loop.trips() - 1, count);
            });
            kinds = finer;
        }
        return kinds;
    }
}
