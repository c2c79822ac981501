package org.gatesmith.hls.signature;

/** Which way data flow through a memory port, seen from the kernel. */
public enum Direction {
    IN,
    OUT,
    INOUT;

    public boolean isRead() {
        return this != OUT;
    }

    public boolean isWritten() {
        return this != IN;
    }
}
