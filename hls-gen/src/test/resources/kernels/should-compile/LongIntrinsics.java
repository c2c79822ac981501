import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The methods of {@link Long} that become hardware. */
public final class LongIntrinsics {
    @Kernel("long_intrinsics")
    public static void run(@In @Shape("n") long[] a, @In @Shape("n") long[] b, @Out @Shape({"n", "20"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 20 * k;
            long x = a[k];
            long y = b[k];
            long by = y == 0 ? -3 : y;
            out[o] = Long.bitCount(x);
            out[o + 1] = Long.numberOfLeadingZeros(x);
            out[o + 2] = Long.numberOfTrailingZeros(x);
            out[o + 3] = Long.reverse(x);
            out[o + 4] = Long.reverseBytes(x);
            out[o + 5] = Long.rotateLeft(x, (int) y);
            out[o + 6] = Long.rotateRight(x, (int) y);
            out[o + 7] = Long.highestOneBit(x);
            out[o + 8] = Long.lowestOneBit(x);
            out[o + 9] = Long.signum(x);
            out[o + 10] = Long.compare(x, y);
            out[o + 11] = Long.compareUnsigned(x, y);
            out[o + 12] = Long.divideUnsigned(x, by);
            out[o + 13] = Long.remainderUnsigned(x, by);
            out[o + 14] = Long.min(x, y);
            out[o + 15] = Long.max(x, y);
            out[o + 16] = Long.sum(x, y);
            out[o + 17] = Long.bitCount((int) x) + Long.numberOfLeadingZeros((short) x);
            out[o + 18] = Long.highestOneBit(0) + Long.rotateLeft(x, 64) + Long.rotateRight(x, -1);
            out[o + 19] = Long.compareUnsigned(x, Long.MIN_VALUE) + Long.divideUnsigned(-1, by);
        }
    }
}
