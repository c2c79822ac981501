import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Comparisons of operands of different integer types and of integers with floating-point numbers. */
public final class MixedComparisons {
    @Kernel("mixed_comparisons")
    public static void run(
            @In @Shape("n") byte[] b,
            @In @Shape("n") char[] c,
            @In @Shape("n") int[] i,
            @In @Shape("n") long[] l,
            @In @Shape("n") float[] f,
            @In @Shape("n") double[] d,
            @Out @Shape("n") int[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int bits = 0;
            bits |= b[k] < c[k] ? 1 : 0;
            bits |= b[k] == c[k] ? 2 : 0;
            bits |= i[k] >= l[k] ? 4 : 0;
            bits |= l[k] != b[k] ? 8 : 0;
            bits |= i[k] < f[k] ? 16 : 0;
            bits |= l[k] <= f[k] ? 32 : 0;
            bits |= f[k] == d[k] ? 64 : 0;
            bits |= i[k] > d[k] ? 128 : 0;
            bits |= c[k] == f[k] ? 256 : 0;
            bits |= l[k] == d[k] ? 512 : 0;
            out[k] = bits;
        }
    }
}
