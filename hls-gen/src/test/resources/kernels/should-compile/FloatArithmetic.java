import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** IEEE-754 binary32: special values, underflow, no contraction, no reassociation. */
public final class FloatArithmetic {
    @Kernel("float_arithmetic")
    public static void run(
            @In @Shape("n") float[] a,
            @In @Shape("n") float[] b,
            @In @Shape("n") float[] c,
            @Out @Shape({"n", "12"}) float[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            float x = a[k];
            float y = b[k];
            out[12 * k] = x + y;
            out[12 * k + 1] = x - y;
            out[12 * k + 2] = x * y;
            out[12 * k + 3] = x / y;
            out[12 * k + 4] = x % y;
            out[12 * k + 5] = -x;
            out[12 * k + 6] = x * y + c[k];
            out[12 * k + 7] = (x + y) + c[k] - (x + (y + c[k]));
            out[12 * k + 8] = x * 1e-30f * 1e-20f;
            out[12 * k + 9] = 0 - x + 0.0f * -1;
            out[12 * k + 10] = x / 0 + 1 / (y * 0);
            out[12 * k + 11] = (float) ((double) x * y) - x * y;
        }
    }
}
