package org.gatesmith.hls.interp;

import java.math.BigInteger;

/**
 * Registers of one activation of a function. A word holds an integer of up to 64 bits, sign- or zero-extended (an unsigned one
 * of 64 bits by its bits), or the bits of a floating-point number (those of a {@code float} sign-extended). Wider integers are
 * kept exactly.
 */
final class Frame {

    final long[] words;
    final BigInteger[] wides;
    final Memory[] memories;
    final Meter meter;

    Frame(int words, int wides, int memories, Meter meter) {
        this.words = new long[words];
        this.wides = new BigInteger[wides];
        this.memories = new Memory[memories];
        this.meter = meter;
    }
}
