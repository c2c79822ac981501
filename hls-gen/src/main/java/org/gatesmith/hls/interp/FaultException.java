package org.gatesmith.hls.interp;

import org.gatesmith.hls.diag.Span;

/** An execution that cannot go on. */
public final class FaultException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;
    private final transient Span span;

    FaultException(Abort abort) {
        super(abort.span() + ": " + abort.fault().message(), abort);
        this.fault = abort.fault();
        this.span = abort.span();
    }

    /** What went wrong. */
    public Fault fault() {
        return fault;
    }

    /** The Java text of the operation that failed. */
    public Span span() {
        return span;
    }
}
