package org.gatesmith.hls.ir;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.hls.diag.Span;

/**
 * Spelling of source spans: {@code @12:9-30} within one line, {@code @12:9-14:2} over several, {@code @"Other.java":3:5-9} in
 * another file than the function's. A span without source text has no spelling.
 */
final class SpanText {

    static final String PATTERN = "@(?:\"(?:[^\"\\\\\n]|\\\\.)*+\":)?\\d{1,9}+:\\d{1,9}+-(?:\\d{1,9}+:)?\\d{1,9}+";

    private static final Pattern PARTS = Pattern.compile("@(?:(\".*\"):)?(\\d+):(\\d+)-(?:(\\d+):)?(\\d+)");

    private SpanText() {}

    /** Suffix of an operation, with a space before it; empty when the span is unknown. */
    static String suffix(Span span, String file) {
        if (!span.isKnown()) {
            return "";
        }
        String elsewhere = span.file().equals(file) ? "" : Names.quote(span.file()) + ":";
        String endLine = span.endLine() == span.startLine() ? "" : span.endLine() + ":";
        return " @" + elsewhere + span.startLine() + ":" + span.startColumn() + "-" + endLine + span.endColumn();
    }

    /** Inverse of {@link #suffix} for text that matches {@link #PATTERN}. */
    static Span parse(String text, String file) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        int startLine = Integer.parseInt(parts.group(2));
        return new Span(
                parts.group(1) == null ? file : Names.unquote(parts.group(1)),
                startLine,
                Integer.parseInt(parts.group(3)),
                parts.group(4) == null ? startLine : Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)));
    }
}
