package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Severity;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;
import org.jspecify.annotations.Nullable;

/** Prints diagnostics and failures for people. */
final class Messages {

    private final PrintWriter out;

    Messages(PrintWriter out) {
        this.out = out;
    }

    void print(List<Diagnostic> diagnostics, Map<String, String> sources) {
        for (Diagnostic diagnostic : diagnostics) {
            String kind = diagnostic.severity() == Severity.ERROR ? "error" : "warning";
            print(kind, diagnostic.rule().id(), diagnostic.span(), diagnostic.message(), diagnostic.fix(), sources);
        }
        out.flush();
    }

    void print(DeviceException failure, Map<String, String> sources) {
        print("error", failure.fault().id(), failure.span(), String.valueOf(failure.getMessage()), null, sources);
        out.flush();
    }

    private void print(
            String kind, String id, Span span, String message, @Nullable String fix, Map<String, String> sources) {
        out.println((span.isKnown() ? span + ": " : "") + kind + "[" + id + "]: " + message);
        String text = sources.get(span.file());
        if (span.isKnown() && text != null) {
            String line = text.lines().skip(span.startLine() - 1L).findFirst().orElse("");
            int end = span.endLine() == span.startLine() ? span.endColumn() : line.length() + 1;
            out.println("    " + line);
            out.println(
                    "    " + " ".repeat(span.startColumn() - 1) + "^".repeat(Math.max(1, end - span.startColumn())));
        }
        if (fix != null) {
            out.println("    fix: " + fix);
        }
    }
}
