import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Shifts of ints: only the low five bits of the count matter, whatever its type and sign (JLS 15.19). */
public final class IntShifts {
    @Kernel("int_shifts")
    public static void run(
            @In @Shape("n") int[] a,
            @In @Shape("n") int[] count,
            @In @Shape("n") long[] wide,
            @In @Shape("n") byte[] narrow,
            @Out @Shape({"n", "14"}) int[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int o = 14 * k;
            out[o] = a[k] << count[k];
            out[o + 1] = a[k] >> count[k];
            out[o + 2] = a[k] >>> count[k];
            out[o + 3] = a[k] << wide[k];
            out[o + 4] = a[k] >> wide[k];
            out[o + 5] = a[k] >>> wide[k];
            out[o + 6] = a[k] << narrow[k];
            out[o + 7] = narrow[k] >>> count[k];
            out[o + 8] = narrow[k] << count[k];
            out[o + 9] = a[k] << 32;
            out[o + 10] = a[k] >>> -1;
            out[o + 11] = a[k] >> 33;
            out[o + 12] = (char) a[k] >>> count[k];
            out[o + 13] = (a[k] >>> count[k]) + (a[k] << -count[k]);
        }
    }
}
