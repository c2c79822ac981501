import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Doubles: functions that TornadoVM 4.0.1 has not, conversions out of range, comparisons with NaN. */
public final class DoubleConstructs {

    private DoubleConstructs() {}

    @Kernel("tornado_doubles")
    public static void doubles(
            @In @Shape("n") double[] a,
            @In @Shape("n") double[] b,
            @Out @Shape({"n", "24"}) double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            double x = a[i];
            double y = b[i];
            int to = i * 24;
            out[to] = floor(x);
            out[to + 1] = ceil(x);
            out[to + 2] = rint(x);
            out[to + 3] = absolute(x);
            out[to + 4] = minimum(x, y);
            out[to + 5] = maximum(x, y);
            out[to + 6] = minimumWithNegativeZero(x);
            out[to + 7] = squareRoot(x);
            out[to + 8] = reciprocalRoot(x);
            out[to + 9] = quotient(x, y);
            out[to + 10] = productAndSum(x, y);
            out[to + 11] = toLong(x);
            out[to + 12] = toInt(x);
            out[to + 13] = toFloat(x);
            out[to + 14] = fromLong(x);
            out[to + 15] = fromBits(x);
            out[to + 16] = less(x, y);
            out[to + 17] = lessOrEqual(x, y);
            out[to + 18] = greaterOrEqual(x, y);
            out[to + 19] = notLessOrEqual(x, y);
            out[to + 20] = equal(x, y);
            out[to + 21] = isNan(x);
            out[to + 22] = isInfinite(x);
            out[to + 23] = infinities(x, y);
        }
    }

    private static double floor(double x) {
        return Math.floor(x);
    }

    private static double ceil(double x) {
        return Math.ceil(x);
    }

    private static double rint(double x) {
        return Math.rint(x);
    }

    private static double absolute(double x) {
        return Math.abs(x);
    }

    private static double minimum(double x, double y) {
        return Math.min(x, y);
    }

    private static double maximum(double x, double y) {
        return Math.max(x, y);
    }

    private static double minimumWithNegativeZero(double x) {
        return Math.min(x, -0.0);
    }

    private static double squareRoot(double x) {
        return Math.sqrt(x);
    }

    private static double reciprocalRoot(double x) {
        return 1.0 / Math.sqrt(x);
    }

    private static double quotient(double x, double y) {
        return x / y;
    }

    private static double productAndSum(double x, double y) {
        return x * y + 0.1;
    }

    private static double toLong(double x) {
        return (long) x;
    }

    private static double toInt(double x) {
        return (int) x;
    }

    private static double toFloat(double x) {
        return (float) x;
    }

    private static double fromLong(double x) {
        return (double) (long) x;
    }

    private static double fromBits(double x) {
        return Double.longBitsToDouble(Double.doubleToLongBits(x) ^ 0x10);
    }

    private static double less(double x, double y) {
        return x < y ? 1.0 : 2.0;
    }

    private static double lessOrEqual(double x, double y) {
        return x <= y ? 1.0 : 2.0;
    }

    private static double greaterOrEqual(double x, double y) {
        return x >= y ? 1.0 : 2.0;
    }

    private static double notLessOrEqual(double x, double y) {
        return !(x <= y) ? 1.0 : 2.0;
    }

    private static double equal(double x, double y) {
        return x == y ? 1.0 : 2.0;
    }

    private static double isNan(double x) {
        return Double.isNaN(x) ? 1.0 : 2.0;
    }

    private static double isInfinite(double x) {
        return Double.isInfinite(x) ? 1.0 : 2.0;
    }

    private static double infinities(double x, double y) {
        return x < y ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    @Kernel("tornado_fused")
    public static void fused(
            @In @Shape("n") double[] a,
            @In @Shape("n") double[] b,
            @Out @Shape({"n", "4"}) double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            double x = a[i];
            double y = b[i];
            int to = i * 4;
            out[to] = remainder(x, y);
            out[to + 1] = remainderOfConstant(x);
            out[to + 2] = fusedMultiplyAdd(x, y);
            out[to + 3] = fusedCancelling(x, y);
        }
    }

    private static double remainder(double x, double y) {
        return x % y;
    }

    private static double remainderOfConstant(double x) {
        return x % 0.75;
    }

    private static double fusedMultiplyAdd(double x, double y) {
        return Math.fma(x, y, 0.1);
    }

    private static double fusedCancelling(double x, double y) {
        return Math.fma(x, y, -(x * y));
    }
}
