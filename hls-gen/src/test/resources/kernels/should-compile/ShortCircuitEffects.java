import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The right side of {@code &&} and {@code ||} runs only when it decides; both sides of {@code &} and {@code |} always run. */
public final class ShortCircuitEffects {
    private static boolean bump(int[] counts, int at, boolean result) {
        counts[at]++;
        return result;
    }

    @Kernel("short_circuit_effects")
    public static void run(
            @In @Shape("n") boolean[] a,
            @In @Shape("n") boolean[] b,
            @In @Shape("n") int[] x,
            @Out @Shape({"n", "8"}) int[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int[] counts = new int[6];
            int i = 0;
            boolean r = a[k] && i++ == 0 && b[k];
            r |= b[k] || ++i > 1;
            r = r ^ (bump(counts, 0, a[k]) && bump(counts, 1, b[k]));
            r = r ^ (bump(counts, 2, a[k]) || bump(counts, 3, b[k]));
            r = r ^ (bump(counts, 4, a[k]) & bump(counts, 5, b[k]));
            boolean safe = x[k] != 0 && 1000 / x[k] > 3;
            boolean chain = a[k] && (b[k] || (i += 4) > 0) && !(a[k] && x[k] > 0) || (counts[0] += 7) > 5;
            int o = 8 * k;
            for (int c = 0; c < 6; c++) {
                out[o + c] = counts[c];
            }
            out[o + 6] = i;
            out[o + 7] = (r ? 1 : 0) + (safe ? 2 : 0) + (chain ? 4 : 0);
        }
    }
}
