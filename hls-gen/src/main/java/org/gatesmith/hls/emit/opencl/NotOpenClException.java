package org.gatesmith.hls.emit.opencl;

import org.gatesmith.hls.diag.Span;

/** A kernel that has no form in OpenCL C; the message says why and what to do. */
public final class NotOpenClException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Span span;

    NotOpenClException(Span span, String message) {
        super(message);
        this.span = span;
    }

    /** Where in the kernel's source. */
    public Span span() {
        return span;
    }
}
