import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** {@code ++} and {@code --} on variables of every type, before and after, at the ends of their ranges. */
public final class IncrementVariables {
    @Kernel("increment_variables")
    public static void run(
            @In @Shape("n") long[] a, @Out @Shape({"n", "16"}) long[] out, @Out @Shape({"n", "4"}) double[] reals, int n) {
        for (int k = 0; k < n; k++) {
            byte b = (byte) a[k];
            short s = (short) a[k];
            char c = (char) a[k];
            int i = (int) a[k];
            long l = a[k];
            float f = a[k];
            double d = a[k];
            int o = 16 * k;
            out[o] = b++;
            out[o + 1] = b;
            out[o + 2] = ++s;
            out[o + 3] = s--;
            out[o + 4] = --c;
            out[o + 5] = c--;
            out[o + 6] = c;
            out[o + 7] = i++ + ++i;
            out[o + 8] = i-- - --i;
            out[o + 9] = --l;
            out[o + 10] = l++;
            out[o + 11] = -i++ + l;
            out[o + 12] = --b + b-- + b;
            out[o + 13] = ~++s;
            out[o + 14] = (byte) ++b;
            out[o + 15] = i;
            reals[4 * k] = f++;
            reals[4 * k + 1] = --f;
            reals[4 * k + 2] = d-- + ++d;
            reals[4 * k + 3] = d;
        }
    }
}
