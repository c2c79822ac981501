package org.gatesmith.hls.operators;

/**
 * LUT memory with one port that writes and others that read. Eight LUTs of a slice share their write port: they hold 14 bits of 32 words, or
 * 7 bits of 64 words, and each other reader has a copy (RAM32M16 and RAM64M8, UltraScale libraries guide, UG974).
 */
public final class LutMemory {

    private static final int LUTS = 8;
    private static final int DEEP = 64;
    private static final int BITS_OF_DEEP = 7;

    private LutMemory() {}

    /** LUTs that hold the words, without those that choose among blocks of 64 words. */
    public static long luts(long words, int width, long readers) {
        int bits = 2 * words <= DEEP ? 2 * BITS_OF_DEEP : BITS_OF_DEEP;
        return Math.max(1, readers) * Math.ceilDiv(words, DEEP) * Math.ceilDiv(width, bits) * LUTS;
    }
}
