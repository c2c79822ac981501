import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;

/** Functions that are kept, and are given an array or a port for two of their parameters. */
public final class OneArrayTwice {
    @NoInline
    private static int exchange(int[] x, int[] y, int at) {
        int before = y[at];
        x[at] = before + 1;
        return y[at] - before;
    }

    @NoInline
    private static void sums(int[] x, int[] y) {
        for (@Pipeline int i = 1; i < 16; i++) {
            x[i] = y[i - 1] * 3 + i;
        }
    }

    @Kernel("one_array_twice")
    public static void run(@In @Shape("16") int[] a, @InOut @Shape("16") int[] b, @Out @Shape("16") int[] out) {
        int[] t = new int[16];
        int[] u = new int[16];
        for (int i = 0; i < 16; i++) {
            t[i] = a[i];
            u[i] = a[15 - i];
            u[i] = exchange(t, t, i) + exchange(t, u, i);
        }
        sums(t, t);
        sums(b, b);
        for (int i = 0; i < 16; i++) {
            out[i] = t[i] + u[i];
        }
    }
}
