import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Logical operators on booleans, strict and compound. */
public final class BooleanOperators {
    @Kernel("boolean_operators")
    public static void run(
            @In @Shape("n") boolean[] a, @In @Shape("n") boolean[] b, @Out @Shape({"n", "10"}) boolean[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 10 * k;
            boolean x = a[k];
            boolean y = b[k];
            out[o] = x & y;
            out[o + 1] = x | y;
            out[o + 2] = x ^ y;
            out[o + 3] = !x;
            out[o + 4] = x == y;
            out[o + 5] = x != y;
            x &= y;
            out[o + 6] = x;
            x |= !y;
            out[o + 7] = x;
            x ^= true;
            out[o + 8] = x && !y || y && !x;
            out[o + 9] = !(x | y) == (!x & !y) ? x : y;
        }
    }
}
