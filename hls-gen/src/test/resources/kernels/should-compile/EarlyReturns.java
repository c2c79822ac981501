import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Helpers that return from inside loops, branches and switches. */
public final class EarlyReturns {
    private static int find(int[] values, int wanted) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == wanted) {
                return i;
            }
            for (int j = 0; j < i; j++) {
                if (values[j] + values[i] == wanted) return 100 + i * 10 + j;
            }
        }
        return -1;
    }

    private static int sign(int x) {
        if (x > 0) return 1;
        if (x < 0) return -1;
        return 0;
    }

    private static long classify(int x) {
        switch (x & 7) {
            case 0:
                return 5;
            case 1:
                if (x > 8) return 6;
            case 2:
                while (true) {
                    x += 3;
                    if (x > 50) return x;
                }
            default:
                x++;
        }
        return -x;
    }

    private static void fill(int[] values, int x) {
        for (int i = 0; ; i++) {
            if (i == values.length) return;
            values[i] = x;
            if ((x & 16) != 0 && i == 2) return;
            x = x * 5 + 1;
        }
    }

    @Kernel("early_returns")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "4"}) long[] out, int n) {
        if (n == 3) {
            return;
        }
        for (int k = 0; k < n; k++) {
            int[] values = new int[5];
            fill(values, a[k]);
            out[4 * k] = find(values, 21);
            out[4 * k + 1] = find(values, values[3]);
            out[4 * k + 2] = sign(a[k]);
            out[4 * k + 3] = classify(a[k]);
            if (a[k] == 127) return;
        }
    }
}
