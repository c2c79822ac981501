import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** What javac makes of a choice between an int and a float, with and without parentheses around it. */
public final class ConditionalTypes {
    private static final boolean NO = false;

    private record Box(double value) {}

    private static double same(double d) {
        return d;
    }

    private static double returned(boolean c, float f, int x) {
        return c ? f : x;
    }

    @Kernel("conditional_types")
    public static void run(
            @In @Shape("n") boolean[] c,
            @In @Shape("n") float[] f,
            @In @Shape("n") int[] x,
            @In @Shape("n") long[] l,
            @Out @Shape({"n", "16"}) double[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int o = 16 * k;
            double d = c[k] ? f[k] : x[k];
            out[o] = d;
            out[o + 1] = c[k] ? f[k] : x[k];
            out[o + 2] = (c[k] ? f[k] : x[k]);
            out[o + 3] = (c[k] ? f[k] : x[k]) + 0.5;
            d += c[k] ? f[k] : x[k];
            out[o + 4] = d;
            out[o + 5] = same(c[k] ? f[k] : x[k]);
            out[o + 6] = returned(c[k], f[k], x[k]);
            double[] array = {c[k] ? x[k] : f[k], 0};
            out[o + 7] = array[0] + new Box(c[k] ? f[k] : x[k]).value();
            out[o + 8] = (int) (c[k] ? f[k] : x[k]);
            out[o + 9] = NO ? f[k] : x[k];
            out[o + 10] = switch (x[k] & 1) {
                case 0 -> f[k];
                default -> x[k];
            };
            out[o + 11] = 0.25 + switch (x[k] & 1) {
                case 0 -> f[k];
                default -> x[k];
            };
            out[o + 12] = (int) switch (x[k] & 1) {
                case 0 -> f[k];
                default -> x[k];
            };
            out[o + 13] = c[k] ? f[k] : x[k] > 0 ? l[k] : x[k];
            float narrow = (float) (c[k] ? out.length : l[k] / 3.0);
            out[o + 14] = narrow;
            out[o + 15] = -(c[k] ? f[k] : l[k]);
        }
    }
}
