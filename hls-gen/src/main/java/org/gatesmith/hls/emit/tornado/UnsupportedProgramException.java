package org.gatesmith.hls.emit.tornado;

/** A kernel that has no form as a TornadoVM task; the message names what stands in the way. */
public final class UnsupportedProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedProgramException(String what) {
        super(what);
    }
}
