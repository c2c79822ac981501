import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The methods of {@link Math} on ints and longs. */
public final class MathOnIntegers {
    @Kernel("math_on_integers")
    public static void run(
            @In @Shape("n") int[] a,
            @In @Shape("n") int[] b,
            @In @Shape("n") long[] c,
            @In @Shape("n") long[] d,
            @Out @Shape({"n", "22"}) long[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int o = 22 * k;
            int by = b[k] == 0 ? -7 : b[k];
            long wide = d[k] == 0 ? 11 : d[k];
            out[o] = Math.abs(a[k]);
            out[o + 1] = Math.abs(c[k]);
            out[o + 2] = Math.min(a[k], b[k]);
            out[o + 3] = Math.max(c[k], d[k]);
            out[o + 4] = Math.min(a[k], c[k]);
            out[o + 5] = Math.floorMod(a[k], by);
            out[o + 6] = Math.floorMod(c[k], by);
            out[o + 7] = Math.floorMod(c[k], wide);
            out[o + 8] = Math.floorDiv(a[k], by);
            out[o + 9] = Math.floorDiv(c[k], by);
            out[o + 10] = Math.floorDiv(c[k], wide);
            out[o + 11] = Math.multiplyHigh(c[k], d[k]);
            out[o + 12] = Math.multiplyFull(a[k], b[k]);
            out[o + 13] = Math.clamp(c[k], -100, 100);
            out[o + 14] = Math.clamp(c[k], -100L, 1L << 40);
            out[o + 15] = Math.floorDiv(Integer.MIN_VALUE, by | 1) + Math.floorMod(Integer.MIN_VALUE, by | 1);
            out[o + 16] = Math.floorDiv(Long.MIN_VALUE, wide | 1) + Math.floorMod(Long.MIN_VALUE, wide | 1);
            out[o + 17] = Math.abs((byte) a[k]) + Math.max((char) a[k], (short) b[k]);
            out[o + 18] = Math.floorDiv(a[k], -1) + Math.floorMod(a[k], -1);
            out[o + 19] = Math.clamp(a[k], 3, 3) + Math.multiplyFull(a[k], a[k]);
            out[o + 20] = Math.multiplyHigh(c[k], c[k]) + Math.multiplyHigh(c[k], -1);
            out[o + 21] = StrictMath.max(a[k], b[k]) + StrictMath.abs(c[k]);
        }
    }
}
