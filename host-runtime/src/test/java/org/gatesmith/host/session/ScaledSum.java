package org.gatesmith.host.session;

import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;

/** A kernel with every kind of parameter. */
public final class ScaledSum {

    private ScaledSum() {}

    /** Adds to a running sum, and tells where it became negative. */
    @Kernel("scaled_sum")
    public static void add(
            @In @Shape("n") @Range(min = -100, max = 100) short[] terms,
            @InOut @Shape("n") int[] sums,
            @Out @Shape("n") boolean[] negative,
            @Range(min = 1, max = 1_000) int n,
            int scale,
            boolean reset) {
        for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
            int sum = (reset ? 0 : sums[i]) + terms[i] * scale;
            sums[i] = sum;
            negative[i] = sum < 0;
        }
    }
}
