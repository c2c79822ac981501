import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Variables that both sides of a branch, or several of a switch, give the same value. */
public final class SameOnBothSides {
    record Pair(int first, long second) {}

    @Kernel("same_on_both_sides")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "5"}) long[] out, long x, int n) {
        for (int k = 0; k < n; k++) {
            long y = 5;
            if (a[k] > 3) {
                y = x;
            } else {
                y = x;
            }
            out[5 * k] = y;
            out[5 * k + 1] = switch (a[k] & 3) {
                case 0 -> 0L;
                case 1, 2 -> x;
                default -> x;
            };
            Pair p = new Pair(a[k], x);
            Pair q = new Pair(1, 2);
            if (a[k] < 0) {
                q = p;
                y = 7;
            } else {
                q = p;
            }
            out[5 * k + 2] = q.first();
            out[5 * k + 3] = q.second();
            out[5 * k + 4] = y;
        }
    }
}
