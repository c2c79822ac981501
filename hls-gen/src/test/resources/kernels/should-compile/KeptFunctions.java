import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Helpers that stay functions of their own, called from several places with arrays of several extents. */
public final class KeptFunctions {
    @NoInline
    private static long sum(int[] values, int from) {
        long sum = 0;
        for (int i = from; i < values.length; i++) sum += values[i];
        return sum;
    }

    @NoInline
    private static void increment(int[] values, int by) {
        for (int i = 0; i < values.length; i++) values[i] += by;
    }

    @NoInline
    private static boolean wide(int x) {
        return x > 1000 || x < -1000;
    }

    @Kernel("kept_functions")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "2"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int[] small = {a[k], 2};
            int[] large = new int[5];
            increment(large, a[k]);
            increment(small, wide(a[k]) ? 1 : k);
            out[2 * k] = sum(small, 0) + sum(large, 2);
            out[2 * k + 1] = sum(large, small[1] & 3);
        }
    }
}
