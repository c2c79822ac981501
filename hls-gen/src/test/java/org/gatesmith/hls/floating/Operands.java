package org.gatesmith.hls.floating;

import java.util.Random;

/** What operators are tested on, as bits. */
public interface Operands {

    /** Values at which something changes. */
    long[] special();

    /** Puts random operands for one operation into the array. */
    void fill(long[] operands, Random random);
}
