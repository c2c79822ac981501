package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.percent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;

/** The loops of the kernel: where they stand, how they are scheduled, what they cost. */
final class LoopSection {

    private LoopSection() {}

    /** What the template lays out. */
    public record View(String kernelCycles, boolean hasCycles, List<Row> rows) {}

    /**
     * A loop in the table.
     *
     * @param indent CSS class for its depth
     * @param interval cycles between starts of iterations: as reached or, if that is not known, as asked for
     *
     * @param missed what was asked for instead; empty if it was reached
     * @param bars share of the kernel's cycles as a bar, if known
     */
    public record Row(
            String name,
            String indent,
            List<SourceLine> source,
            List<String> schedule,
            String tripCount,
            String interval,
            String missed,
            String cycles,
            String share,
            List<Markup> bars,
            String remark) {}

    /** Deeper loops are not set further to the right. */
    private static final int DEEPEST_INDENT = 6;

    static Optional<Section> of(RunPage page) {
        return page.loops()
                .filter(loops -> !loops.rows().isEmpty())
                .map(loops -> Section.of("loops", "Loops", view(loops)));
    }

    private static View view(LoopTable loops) {
        return new View(
                loops.kernelCycles().isPresent() ? count(loops.kernelCycles().getAsLong(), "cycle") : "",
                loops.rows().stream().anyMatch(row -> row.cycles().isPresent()),
                loops.rows().stream().map(row -> row(row, loops.kernelCycles())).toList());
    }

    private static Row row(LoopTable.Row loop, OptionalLong kernelCycles) {
        boolean hasShare = loop.cycles().isPresent() && kernelCycles.orElse(0) > 0;
        double share = hasShare ? (double) loop.cycles().orElseThrow() / kernelCycles.orElseThrow() : 0;
        return new Row(
                loop.name(),
                "depth" + Math.min(loop.depth(), DEEPEST_INDENT),
                loop.source().stream().toList(),
                loop.schedule(),
                countOrDash(loop.tripCount()),
                countOrDash(loop.interval().isPresent() ? loop.interval() : loop.targetInterval()),
                missed(loop),
                countOrDash(loop.cycles()),
                hasShare ? percent(share) : "–",
                hasShare
                        ? List.of(InlineBar.of(
                                        loop.name() + ": " + percent(share) + " of the kernel's cycles",
                                        "kernel",
                                        share,
                                        1)
                                .svg())
                        : List.of(),
                loop.remark());
    }

    private static String missed(LoopTable.Row loop) {
        boolean missed = loop.interval().isPresent()
                && loop.targetInterval().isPresent()
                && loop.interval().getAsLong() > loop.targetInterval().getAsLong();
        return missed ? count(loop.targetInterval().orElseThrow()) : "";
    }

    private static String countOrDash(OptionalLong value) {
        return value.isPresent() ? count(value.getAsLong()) : "–";
    }
}
