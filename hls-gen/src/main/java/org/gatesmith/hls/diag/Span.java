package org.gatesmith.hls.diag;

/**
 * A stretch of source text. Lines and columns count from 1, columns in UTF-16 code units as editors count them, a tab being one;
 * the end column is exclusive.
 *
 * @param file name of the source file as the user gave it
 */
public record Span(String file, int startLine, int startColumn, int endLine, int endColumn) {

    /** Place of what has no source text, such as an operation made by a pass. */
    public static final Span NONE = new Span("", 0, 0, 0, 0);

    /** The first character of a file, for what is about the file as a whole. */
    public static Span startOf(String file) {
        return new Span(file, 1, 1, 1, 2);
    }

    /** Whether this span points at source text. */
    public boolean isKnown() {
        return startLine > 0;
    }

    /** Name of the file without its folders. */
    public String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The line where it starts, as {@code Gemm.java:31}; empty if it points at nothing. Does not depend on where the file lies. */
    public String line() {
        return isKnown() ? fileName() + ":" + startLine : "";
    }

    @Override
    public String toString() {
        return isKnown() ? file + ":" + startLine + ":" + startColumn : "<generated>";
    }
}
