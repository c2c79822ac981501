package org.gatesmith.hls.diag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to the kernel author.
 *
 * @param rule what kind of message
 * @param span where in the source
 * @param message what is wrong, in the author's own identifiers
 * @param fix what to write instead, or null
 * @param related other places that belong to it
 */
public record Diagnostic(
        Rule rule, Span span, String message, @Nullable String fix, List<Related> related) {

    /** Another place in the source, and why it matters. */
    public record Related(Span span, String note) {}

    public Diagnostic {
        related = List.copyOf(related);
    }

    public static Diagnostic of(Rule rule, Span span, String message, @Nullable String fix) {
        return new Diagnostic(rule, span, message, fix, List.of());
    }

    public Severity severity() {
        return rule.severity();
    }
}
