package org.gatesmith.hls.frontend;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;

/** javac's own messages as diagnostics. */
final class JavacMessages {

    private JavacMessages() {}

    static List<Diagnostic> errors(
            List<? extends javax.tools.Diagnostic<? extends JavaFileObject>> messages,
            Map<String, String> displayNames) {
        return messages.stream()
                .filter(message -> message.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(message -> Diagnostic.of(
                        Rule.JAVAC,
                        span(message, displayNames),
                        message.getMessage(Locale.ROOT).strip(),
                        null))
                .toList();
    }

    private static Span span(
            javax.tools.Diagnostic<? extends JavaFileObject> message, Map<String, String> displayNames) {
        JavaFileObject file = message.getSource();
        if (file == null || message.getLineNumber() < 1) {
            return Span.NONE;
        }
        int line = (int) message.getLineNumber();
        int column = (int) Math.max(1, message.getColumnNumber());
        int length = (int) Math.max(1, message.getEndPosition() - message.getPosition());
        String name = displayNames.getOrDefault(file.toUri().toString(), file.getName());
        return new Span(name, line, column, line, column + length);
    }
}
