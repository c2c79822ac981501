import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Comparisons with NaN and signed zeros; branches and loops on them. */
public final class FloatComparisons {
    @Kernel("float_comparisons")
    public static void run(
            @In @Shape("n") float[] a, @In @Shape("n") float[] b, @In @Shape("n") double[] d, @Out @Shape({"n", "3"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int bits = 0;
            if (a[k] < b[k]) bits |= 1;
            if (a[k] <= b[k]) bits |= 2;
            if (a[k] > b[k]) bits |= 4;
            if (a[k] >= b[k]) bits |= 8;
            if (a[k] == b[k]) bits |= 16;
            if (a[k] != b[k]) bits |= 32;
            if (!(a[k] < b[k])) bits |= 64;
            if (d[k] == -0.0) bits |= 128;
            if (d[k] != d[k]) bits |= 256;
            if (a[k] < d[k] ^ d[k] < b[k]) bits |= 512;
            out[3 * k] = bits;
            int steps = 0;
            for (float x = a[k]; x < 100 && steps < 30; x = x * 2 + 1) steps++;
            out[3 * k + 1] = steps;
            boolean ordered = !(a[k] > b[k]) && !(b[k] < a[k]);
            out[3 * k + 2] = ordered == (a[k] <= b[k]) ? 1 : 0;
        }
    }
}
