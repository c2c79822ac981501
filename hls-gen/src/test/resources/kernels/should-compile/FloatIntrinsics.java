import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The methods of {@link Math} and {@link Float} on floats. */
public final class FloatIntrinsics {
    @Kernel("float_intrinsics")
    public static void run(
            @In @Shape("n") float[] a,
            @In @Shape("n") float[] b,
            @In @Shape("n") float[] c,
            @Out @Shape({"n", "10"}) float[] out,
            @Out @Shape({"n", "5"}) int[] bits,
            int n) {
        for (int k = 0; k < n; k++) {
            float x = a[k];
            float y = b[k];
            out[10 * k] = Math.abs(x);
            out[10 * k + 1] = Math.min(x, y);
            out[10 * k + 2] = Math.max(x, y);
            out[10 * k + 3] = Math.fma(x, y, c[k]);
            out[10 * k + 4] = (float) Math.sqrt(x);
            out[10 * k + 5] = Float.min(x, y) + Float.max(x, y);
            out[10 * k + 6] = Float.sum(x, y);
            out[10 * k + 7] = Float.intBitsToFloat(Float.floatToIntBits(x) ^ 0x80000000);
            out[10 * k + 8] = Math.min(-0.0f, x) + Math.max(x, 0.0f);
            out[10 * k + 9] = (float) Math.floor(x) + (float) Math.ceil(y) + (float) Math.rint(c[k]);
            bits[5 * k] = Float.floatToIntBits(x);
            bits[5 * k + 1] = x == x ? Float.floatToRawIntBits(x) : 0;
            bits[5 * k + 2] = Float.isNaN(x) ? 1 : Float.isInfinite(x) ? 2 : Float.isFinite(x) ? 3 : 4;
            bits[5 * k + 3] = Float.floatToIntBits(Math.min(x, y)) - Float.floatToIntBits(Math.max(y, x));
            bits[5 * k + 4] = Float.floatToIntBits(Float.intBitsToFloat(0x7f800001));
        }
    }
}
