package org.gatesmith.hls.ir;

import java.util.List;
import org.gatesmith.hls.diag.Span;

/**
 * A function: the kernel itself, a process of a dataflow function, or a helper that is not inlined.
 *
 * @param name unique in the program
 * @param body its parameters are the function's, its yields the returned values
 */
public record Function(String name, Region body, Style style, Inlining inlining, Span span) {

    /** How the calls in the body relate. */
    public enum Style {
        /** One after another. */
        SEQUENTIAL,
        /** Each call is a concurrent process. */
        DATAFLOW
    }

    /** What becomes of the function at its call sites. */
    public enum Inlining {
        /** The body replaces the call, unless the call is a process. */
        INLINE,
        /** A hardware function of its own. */
        KEEP
    }

    public List<Value> parameters() {
        return body.parameters();
    }

    public Function withBody(Region newBody) {
        return new Function(name, newBody, style, inlining, span);
    }
}
