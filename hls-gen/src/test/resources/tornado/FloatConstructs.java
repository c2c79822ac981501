import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Floats: functions that TornadoVM 4.0.1 has not, conversions out of range, comparisons with NaN. */
public final class FloatConstructs {

    private FloatConstructs() {}

    @Kernel("tornado_floats")
    public static void floats(
            @In @Shape("n") float[] a,
            @In @Shape("n") float[] b,
            @Out @Shape({"n", "21"}) float[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            float x = a[i];
            float y = b[i];
            int to = i * 21;
            out[to] = floor(x);
            out[to + 1] = ceil(x);
            out[to + 2] = rint(x);
            out[to + 3] = absolute(x);
            out[to + 4] = minimum(x, y);
            out[to + 5] = maximum(x, y);
            out[to + 6] = squareRoot(x);
            out[to + 7] = reciprocalRoot(x);
            out[to + 8] = quotient(x, y);
            out[to + 9] = productAndSum(x, y);
            out[to + 10] = remainder(x, y);
            out[to + 11] = fusedMultiplyAdd(x, y);
            out[to + 12] = fusedCancelling(x, y);
            out[to + 13] = toInt(x);
            out[to + 14] = toLong(x);
            out[to + 15] = fromInt(x);
            out[to + 16] = fromBits(x);
            out[to + 17] = lessOrEqual(x, y);
            out[to + 18] = greaterOrEqual(x, y);
            out[to + 19] = isFinite(x);
            out[to + 20] = infinities(x, y);
        }
    }

    private static float floor(float x) {
        return (float) Math.floor(x);
    }

    private static float ceil(float x) {
        return (float) Math.ceil(x);
    }

    private static float rint(float x) {
        return (float) Math.rint(x);
    }

    private static float absolute(float x) {
        return Math.abs(x);
    }

    private static float minimum(float x, float y) {
        return Math.min(x, y);
    }

    private static float maximum(float x, float y) {
        return Math.max(x, y);
    }

    private static float squareRoot(float x) {
        return (float) Math.sqrt(x);
    }

    private static float reciprocalRoot(float x) {
        return 1.0f / (float) Math.sqrt(x);
    }

    private static float quotient(float x, float y) {
        return x / y;
    }

    private static float productAndSum(float x, float y) {
        return x * y + 0.3f;
    }

    private static float remainder(float x, float y) {
        return x % y;
    }

    private static float fusedMultiplyAdd(float x, float y) {
        return Math.fma(x, y, 0.3f);
    }

    private static float fusedCancelling(float x, float y) {
        return Math.fma(x, y, -(x * y));
    }

    private static float toInt(float x) {
        return (float) (int) x;
    }

    private static float toLong(float x) {
        return (float) (long) x;
    }

    private static float fromInt(float x) {
        return (float) (Float.floatToIntBits(x) >> 3);
    }

    private static float fromBits(float x) {
        return Float.intBitsToFloat(Float.floatToIntBits(x) ^ 0x10);
    }

    private static float lessOrEqual(float x, float y) {
        return x <= y ? 1.0f : 2.0f;
    }

    private static float greaterOrEqual(float x, float y) {
        return x >= y ? 1.0f : 2.0f;
    }

    private static float isFinite(float x) {
        return Float.isFinite(x) ? 1.0f : 2.0f;
    }

    private static float infinities(float x, float y) {
        return x < y ? Float.NEGATIVE_INFINITY : Float.NaN;
    }
}
