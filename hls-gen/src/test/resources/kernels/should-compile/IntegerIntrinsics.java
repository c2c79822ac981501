import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The methods of {@link Integer} that become hardware. */
public final class IntegerIntrinsics {
    @Kernel("integer_intrinsics")
    public static void run(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape({"n", "24"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 24 * k;
            int x = a[k];
            int y = b[k];
            int by = y == 0 ? 3 : y;
            out[o] = Integer.bitCount(x);
            out[o + 1] = Integer.numberOfLeadingZeros(x);
            out[o + 2] = Integer.numberOfTrailingZeros(x);
            out[o + 3] = Integer.reverse(x);
            out[o + 4] = Integer.reverseBytes(x);
            out[o + 5] = Integer.rotateLeft(x, y);
            out[o + 6] = Integer.rotateRight(x, y);
            out[o + 7] = Integer.highestOneBit(x);
            out[o + 8] = Integer.lowestOneBit(x);
            out[o + 9] = Integer.signum(x);
            out[o + 10] = Integer.compare(x, y);
            out[o + 11] = Integer.compareUnsigned(x, y);
            out[o + 12] = Integer.divideUnsigned(x, by);
            out[o + 13] = Integer.remainderUnsigned(x, by);
            out[o + 14] = Integer.toUnsignedLong(x);
            out[o + 15] = Integer.min(x, y);
            out[o + 16] = Integer.max(x, y);
            out[o + 17] = Integer.sum(x, y);
            out[o + 18] = Integer.numberOfLeadingZeros(0) + Integer.bitCount(-1) + Integer.reverse(1);
            out[o + 19] = Integer.numberOfTrailingZeros((char) x) + Integer.bitCount((byte) x);
            out[o + 20] = Integer.rotateLeft(x, 0) ^ Integer.rotateRight(x, 32) + Integer.rotateLeft(y, -1);
            out[o + 21] = Integer.compare(x, x) + Integer.compareUnsigned(x, Integer.MIN_VALUE);
            out[o + 22] = Integer.highestOneBit(0) + Integer.lowestOneBit(Integer.MIN_VALUE);
            out[o + 23] = Integer.divideUnsigned(-1, by) + Integer.remainderUnsigned(x, -1);
        }
    }
}
