package org.gatesmith.hls.frontend;

/** Leaves a statement whose error has been reported; lowering goes on with the next one. */
final class LoweringError extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoweringError() {
        super("already reported", null, false, false);
    }
}
