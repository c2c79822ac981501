package org.gatesmith.hls.diag;

/**
 * A stretch of source text. Lines and columns count from 1; the end column is exclusive.
 *
 * @param file name of the source file as the user gave it
 */
public record Span(String file, int startLine, int startColumn, int endLine, int endColumn) {

    /** Place of what has no source text, such as an operation made by a pass. */
    public static final Span NONE = new Span("", 0, 0, 0, 0);

    /** Whether this span points at source text. */
    public boolean isKnown() {
        return startLine > 0;
    }

    @Override
    public String toString() {
        return isKnown() ? file + ":" + startLine + ":" + startColumn : "<generated>";
    }
}
