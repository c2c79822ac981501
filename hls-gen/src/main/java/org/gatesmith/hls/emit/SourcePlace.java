package org.gatesmith.hls.emit;

import org.gatesmith.hls.diag.Span;

/** The Java line that something comes from, for comments. */
public final class SourcePlace {

    private SourcePlace() {}

    /** {@code Gemm.java:31}; empty if there is no such line. Without folders: text must not depend on where sources lie. */
    public static String of(Span span) {
        String path = span.file();
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return span.isKnown() ? file + ":" + span.startLine() : "";
    }
}
