import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Shifts of longs: the low six bits of the count matter. */
public final class LongShifts {
    @Kernel("long_shifts")
    public static void run(
            @In @Shape("n") long[] a, @In @Shape("n") int[] count, @Out @Shape({"n", "8"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 8 * k;
            out[o] = a[k] << count[k];
            out[o + 1] = a[k] >> count[k];
            out[o + 2] = a[k] >>> count[k];
            out[o + 3] = a[k] << 64;
            out[o + 4] = a[k] >>> -1;
            out[o + 5] = a[k] >>> 32 << a[k];
            out[o + 6] = (int) a[k] << count[k];
            out[o + 7] = ((int) a[k] >>> count[k]) | a[k] >> 63;
        }
    }
}
