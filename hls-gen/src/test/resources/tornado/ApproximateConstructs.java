import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tolerance;

/** Functions that are another target's own, permitted under a tolerance. */
public final class ApproximateConstructs {

    private ApproximateConstructs() {}

    @Kernel("tornado_approximate")
    @Tolerance(ulp = 1)
    public static void approximate(
            @In @Shape("n") float[] a,
            @In @Shape("n") float[] b,
            @Out @Shape({"n", "10"}) float[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            float x = a[i];
            float y = b[i];
            int to = i * 10;
            out[to] = exponential(x);
            out[to + 1] = logarithm(x);
            out[to + 2] = decimalLogarithm(x);
            out[to + 3] = sine(x);
            out[to + 4] = cosine(x);
            out[to + 5] = tangent(x);
            out[to + 6] = hyperbolicTangent(x);
            out[to + 7] = arcTangent(x);
            out[to + 8] = angle(x, y);
            out[to + 9] = power(x, y);
        }
    }

    private static float exponential(float x) {
        return (float) Math.exp(x);
    }

    private static float logarithm(float x) {
        return (float) Math.log(x);
    }

    private static float decimalLogarithm(float x) {
        return (float) Math.log10(x);
    }

    private static float sine(float x) {
        return (float) Math.sin(x);
    }

    private static float cosine(float x) {
        return (float) Math.cos(x);
    }

    private static float tangent(float x) {
        return (float) Math.tan(x);
    }

    private static float hyperbolicTangent(float x) {
        return (float) Math.tanh(x);
    }

    private static float arcTangent(float x) {
        return (float) Math.atan(x);
    }

    private static float angle(float x, float y) {
        return (float) Math.atan2(x, y);
    }

    private static float power(float x, float y) {
        return (float) Math.pow(x, y);
    }
}
