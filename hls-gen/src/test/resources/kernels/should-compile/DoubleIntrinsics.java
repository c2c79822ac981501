import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The methods of {@link Math} and {@link Double} on doubles. */
public final class DoubleIntrinsics {
    @Kernel("double_intrinsics")
    public static void run(
            @In @Shape("n") double[] a,
            @In @Shape("n") double[] b,
            @In @Shape("n") double[] c,
            @Out @Shape({"n", "10"}) double[] out,
            @Out @Shape({"n", "4"}) long[] bits,
            int n) {
        for (int k = 0; k < n; k++) {
            double x = a[k];
            double y = b[k];
            out[10 * k] = Math.abs(x);
            out[10 * k + 1] = Math.min(x, y);
            out[10 * k + 2] = Math.max(x, y);
            out[10 * k + 3] = Math.fma(x, y, c[k]);
            out[10 * k + 4] = Math.sqrt(x);
            out[10 * k + 5] = Math.floor(x);
            out[10 * k + 6] = Math.ceil(x);
            out[10 * k + 7] = Math.rint(x);
            out[10 * k + 8] = Double.sum(x, y) + Double.min(x, 0) * Double.max(y, -0.0);
            out[10 * k + 9] = Double.longBitsToDouble(Double.doubleToLongBits(x) + 1);
            bits[4 * k] = Double.doubleToLongBits(x);
            bits[4 * k + 1] = x == x ? Double.doubleToRawLongBits(x) : 0;
            bits[4 * k + 2] = Double.isNaN(x) ? 1 : Double.isInfinite(x) ? 2 : Double.isFinite(x) ? 3 : 4;
            bits[4 * k + 3] = Double.doubleToLongBits(StrictMath.sqrt(y)) ^ Double.doubleToLongBits(StrictMath.rint(-0.4));
        }
    }
}
