package org.gatesmith.hls.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.tools.JavaFileObject;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.SourceLines;
import org.gatesmith.hls.diag.Span;

/** javac's own messages as diagnostics. */
final class JavacMessages {

    private JavacMessages() {}

    /**
     * The errors among javac's messages.
     *
     * @param displayName the name under which spans mention a file
     */
    static List<Diagnostic> errors(
            List<? extends javax.tools.Diagnostic<? extends JavaFileObject>> messages,
            Function<JavaFileObject, String> displayName) {
        return messages.stream()
                .filter(message -> message.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(message -> Diagnostic.of(
                        Rule.JAVAC,
                        span(message, displayName),
                        message.getMessage(Locale.ROOT).strip(),
                        null))
                .toList();
    }

    private static Span span(
            javax.tools.Diagnostic<? extends JavaFileObject> message, Function<JavaFileObject, String> displayName) {
        JavaFileObject file = message.getSource();
        if (file == null || message.getPosition() < 0) {
            return Span.NONE;
        }
        try {
            return SourceLines.of(file.getCharContent(true).toString())
                    .span(displayName.apply(file), message.getPosition(), message.getEndPosition());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
