import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** IEEE-754 binary64, and the conversions between both widths. */
public final class DoubleArithmetic {
    @Kernel("double_arithmetic")
    public static void run(
            @In @Shape("n") double[] a,
            @In @Shape("n") double[] b,
            @In @Shape("n") float[] f,
            @Out @Shape({"n", "10"}) double[] out,
            @Out @Shape({"n", "3"}) float[] narrow,
            int n) {
        for (int k = 0; k < n; k++) {
            double x = a[k];
            double y = b[k];
            out[10 * k] = x + y;
            out[10 * k + 1] = x - y;
            out[10 * k + 2] = x * y;
            out[10 * k + 3] = x / y;
            out[10 * k + 4] = x % y;
            out[10 * k + 5] = -x + +y;
            out[10 * k + 6] = x * y + f[k];
            out[10 * k + 7] = f[k];
            out[10 * k + 8] = x + f[k] * f[k];
            out[10 * k + 9] = (float) x * y;
            narrow[3 * k] = (float) x;
            narrow[3 * k + 1] = (float) (x * f[k]);
            narrow[3 * k + 2] = (float) x * f[k];
        }
    }
}
