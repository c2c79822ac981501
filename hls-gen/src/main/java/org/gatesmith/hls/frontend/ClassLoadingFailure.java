package org.gatesmith.hls.frontend;

/** A class of the kernel that the JVM cannot load or initialise. */
final class ClassLoadingFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    ClassLoadingFailure(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Which class, and why. */
    String reason() {
        return reason;
    }
}
