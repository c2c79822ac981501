import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Operands are evaluated from left to right, the array and index of an assignment before its right side (JLS 15.7, 15.26). */
public final class EvaluationOrder {
    private static int log(int[] trace, int value) {
        trace[0] = trace[0] * 10 + value;
        return value;
    }

    private static int three(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }

    @Kernel("evaluation_order")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "12"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 12 * k;
            int[] t = new int[1];
            int i = a[k] & 1;
            int j = i + i++ * 2 + i++ * 3 + i;
            out[o] = j;
            i = i++ + ++i;
            out[o + 1] = i;
            int[] v = {1, 2, 3, 4, 5, 6, 7, 8};
            i = 0;
            v[i] = i = 2;
            out[o + 2] = v[0] * 10 + v[2] + i;
            v[i++] += i++ * 10 + v[i];
            out[o + 3] = v[2] * 10 + i;
            i = 3;
            i += i++ * 2 + i;
            out[o + 4] = i;
            out[o + 5] = log(t, 1) + log(t, 2) * log(t, 3);
            out[o + 6] = t[0];
            t[0] = 0;
            out[o + 7] = three(log(t, 4), i = 5, i++ + log(t, 6)) + i;
            out[o + 8] = t[0];
            int x = a[k];
            int y = x;
            x = y = (x += 3) * (x -= 1) + x;
            out[o + 9] = x + y;
            int p = 1;
            int q = (p = 3) * p + (p++ - --p) * (p = 7) + p;
            out[o + 10] = q;
            boolean b = (p = 4) > 3 & (p += 2) > 5 ^ (p++ == 6);
            v[log(t, 1)] = v[log(t, 2)] + log(t, 3);
            out[o + 11] = (b ? 1 : 0) + p * 10 + t[0] * 100L + v[1];
        }
    }
}
