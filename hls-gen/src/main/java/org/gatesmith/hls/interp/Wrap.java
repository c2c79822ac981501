package org.gatesmith.hls.interp;

import org.gatesmith.hls.ir.IntType;

/** Wraps a word to an integer type of at most 64 bits. */
record Wrap(int unused, boolean signed) {

    static Wrap to(IntType type) {
        return new Wrap(Long.SIZE - type.width(), type.signed());
    }

    long apply(long word) {
        return signed ? word << unused >> unused : word << unused >>> unused;
    }
}
