package org.gatesmith.library.posit;

import java.util.Arrays;
import org.gatesmith.library.posit.PositDotModel.Mode;

/** Reference model of {@link PositDot} with the tunables it was built with: {@link PositDotModel} on every row. */
public final class PositDotReference {
    private PositDotReference() {}

    /** As {@link PositDot#positDot}. */
    public static void positDot(short[] a, short[] b, short[] acc, short[] out, int count) {
        PositDotModel model = model();
        for (int i = 0; i < count; i++) {
            out[i] = (short) model.published(row(a, i), row(b, i), acc[i]);
        }
    }

    private static PositDotModel model() {
        return new PositDotModel(
                new ExactPosit(PositDot.N_IN, PositDot.ES_IN),
                new ExactPosit(PositDot.N_OUT, PositDot.ES_OUT),
                PositDot.WM,
                Mode.of(PositDot.MODE));
    }

    private static short[] row(short[] codes, int row) {
        return Arrays.copyOfRange(codes, row * PositDot.N, (row + 1) * PositDot.N);
    }
}
