package org.gatesmith.library.linalg;

import java.util.Random;

/** Float operands for tests. */
final class Floats {
    /** Signed zeros, subnormals, limits, infinities, not-a-number, and neighbours of 1. */
    static final float[] SPECIAL = {
        0.0f,
        -0.0f,
        1.0f,
        -1.0f,
        Math.nextUp(1.0f),
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Math.nextDown(Float.MIN_NORMAL),
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    private Floats() {}

    /** Finite values of widely differing exponents, so that almost every addition rounds. */
    static float[] random(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.scalb(random.nextFloat() - 0.5f, random.nextInt(-12, 12));
        }
        return values;
    }

    /** Mostly finite values with some of {@link #SPECIAL} strewn in. */
    static float[] withSpecials(Random random, int count) {
        float[] values = random(random, count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(8) == 0) {
                values[i] = SPECIAL[random.nextInt(SPECIAL.length)];
            }
        }
        return values;
    }
}
