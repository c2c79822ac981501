package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatesmith.host.report.Fact;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.StageTimeline;
import org.gatesmith.host.tile.TileLoop;
import org.gatesmith.host.tile.TilePlan;

/** Figures of the summary. */
final class PageFacts {

    private PageFacts() {}

    static List<Fact> of(RunReport report, PlannedWork work) {
        StageTimeline timeline = report.stream().timeline();
        double wall = timeline.wall().toNanos() / 1e9;
        double serial = timeline.serial().toNanos() / 1e9;
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "wall time",
                PageText.seconds(wall),
                wall > 0 ? "the stages one after the other: " + PageText.seconds(serial) : ""));
        facts.add(new Fact(
                "kernel on " + report.device(),
                PageText.seconds(report.deviceTime().toNanos() / 1e9),
                "all calls together"));
        facts.add(tiles(report.plan()));
        facts.add(new Fact(
                "moved",
                PageText.bytes(report.plan().bytesMoved()),
                String.format(
                        Locale.ROOT,
                        "%.2f × the least possible",
                        report.plan().lowerBound() == 0
                                ? 1
                                : report.plan().bytesMoved() / report.plan().lowerBound())));
        facts.add(new Fact(
                "operations",
                PageText.operations(work.operations()),
                work.largest().isExact() ? "" : "at most: some depend on data"));
        facts.add(new Fact(
                "predicted on the board",
                PageText.seconds(report.plan().times().total()),
                "at best: the kernel at its requested schedule"));
        facts.add(new Fact(
                "buffers",
                PageText.bytes((double) report.plan().hostBytes()),
                "of the host's memory, " + report.plan().depth() + " deep"));
        return facts;
    }

    private static Fact tiles(TilePlan plan) {
        StringBuilder sizes = new StringBuilder();
        for (TileLoop loop : plan.loops()) {
            sizes.append(sizes.isEmpty() ? "" : ", ")
                    .append(loop.scalar())
                    .append(" in ")
                    .append(loop.trips())
                    .append(" of ")
                    .append(Math.min(loop.step(), loop.dimension().units()));
        }
        return new Fact("tiles", PageText.count(plan.tiles()), sizes.isEmpty() ? "one call" : sizes.toString());
    }
}
