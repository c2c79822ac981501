package org.gatesmith.library.linalg;

import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Parallel;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * Element-wise sum of two float vectors.
 *
 * <p>Hardware: {@code LANES} float adders between three memory ports, each of which moves as many elements per cycle in bursts over
 * the whole vector. The kernel is bound by memory: it moves 12 bytes per addition. Sixteen lanes fill buses of 512 bits.
 */
public final class VectorAdd {
    /** Sums per cycle. */
    @Tunable({1, 2, 4, 8, 16})
    static final int LANES = 16;

    private VectorAdd() {}

    /**
     * {@code c[i] = a[i] + b[i]}, IEEE 754 binary32, rounded to nearest even.
     *
     * @param a n elements
     * @param b n elements
     * @param c n elements, written
     * @param n number of elements; 0 writes nothing
     */
    @Kernel("vector_add")
    public static void add(
            @In @Shape("n") float[] a,
            @In @Shape("n") float[] b,
            @Out @Shape("n") float[] c,
            @Range(min = 0, max = Integer.MAX_VALUE) int n) {
        for (@Parallel @Pipeline(ii = 1) @Unroll(factor = LANES) @TripCount(max = Integer.MAX_VALUE, typical = 1 << 20)
                int i = 0;
                i < n;
                i++) {
            c[i] = a[i] + b[i];
        }
    }
}
