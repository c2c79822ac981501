package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticPrinter;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;

/** Prints diagnostics and failures for people. */
final class Messages {

    private final PrintWriter out;

    Messages(PrintWriter out) {
        this.out = out;
    }

    void print(List<Diagnostic> diagnostics, Map<String, String> sources) {
        if (!diagnostics.isEmpty()) {
            out.println(new DiagnosticPrinter(sources, DiagnosticPrinter.Style.PLAIN)
                    .print(diagnostics)
                    .stripTrailing());
        }
        out.flush();
    }

    void print(DeviceException failure, Map<String, String> sources) {
        Span span = failure.span();
        out.println(
                (span.isKnown() ? span + ": " : "") + "error[" + failure.fault().id() + "]: " + failure.getMessage());
        String text = sources.get(span.file());
        if (span.isKnown() && text != null) {
            String line = text.lines().skip(span.startLine() - 1L).findFirst().orElse("");
            int end = span.endLine() == span.startLine() ? span.endColumn() : line.length() + 1;
            out.println("    " + line);
            out.println(
                    "    " + " ".repeat(span.startColumn() - 1) + "^".repeat(Math.max(1, end - span.startColumn())));
        }
        out.flush();
    }
}
