package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatesmith.hls.cost.LoopCost;
import org.gatesmith.hls.cost.LoopForm;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.report.LoopTable;
import org.gatesmith.host.report.SourceLine;
import org.gatesmith.host.run.RunReport;

/** The loops of the kernel in a call for the largest tile. */
final class PageLoops {

    private PageLoops() {}

    static LoopTable of(RunReport report, PlannedWork work) {
        Map<String, String> sources = report.subject().kernel().sources();
        Map<String, Integer> intervals = new HashMap<>();
        report.hardware()
                .ifPresent(hardware ->
                        hardware.loops().forEach(loop -> intervals.merge(loop.label(), loop.interval(), Math::max)));
        List<LoopTable.Row> rows = work.largest().loops().stream()
                .map(loop -> row(loop, Optional.ofNullable(intervals.get(loop.name())), sources))
                .toList();
        return new LoopTable(rows, OptionalLong.of(work.largest().cycles()));
    }

    /**
     * A row of the table.
     *
     * @param interval that the schedule has, if there is one
     */
    private static LoopTable.Row row(LoopCost loop, Optional<Integer> interval, Map<String, String> sources) {
        boolean pipelined = loop.form() == LoopForm.PIPELINED;
        return new LoopTable.Row(
                loop.name(),
                loop.depth(),
                line(loop.span(), sources),
                schedule(loop),
                loop.minTrips() == loop.maxTrips() ? OptionalLong.of(loop.maxTrips()) : OptionalLong.empty(),
                pipelined ? OptionalLong.of(loop.directives().pipelineInterval()) : OptionalLong.empty(),
                interval.map(OptionalLong::of).orElse(OptionalLong.empty()),
                loop.form() == LoopForm.IN_PIPELINE ? OptionalLong.empty() : OptionalLong.of(loop.cycles()),
                remark(loop));
    }

    private static List<String> schedule(LoopCost loop) {
        List<String> schedule = new ArrayList<>();
        schedule.add(loop.form().toString());
        if (loop.directives().parallel()) {
            schedule.add("parallel");
        }
        return schedule;
    }

    private static String remark(LoopCost loop) {
        if (!loop.tripsKnown()) {
            return "the trip count depends on data";
        }
        return loop.minTrips() == loop.maxTrips() ? "" : loop.minTrips() + " to " + loop.maxTrips() + " iterations";
    }

    static Optional<SourceLine> line(Span span, Map<String, String> sources) {
        if (!span.isKnown()) {
            return Optional.empty();
        }
        String text = sources.getOrDefault(span.file(), "");
        String line =
                text.lines().skip(span.startLine() - 1L).findFirst().orElse("").strip();
        return Optional.of(new SourceLine(span.fileName(), span.startLine(), line));
    }
}
