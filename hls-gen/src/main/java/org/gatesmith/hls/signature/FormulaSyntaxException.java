package org.gatesmith.hls.signature;

/** A {@link Formula} that cannot be read. */
public final class FormulaSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    private final int position;

    FormulaSyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Index of the offending character. */
    public int position() {
        return position;
    }
}
