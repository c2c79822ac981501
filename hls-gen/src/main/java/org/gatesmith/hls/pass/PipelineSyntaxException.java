package org.gatesmith.hls.pass;

/** A pipeline text that names something else than passes. */
public final class PipelineSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    PipelineSyntaxException(String message) {
        super(message);
    }
}
