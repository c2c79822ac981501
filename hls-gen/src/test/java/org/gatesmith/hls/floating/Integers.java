package org.gatesmith.hls.floating;

import java.util.Random;
import java.util.TreeSet;

/** Integers of 32 or 64 bits, sign-extended: those near powers of two, and random ones of every length. */
record Integers(int width) implements Operands {

    @Override
    public long[] special() {
        TreeSet<Long> all = new TreeSet<>();
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                for (long near = -1; near <= 1; near++) {
                    all.add(signed((1L << i) + (1L << j) + near));
                    all.add(signed(-(1L << i) + (1L << j) + near));
                }
            }
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void fill(long[] operands, Random random) {
        for (int i = 0; i < operands.length; i++) {
            operands[i] = signed(random.nextLong() >> random.nextInt(Long.SIZE));
        }
    }

    private long signed(long bits) {
        return (bits << (Long.SIZE - width)) >> (Long.SIZE - width);
    }
}
