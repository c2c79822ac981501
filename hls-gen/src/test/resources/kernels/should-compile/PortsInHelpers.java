import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Ports handed to helpers, their lengths, several ports of one type. */
public final class PortsInHelpers {
    private static int sum(int[] values, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) sum += values[i];
        return sum;
    }

    private static void copy(int[] from, int[] to, int count) {
        for (int i = 0; i < count; i++) to[i] = from[i];
    }

    private static void exchange(int[] x, int[] y, int i) {
        int t = x[i];
        x[i] = y[i];
        y[i] = t;
    }

    @Kernel("ports_in_helpers")
    public static void run(
            @In @Shape({"n + 1", "2"}) int[] a,
            @InOut @Shape("n") int[] b,
            @InOut @Shape("2 * n - n % 3") int[] c,
            @Out @Shape("4") int[] out,
            int n) {
        out[0] = a.length;
        out[1] = sum(a, 0, a.length);
        for (int i = 0; i < b.length; i++) exchange(b, c, i);
        int[] alias = c;
        out[2] = sum(alias, b.length, c.length);
        int[] local = new int[8];
        copy(a, local, Math.min(8, a.length));
        copy(local, c, Math.min(c.length, 8));
        out[3] = sum(local, 1, local.length) + alias.length;
    }
}
