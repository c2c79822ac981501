import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Conditional expressions: nested, of mixed types, with effects in the branch that is taken only. */
public final class Ternaries {
    @Kernel("ternaries")
    public static void run(
            @In @Shape("n") int[] a,
            @In @Shape("n") byte[] b,
            @In @Shape("n") float[] f,
            @Out @Shape({"n", "9"}) long[] out,
            @Out @Shape({"n", "3"}) double[] reals,
            int n) {
        for (int k = 0; k < n; k++) {
            int o = 9 * k;
            int i = 0;
            int x = a[k];
            out[o] = x > 0 ? x : -x;
            out[o + 1] = x > 100 ? 1 : x > 10 ? 2 : x > 0 ? 3 : 4;
            out[o + 2] = x > 0 ? b[k] : 'z';
            out[o + 3] = x < 0 ? 5L : b[k];
            out[o + 4] = x > 0 ? i++ : (i += 10);
            out[o + 5] = i;
            out[o + 6] = x == 0 ? 0 : 1000 / x;
            out[o + 7] = (x > 0 ? b[k] : (byte) 1) + (x > 5 ? (x > 7 ? i : ++i) : i--);
            out[o + 8] = (b[k] > 0 ? x > 0 : x < 0) ? i : ~i;
            reals[3 * k] = x > 0 ? f[k] : x;
            reals[3 * k + 1] = x > 0 ? x : 0.5;
            reals[3 * k + 2] = f[k] > 0 ? 1 / f[k] : x > 0 ? f[k] * 2 : 0;
        }
    }
}
