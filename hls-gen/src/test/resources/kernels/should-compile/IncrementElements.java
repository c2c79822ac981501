import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** {@code ++}, {@code --} and compound assignment on array elements; the index is evaluated once. */
public final class IncrementElements {
    @Kernel("increment_elements")
    public static void run(
            @InOut @Shape("n + 4") byte[] b,
            @InOut @Shape("n + 4") char[] c,
            @InOut @Shape("n + 4") long[] l,
            @InOut @Shape("n + 4") float[] f,
            @Out @Shape({"n", "8"}) long[] out,
            int n) {
        int at = 0;
        for (int k = 0; k < n; k++) {
            int o = 8 * k;
            out[o] = b[k]++;
            out[o + 1] = ++b[k];
            out[o + 2] = b[at++]--;
            out[o + 3] = c[k]-- + --c[k];
            out[o + 4] = l[k + 1]++ - l[k];
            l[at] += at++;
            out[o + 5] = at;
            f[k]++;
            --f[k + 1];
            int[] local = {k, 10, 20, 30};
            out[o + 6] = local[1]++ + ++local[1] + local[1];
            local[local[0] & 3] -= 5;
            out[o + 7] = local[0] + 2 * local[1] + 3 * local[2] + 4 * local[3];
            at--;
        }
    }
}
