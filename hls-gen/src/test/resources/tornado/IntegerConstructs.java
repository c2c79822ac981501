import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Operators on integers that TornadoVM 4.0.1 compiles wrongly or not at all, one to a method, and their edges. */
public final class IntegerConstructs {

    private IntegerConstructs() {}

    @Kernel("tornado_ints")
    public static void ints(
            @In @Shape("n") int[] a,
            @In @Shape("n") int[] b,
            @Out @Shape({"n", "25"}) int[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            int x = a[i];
            int y = b[i];
            int to = i * 25;
            out[to] = logicalShift(x);
            out[to + 1] = logicalShiftByAny(x, y);
            out[to + 2] = shiftLeftByAny(x, y);
            out[to + 3] = divideByPower(x);
            out[to + 4] = remainderOfPower(x);
            out[to + 5] = divide(x, y);
            out[to + 6] = remainder(x, y);
            out[to + 7] = divideBySmall(x, y);
            out[to + 8] = rotateLeft(x, y);
            out[to + 9] = rotateRight(x);
            out[to + 10] = compareUnsigned(x, y);
            out[to + 11] = divideUnsigned(x, y);
            out[to + 12] = remainderUnsigned(x, y);
            out[to + 13] = absolute(x);
            out[to + 14] = leadingZeros(x);
            out[to + 15] = trailingZeros(x);
            out[to + 16] = bitCount(x);
            out[to + 17] = reverse(x);
            out[to + 18] = reverseBytes(x);
            out[to + 19] = highestOneBit(x);
            out[to + 20] = floorMod(x, y);
            out[to + 21] = floorDiv(x, y);
            out[to + 22] = wrapping(x, y);
            out[to + 23] = narrowed(x, y);
            out[to + 24] = larger(x, y);
        }
    }

    private static int logicalShift(int x) {
        return x >>> 3;
    }

    private static int logicalShiftByAny(int x, int y) {
        return x >>> y;
    }

    private static int shiftLeftByAny(int x, int y) {
        return x << y;
    }

    private static int divideByPower(int x) {
        return x / 8;
    }

    private static int remainderOfPower(int x) {
        return x % 16;
    }

    private static int divide(int x, int y) {
        return x / (y | 1);
    }

    private static int remainder(int x, int y) {
        return x % (y | 1);
    }

    /** By -1 as well, which makes the smallest number overflow. */
    private static int divideBySmall(int x, int y) {
        return x / ((y & 2) - 1);
    }

    private static int rotateLeft(int x, int y) {
        return Integer.rotateLeft(x, y);
    }

    private static int rotateRight(int x) {
        return Integer.rotateRight(x, 7);
    }

    private static int compareUnsigned(int x, int y) {
        return Integer.compareUnsigned(x, y);
    }

    private static int divideUnsigned(int x, int y) {
        return Integer.divideUnsigned(x, y | 1);
    }

    private static int remainderUnsigned(int x, int y) {
        return Integer.remainderUnsigned(x, y | 1);
    }

    private static int absolute(int x) {
        return Math.abs(x);
    }

    private static int leadingZeros(int x) {
        return Integer.numberOfLeadingZeros(x);
    }

    private static int trailingZeros(int x) {
        return Integer.numberOfTrailingZeros(x);
    }

    private static int bitCount(int x) {
        return Integer.bitCount(x);
    }

    private static int reverse(int x) {
        return Integer.reverse(x);
    }

    private static int reverseBytes(int x) {
        return Integer.reverseBytes(x);
    }

    private static int highestOneBit(int x) {
        return Integer.highestOneBit(x);
    }

    private static int floorMod(int x, int y) {
        return Math.floorMod(x, y | 1);
    }

    private static int floorDiv(int x, int y) {
        return Math.floorDiv(x, y | 1);
    }

    private static int wrapping(int x, int y) {
        return x * y + (x ^ y);
    }

    private static int narrowed(int x, int y) {
        return (byte) x + (short) y + (char) x;
    }

    private static int larger(int x, int y) {
        return Math.max(x, y) ^ Math.min(x, y);
    }

    /** What a compiler gets wrong that takes it for granted that integers do not wrap around. */
    @Kernel("tornado_wraps")
    public static void wraps(
            @In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape({"n", "8"}) long[] out, int n) {
        for (int i = 0; i < n; i++) {
            int x = a[i];
            int y = b[i];
            int to = i * 8;
            out[to] = overflows(x, y) ? 1 : 0;
            out[to + 1] = successorIsLarger(x) ? 1 : 0;
            out[to + 2] = absoluteIsNegative(x) ? 1 : 0;
            out[to + 3] = widenedSum(x, y);
            out[to + 4] = widenedDifference(x, y);
            out[to + 5] = widenedProduct(x, y);
            out[to + 6] = productOfQuotient(x);
            out[to + 7] = widenedNegation(x);
        }
    }

    private static boolean overflows(int x, int y) {
        return x + y < x;
    }

    private static boolean successorIsLarger(int x) {
        return x + 1 > x;
    }

    private static boolean absoluteIsNegative(int x) {
        return Math.abs(x) < 0;
    }

    private static long widenedSum(int x, int y) {
        return (long) (x + y);
    }

    private static long widenedDifference(int x, int y) {
        return (long) (x - y);
    }

    private static long widenedProduct(int x, int y) {
        return (long) (x * y);
    }

    private static long productOfQuotient(int x) {
        return x * 3 / 3;
    }

    private static long widenedNegation(int x) {
        return (long) -x;
    }
}
