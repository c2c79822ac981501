package org.gatesmith.hls.diag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics as a program reads them: the form of {@code --json}. Component names are the names of the JSON properties.
 *
 * @param errors number of errors
 * @param warnings number of warnings
 */
public record DiagnosticReport(List<Entry> diagnostics, long errors, long warnings) {

    /**
     * One diagnostic.
     *
     * @param severity {@code error} or {@code warning}
     * @param place null for what is about no particular place
     * @param fix null when there is none
     */
    public record Entry(
            String id,
            String severity,
            String message,
            @Nullable Place place,
            @Nullable String fix,
            List<Note> related) {
        public Entry {
            related = List.copyOf(related);
        }
    }

    /** Another place and why it matters. */
    public record Note(String message, @Nullable Place place) {}

    /** A stretch of text; lines and columns as in {@link Span}. */
    public record Place(String file, int line, int column, int endLine, int endColumn) {}

    public DiagnosticReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Describes diagnostics, in their order. */
    public static DiagnosticReport of(List<Diagnostic> diagnostics) {
        return new DiagnosticReport(
                diagnostics.stream().map(DiagnosticReport::entry).toList(),
                count(diagnostics, Severity.ERROR),
                count(diagnostics, Severity.WARNING));
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream().filter(d -> d.severity() == severity).count();
    }

    private static Entry entry(Diagnostic diagnostic) {
        return new Entry(
                diagnostic.rule().id(),
                diagnostic.severity().word(),
                diagnostic.message(),
                place(diagnostic.span()),
                diagnostic.fix(),
                diagnostic.related().stream()
                        .map(related -> new Note(related.note(), place(related.span())))
                        .toList());
    }

    private static @Nullable Place place(Span span) {
        return span.isKnown()
                ? new Place(span.file(), span.startLine(), span.startColumn(), span.endLine(), span.endColumn())
                : null;
    }
}
