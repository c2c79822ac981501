import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Quotients truncate towards zero, remainders have the sign of the dividend, the smallest int by -1 wraps around. */
public final class DivisionSigns {
    @Kernel("division_signs")
    public static void run(
            @In @Shape("n") int[] a,
            @In @Shape("n") int[] b,
            @In @Shape("n") long[] c,
            @In @Shape("n") byte[] d,
            @Out @Shape({"n", "10"}) long[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int o = 10 * k;
            int by = b[k] == 0 ? -1 : b[k];
            long wide = c[k] == 0 ? -1 : c[k];
            out[o] = a[k] / by;
            out[o + 1] = a[k] % by;
            out[o + 2] = Integer.MIN_VALUE / (by | 1);
            out[o + 3] = Integer.MIN_VALUE % (by | 1);
            out[o + 4] = c[k] / by;
            out[o + 5] = c[k] % by;
            out[o + 6] = a[k] / wide;
            out[o + 7] = Long.MIN_VALUE / wide + Long.MIN_VALUE % wide;
            out[o + 8] = d[k] / -1;
            out[o + 9] = (byte) (d[k] / (byte) -1) + a[k] / 8 + a[k] % 8;
        }
    }
}
