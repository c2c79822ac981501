import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Constants whose values only running Java knows, and constants of other classes. */
public final class ComputedConstants {
    private static final int HASH = "gatesmith".hashCode();
    static final long BIG = Long.parseLong("123456789012");
    private static final float THIRD = 1.0f / 3;
    private static final double E = Math.exp(1);
    private static final boolean EVEN = HASH % 2 == 0;
    private static final char LETTER = "xyz".charAt(1);
    private static final byte SMALL = (byte) HASH;

    static final class Elsewhere {
        static final int ANSWER = compute(6, 7);

        private static int compute(int a, int b) {
            return a * b;
        }
    }

    interface Defaults {
        int LIMIT = Integer.MAX_VALUE / 3;
    }

    @Kernel("computed_constants")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "3"}) long[] out, @Out @Shape("n") double[] real, int n) {
        for (int k = 0; k < n; k++) {
            out[3 * k] = (EVEN ? a[k] : -a[k]) ^ HASH;
            out[3 * k + 1] = BIG * a[k] + LETTER + SMALL;
            out[3 * k + 2] = Elsewhere.ANSWER + Defaults.LIMIT + Long.MIN_VALUE + Character.MAX_VALUE + Byte.MIN_VALUE;
            real[k] = a[k] * THIRD + E + Math.PI + Float.MIN_VALUE + (a[k] > 0 ? Double.NaN : Double.NEGATIVE_INFINITY);
        }
    }
}
