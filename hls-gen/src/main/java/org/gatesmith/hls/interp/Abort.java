package org.gatesmith.hls.interp;

import org.gatesmith.hls.diag.Span;

/** Unwinds the interpreter to its entry, through processes and their threads. */
final class Abort extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;
    private final transient Span span;

    Abort(Fault fault, Span span) {
        super(fault.message(), null, false, false);
        this.fault = fault;
        this.span = span;
    }

    Fault fault() {
        return fault;
    }

    Span span() {
        return span;
    }
}
