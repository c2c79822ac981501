import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Shape;

/** Compound assignment computes in the promoted type and converts back. */
public final class CompoundWithFloats {
    @Kernel("compound_with_floats")
    public static void run(
            @InOut @Shape("n") int[] i,
            @InOut @Shape("n") long[] l,
            @InOut @Shape("n") byte[] b,
            @InOut @Shape("n") char[] c,
            @InOut @Shape("n") float[] f,
            @In @Shape("n") double[] d,
            int n) {
        for (int k = 0; k < n; k++) {
            i[k] += f[k];
            l[k] *= d[k];
            b[k] -= 0.75;
            c[k] *= 1.5f;
            f[k] += d[k];
            f[k] /= i[k];
            int x = i[k];
            x /= 2.5f;
            x -= l[k];
            i[k] = x;
        }
    }
}
