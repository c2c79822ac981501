package org.gatesmith.host.data;

/**
 * A stream of random 64-bit words that can be read at any index: SplitMix64, the generator of
 * {@code java.util.SplittableRandom}, computed from its counter. Guy L. Steele, Doug Lea and Christine H. Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014; the mixing function is variant 13 of David Stafford, "Better bit
 * mixing", 2011.
 *
 * @param key selects the stream
 */
record RandomBits(long key) {
    /** 2^64 divided by the golden ratio, made odd; the increment that SplitMix64 uses. */
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Offset basis and prime of the 64-bit hash FNV-1a. */
    private static final long FNV_BASIS = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    /** The stream for a name under a seed. */
    static RandomBits of(long seed, String name) {
        long hash = FNV_BASIS;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new RandomBits(mix(seed + GOLDEN_GAMMA) ^ mix(hash));
    }

    /** The word at an index. */
    long word(long index) {
        return mix(key + (index + 1) * GOLDEN_GAMMA);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Maps a word to {@code min..max}, both inclusive; any value deviates from equal chance by at most 2^-64. */
    static long within(long word, long min, long max) {
        long size = max - min + 1;
        return size == 0 ? word : min + Math.unsignedMultiplyHigh(word, size);
    }

    /** Maps a word to [0, 1) in steps of 2^-53. */
    static double unit(long word) {
        return (word >>> 11) * 0x1p-53;
    }
}
