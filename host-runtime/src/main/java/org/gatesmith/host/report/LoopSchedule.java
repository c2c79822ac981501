package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;

/**
 * Where in time the operations of a loop's body stand.
 *
 * @param name of the loop, or of the function if the operations stand in no loop
 * @param interval cycles between the starts of two iterations; 0 if they do not overlap
 * @param depth cycles of one iteration
 * @param cycles measured in all calls, 0 if unknown
 * @param rows by the cycle of their first operation
 */
public record LoopSchedule(
        String name, Optional<SourceLine> source, int interval, int depth, long cycles, List<Row> rows) {

    public LoopSchedule {
        rows = List.copyOf(rows);
    }

    /** Number of operations. */
    public long operations() {
        return rows.stream().mapToLong(Row::count).sum();
    }

    /**
     * Operations of one kind from one line of Java: an unrolled loop has many.
     *
     * @param operation such as {@code mul i16} or {@code load tile}
     * @param spans without overlap, in order
     */
    public record Row(String operation, Kind kind, long count, Optional<SourceLine> source, List<Span> spans) {
        public Row {
            spans = List.copyOf(spans);
        }
    }

    /** Cycles in which operations are at work, from the start of the iteration. */
    public record Span(int start, int length) {}

    /** What performs an operation; each has a colour. */
    public enum Kind {
        LOGIC("host", "logic"),
        OPERATOR("kernel", "multipliers, dividers, floating-point operators"),
        MEMORY("back", "memory on the chip, FIFOs"),
        BOARD("link", "board memory");

        private final String styleClass;
        private final String meaning;

        Kind(String styleClass, String meaning) {
            this.styleClass = styleClass;
            this.meaning = meaning;
        }

        String styleClass() {
            return styleClass;
        }

        String meaning() {
            return meaning;
        }
    }
}
