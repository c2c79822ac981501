package org.gatesmith.host;

/** The caller asked for something that cannot be; the message says what and what to do instead, ready to be shown. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
