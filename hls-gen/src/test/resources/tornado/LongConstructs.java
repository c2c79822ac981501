import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Operators on longs that TornadoVM 4.0.1 compiles wrongly or not at all, one to a method, and their edges. */
public final class LongConstructs {

    private LongConstructs() {}

    @Kernel("tornado_longs")
    public static void longs(
            @In @Shape("n") long[] a,
            @In @Shape("n") long[] b,
            @Out @Shape({"n", "23"}) long[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            long x = a[i];
            long y = b[i];
            int to = i * 23;
            out[to] = logicalShift(x);
            out[to + 1] = logicalShiftByAny(x, y);
            out[to + 2] = shiftRightByAny(x, y);
            out[to + 3] = shiftLeftByAny(x, y);
            out[to + 4] = divideByPower(x);
            out[to + 5] = remainderOfPower(x);
            out[to + 6] = divide(x, y);
            out[to + 7] = remainder(x, y);
            out[to + 8] = divideUnsigned(x, y);
            out[to + 9] = remainderUnsigned(x, y);
            out[to + 10] = compareUnsigned(x, y);
            out[to + 11] = absolute(x);
            out[to + 12] = zeros(x, y);
            out[to + 13] = bitCount(x);
            out[to + 14] = reverse(x);
            out[to + 15] = multiplyHigh(x, y);
            out[to + 16] = rotate(x, y);
            out[to + 17] = unsignedOfInt(x);
            out[to + 18] = shiftOfSmall(x);
            out[to + 19] = quotientOfSmall(x);
            out[to + 20] = comparisonOfSmall(x, y);
            out[to + 21] = maximumOfSmall(x, y);
            out[to + 22] = wrapping(x, y);
        }
    }

    private static long logicalShift(long x) {
        return x >>> 5;
    }

    private static long logicalShiftByAny(long x, long y) {
        return x >>> y;
    }

    private static long shiftRightByAny(long x, long y) {
        return x >> y;
    }

    private static long shiftLeftByAny(long x, long y) {
        return x << y;
    }

    private static long divideByPower(long x) {
        return x / 1024;
    }

    private static long remainderOfPower(long x) {
        return x % 4096;
    }

    private static long divide(long x, long y) {
        return x / (y | 1);
    }

    private static long remainder(long x, long y) {
        return x % (y | 1);
    }

    private static long divideUnsigned(long x, long y) {
        return Long.divideUnsigned(x, y | 1);
    }

    private static long remainderUnsigned(long x, long y) {
        return Long.remainderUnsigned(x, y | 1);
    }

    private static long compareUnsigned(long x, long y) {
        return Long.compareUnsigned(x, y);
    }

    private static long absolute(long x) {
        return Math.abs(x);
    }

    private static long zeros(long x, long y) {
        return Long.numberOfLeadingZeros(x) + 100 * Long.numberOfTrailingZeros(y);
    }

    private static long bitCount(long x) {
        return Long.bitCount(x);
    }

    private static long reverse(long x) {
        return Long.reverse(x);
    }

    private static long multiplyHigh(long x, long y) {
        return Math.multiplyHigh(x, y);
    }

    private static long rotate(long x, long y) {
        return Long.rotateLeft(x, (int) y) ^ Long.rotateRight(y, 9);
    }

    private static long unsignedOfInt(long x) {
        return ((int) x) & 0xffffffffL;
    }

    private static long shiftOfSmall(long x) {
        return ((long) ((int) x & 0xff) - 100L) >> 1;
    }

    private static long quotientOfSmall(long x) {
        return ((long) ((int) x & 0xff) - 100L) / 7L;
    }

    private static long comparisonOfSmall(long x, long y) {
        return (long) ((int) x & 0xff) - 100L < 0L ? x : y;
    }

    private static long maximumOfSmall(long x, long y) {
        return Math.max((long) ((int) x & 0xff) - 100L, y >> 60);
    }

    private static long wrapping(long x, long y) {
        return x * y - (x & ~y);
    }
}
