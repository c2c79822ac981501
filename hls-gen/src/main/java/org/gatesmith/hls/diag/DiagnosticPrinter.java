package org.gatesmith.hls.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Diagnostics as a person reads them: place, severity, id and message, then the source line with carets under the span, then
 * the related places in the same form, then the fix.
 *
 * <pre>{@code
 * Scale.java:7:20: error[GS0401]: 'x' is marked @In and is written here
 *   7 |             x[i] = x[i] * 2;
 *     |             ^^^^^^^^^^^^^^^
 *     fix: mark it @InOut, or @Out if it is never read
 * }</pre>
 */
public final class DiagnosticPrinter {

    /** Distance of tab stops, as the terminals and editors that show tabs in Java sources have it. */
    private static final int TAB_STOP = 4;

    private final Map<String, String> sources;
    private final Style style;

    /** Whether the text carries ANSI colours. */
    public enum Style {
        PLAIN,
        ANSI
    }

    /**
     * A printer.
     *
     * @param sources text of the source files by the name that spans carry; a span in another file is shown without its line
     */
    public DiagnosticPrinter(Map<String, String> sources, Style style) {
        this.sources = Map.copyOf(sources);
        this.style = style;
    }

    /** All diagnostics in the order given, then the {@link #summary}; ends with a line feed, empty when there are none. */
    public String print(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        diagnostics.forEach(diagnostic -> text.append(print(diagnostic)));
        return text.append(summary(diagnostics)).append('\n').toString();
    }

    /** One diagnostic; every line ends with a line feed. */
    public String print(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        String head =
                paint(diagnostic.severity().word() + "[" + diagnostic.rule().id() + "]", colour(diagnostic.severity()));
        addMessage(lines, place(diagnostic.span()) + head + ": ", diagnostic.message());
        addSource(lines, diagnostic.span(), colour(diagnostic.severity()));
        for (Diagnostic.Related related : diagnostic.related()) {
            addMessage(lines, place(related.span()) + paint("note", Colour.BLUE) + ": ", related.note());
            addSource(lines, related.span(), Colour.BLUE);
        }
        if (diagnostic.fix() != null) {
            addMessage(lines, "    " + paint("fix", Colour.GREEN) + ": ", diagnostic.fix());
        }
        return String.join("\n", lines) + "\n";
    }

    /** How many errors and warnings there are, such as {@code 2 errors, 1 warning}; empty when there is neither. */
    public static String summary(List<Diagnostic> diagnostics) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count =
                    diagnostics.stream().filter(d -> d.severity() == severity).count();
            if (count > 0) {
                counts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
            }
        }
        return String.join(", ", counts);
    }

    private static String place(Span span) {
        return span.isKnown() ? span + ": " : "";
    }

    /** Further lines of a message stand below the first one, indented. */
    private static void addMessage(List<String> lines, String head, String message) {
        List<String> parts = message.lines().toList();
        lines.add(head + (parts.isEmpty() ? "" : parts.getFirst()));
        parts.stream().skip(1).map(part -> "    " + part).forEach(lines::add);
    }

    private void addSource(List<String> lines, Span span, Colour colour) {
        line(span).ifPresent(text -> {
            String number = "%3d".formatted(span.startLine());
            String gutter = " ".repeat(number.length()) + " |";
            lines.add((number + " | " + expand(text)).stripTrailing());
            lines.add(gutter + " " + carets(text, span, colour));
        });
    }

    private Optional<String> line(Span span) {
        String source = sources.get(span.file());
        if (source == null || !span.isKnown()) {
            return Optional.empty();
        }
        return SourceLines.of(source).text(span.startLine());
    }

    /** Carets below the part of a span that is on its first line; at least one. */
    private String carets(String text, Span span, Colour colour) {
        int start = Math.min(span.startColumn() - 1, text.length());
        boolean oneLine = span.endLine() == span.startLine();
        int end = oneLine
                ? Math.min(span.endColumn() - 1, text.length())
                : text.stripTrailing().length();
        int from = expand(text.substring(0, start)).length();
        int to = expand(text.substring(0, Math.max(start, end))).length();
        return " ".repeat(from) + paint("^".repeat(Math.max(1, to - from)), colour);
    }

    private static String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                expanded.repeat(' ', TAB_STOP - expanded.length() % TAB_STOP);
            } else {
                expanded.append(c);
            }
        }
        return expanded.toString();
    }

    /** Colours by their ANSI codes (ECMA-48 SGR), bold. */
    private enum Colour {
        RED(31),
        GREEN(32),
        YELLOW(33),
        BLUE(34);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    private static Colour colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Colour.RED;
            case WARNING -> Colour.YELLOW;
        };
    }

    private String paint(String text, Colour colour) {
        return style == Style.ANSI ? "\u001b[1;" + colour.code + "m" + text + "\u001b[0m" : text;
    }
}
