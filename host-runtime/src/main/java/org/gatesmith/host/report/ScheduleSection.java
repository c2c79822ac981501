package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;

/** Operations over the cycles of an iteration, loop by loop. */
final class ScheduleSection {

    /** Colour class of the room between the operations of a row. */
    private static final String GAP = "gap";

    private ScheduleSection() {}

    /** What the template lays out. */
    public record View(List<Key> keys, List<Chart> charts) {}

    /** A colour and its meaning. */
    public record Key(String styleClass, String meaning) {}

    /**
     * A loop.
     *
     * @param open whether it is shown at once
     */
    public record Chart(
            String name, List<SourceLine> source, String sentence, boolean open, String depth, List<Row> rows) {}

    /**
     * A row of a chart.
     *
     * @param cycles first to last
     */
    public record Row(String operation, List<SourceLine> source, String cycles, Markup bar) {}

    static Optional<Section> of(RunPage page) {
        return Optional.of(page.schedule())
                .filter(loops -> !loops.isEmpty())
                .map(loops -> Section.of("schedule", "Schedule", view(loops)));
    }

    private static View view(List<LoopSchedule> loops) {
        LoopSchedule longest = loops.stream()
                .max(Comparator.comparingLong(LoopSchedule::cycles))
                .orElseThrow();
        return new View(
                Stream.of(LoopSchedule.Kind.values())
                        .map(kind -> new Key(kind.styleClass(), kind.meaning()))
                        .toList(),
                loops.stream().map(loop -> chart(loop, loop == longest)).toList());
    }

    private static Chart chart(LoopSchedule loop, boolean open) {
        String overlap = loop.interval() == 0
                ? "iterations do not overlap"
                : "an iteration starts every " + (loop.interval() == 1 ? "cycle" : count(loop.interval(), "cycle"));
        return new Chart(
                loop.name(),
                loop.source().stream().toList(),
                count(loop.operations(), "operation") + " over " + count(loop.depth(), "cycle") + "; " + overlap,
                open,
                count(loop.depth()),
                rows(loop));
    }

    /** A line of Java is shown once for all rows that follow each other. */
    private static List<Row> rows(LoopSchedule loop) {
        List<Row> rows = new ArrayList<>();
        Optional<SourceLine> above = Optional.empty();
        for (LoopSchedule.Row row : loop.rows()) {
            boolean repeated = row.source().isPresent() && row.source().equals(above);
            rows.add(row(row, repeated ? Optional.empty() : row.source(), loop.depth()));
            above = row.source();
        }
        return rows;
    }

    private static Row row(LoopSchedule.Row row, Optional<SourceLine> source, int depth) {
        int first = row.spans().getFirst().start();
        LoopSchedule.Span end = row.spans().getLast();
        int last = end.start() + end.length() - 1;
        String name = row.count() == 1 ? row.operation() : count(row.count()) + " × " + row.operation();
        String cycles = first == last ? count(first) : count(first) + "–" + count(last);
        return new Row(
                name,
                source.stream().toList(),
                cycles,
                new InlineBar(name + ", cycles " + cycles, depth, segments(row), OptionalDouble.empty()).svg());
    }

    private static List<InlineBar.Segment> segments(LoopSchedule.Row row) {
        List<InlineBar.Segment> segments = new ArrayList<>();
        int at = 0;
        for (LoopSchedule.Span span : row.spans()) {
            if (span.start() > at) {
                segments.add(new InlineBar.Segment(GAP, span.start() - at));
            }
            segments.add(new InlineBar.Segment(row.kind().styleClass(), span.length()));
            at = span.start() + span.length();
        }
        return segments;
    }
}
