package org.gatesmith.hls.operators;

/**
 * Blocks of 18 Kb that a memory takes. With one port that writes and one that reads, 512 words of 36 bits; with two ports that do both, 1024
 * of 18, 2048 of 9 and so on (UltraScale memory resources, UG573).
 */
public final class BlockMemory {

    private BlockMemory() {}

    /** Of a memory of which one port writes and the other reads. */
    public static long blocks(long words, int width) {
        return Math.min(Math.ceilDiv(words, 512) * Math.ceilDiv(width, 36), blocksOfTwoPorts(words, width));
    }

    /** Of a memory of which a port does both. */
    public static long blocksOfTwoPorts(long words, int width) {
        return Math.min(
                Math.ceilDiv(words, 1024) * Math.ceilDiv(width, 18),
                Math.ceilDiv(words, 2048) * Math.ceilDiv(width, 9));
    }
}
