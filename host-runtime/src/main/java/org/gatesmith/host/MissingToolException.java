package org.gatesmith.host;

/** A program that the task needs is not installed; the message says which and how to get it. */
public final class MissingToolException extends Exception {
    private static final long serialVersionUID = 1L;

    public MissingToolException(String message) {
        super(message);
    }
}
