import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Integers become the nearest floating-point number (JLS 5.1.2). */
public final class WideningToFloat {
    @Kernel("widening_to_float")
    public static void run(
            @In @Shape("n") byte[] b,
            @In @Shape("n") char[] c,
            @In @Shape("n") int[] i,
            @In @Shape("n") long[] l,
            @Out @Shape({"n", "5"}) float[] f,
            @Out @Shape({"n", "4"}) double[] d,
            int n) {
        for (int k = 0; k < n; k++) {
            f[5 * k] = b[k];
            f[5 * k + 1] = c[k];
            f[5 * k + 2] = i[k];
            f[5 * k + 3] = l[k];
            f[5 * k + 4] = (float) (double) l[k];
            d[4 * k] = c[k];
            d[4 * k + 1] = i[k];
            d[4 * k + 2] = l[k];
            d[4 * k + 3] = (float) i[k];
        }
    }
}
