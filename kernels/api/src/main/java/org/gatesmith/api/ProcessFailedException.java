package org.gatesmith.api;

/** A process of a dataflow region threw an exception, which is the cause. */
public final class ProcessFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String region;
    private final String process;
    private final Throwable thrown;

    ProcessFailedException(String region, String process, Throwable cause) {
        super("process '" + process + "' of dataflow region '" + region + "' failed: " + cause, cause);
        this.region = region;
        this.process = process;
        this.thrown = cause;
    }

    /** Name of the region. */
    public String region() {
        return region;
    }

    /** Name of the process. */
    public String process() {
        return process;
    }

    /** What the kernel code threw, however many regions it has passed through. */
    public Throwable origin() {
        return thrown instanceof ProcessFailedException inner ? inner.origin() : thrown;
    }
}
