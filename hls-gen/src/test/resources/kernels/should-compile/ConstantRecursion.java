import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Recursion whose depth is known: by constants, through arrays, mutual, with records. */
public final class ConstantRecursion {
    record State(int level, int sum) {}

    private static int power(int x, int n) {
        if (n == 0) return 1;
        int half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    private static int treeSum(int[] values, int from, int count) {
        if (count == 1) return values[from];
        return treeSum(values, from, count / 2) + treeSum(values, from + count / 2, count - count / 2);
    }

    private static boolean even(int n, int x) {
        return n == 0 ? x > 0 : odd(n - 1, x + 1);
    }

    private static boolean odd(int n, int x) {
        return n == 0 ? x < 0 : even(n - 1, x - 3);
    }

    private static long fibonacci(int n, long a, long b) {
        switch (n) {
            case 0:
                return a;
            case 1:
                return b;
            default:
                return fibonacci(n - 1, a, b) + fibonacci(n - 2, a, b);
        }
    }

    private static int descend(State s, int x) {
        if (s.level() <= 0) return s.sum();
        return descend(new State(s.level() - 1, s.sum() + x * s.level()), x >> 1);
    }

    private static void sort(int[] v, int low, int count, boolean up) {
        if (count > 1) {
            int half = count / 2;
            sort(v, low, half, true);
            sort(v, low + half, half, false);
            merge(v, low, count, up);
        }
    }

    private static void merge(int[] v, int low, int count, boolean up) {
        if (count > 1) {
            int half = count / 2;
            for (int i = low; i < low + half; i++) {
                if (v[i] > v[i + half] == up) {
                    int t = v[i];
                    v[i] = v[i + half];
                    v[i + half] = t;
                }
            }
            merge(v, low, half, up);
            merge(v, low + half, half, up);
        }
    }

    @Kernel("constant_recursion")
    public static void run(@In @Shape({"n", "8"}) int[] a, @Out @Shape({"n", "6"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int[] values = new int[8];
            for (int i = 0; i < 8; i++) values[i] = a[8 * k + i];
            out[6 * k] = power(a[8 * k], 13);
            out[6 * k + 1] = treeSum(values, 0, 8);
            out[6 * k + 2] = (even(5, values[0]) ? 1 : 0) + (odd(4, values[1]) ? 2 : 0);
            out[6 * k + 3] = fibonacci(9, values[2], 1);
            out[6 * k + 4] = descend(new State(4, 7), values[3]);
            sort(values, 0, 8, true);
            long hash = 0;
            for (int v : values) hash = hash * 31 + v;
            out[6 * k + 5] = hash;
        }
    }
}
