import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Floating-point numbers become integers: truncated, saturated, NaN to zero (JLS 5.1.3). */
public final class FloatToInteger {
    @Kernel("float_to_integer")
    public static void run(
            @In @Shape("n") float[] f, @In @Shape("n") double[] d, @Out @Shape({"n", "12"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 12 * k;
            out[o] = (int) f[k];
            out[o + 1] = (long) f[k];
            out[o + 2] = (short) f[k];
            out[o + 3] = (byte) f[k];
            out[o + 4] = (char) f[k];
            out[o + 5] = (int) d[k];
            out[o + 6] = (long) d[k];
            out[o + 7] = (short) d[k];
            out[o + 8] = (byte) d[k];
            out[o + 9] = (char) d[k];
            out[o + 10] = (int) (float) d[k];
            out[o + 11] = (long) (f[k] * d[k]);
        }
    }
}
