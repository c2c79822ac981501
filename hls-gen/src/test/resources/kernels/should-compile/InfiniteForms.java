import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Loops without a condition, left by break, return and labelled break. */
public final class InfiniteForms {
    private static int first(int[] v, int wanted) {
        int i = 0;
        for (; ; i++) {
            if (i == v.length) return -1;
            if (v[i] == wanted) return i;
        }
    }

    private static int collatz(int x) {
        int steps = 0;
        do {
            if (steps == 40) break;
            if (x == 1) return steps;
            x = x % 2 == 0 ? x / 2 : 3 * x + 1;
            steps++;
        } while (true);
        return -steps;
    }

    @Kernel("infinite_forms")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        int k = 0;
        everything:
        while (true) {
            if (k == n) break;
            int[] v = {a[k], 1, 2, 3};
            out[3 * k] = first(v, a[k] & 3);
            out[3 * k + 1] = collatz(Math.abs(a[k]) + 1);
            int j = 0;
            for (; ; ) {
                for (int i = 0; ; i++) {
                    if (i > j) break;
                    if (i * j == 12) {
                        out[3 * k + 2] = i;
                        if (k++ == 15) break everything;
                        continue everything;
                    }
                }
                j++;
            }
        }
    }
}
