import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Parallel;
import org.gatesmith.api.Shape;

/** Parallel loops that TornadoVM 4.0.1 compiles wrongly, and outputs that are not written everywhere. */
public final class ParallelConstructs {

    private ParallelConstructs() {}

    /** The second loop of a method. */
    @Kernel("tornado_two_loops")
    public static void twoLoops(@In @Shape("n") int[] a, @InOut @Shape("n") int[] b, @Out @Shape("n") int[] out, int n) {
        for (@Parallel int i = 0; i < n; i++) {
            b[i] = a[i] * 3;
        }
        for (@Parallel int j = 0; j < n; j++) {
            out[j] = b[n - 1 - j] + a[j];
        }
    }

    /** A loop that starts elsewhere than at 0 and goes backwards in steps; the other elements stay as they are. */
    @Kernel("tornado_strided")
    public static void strided(@In @Shape("n") int[] a, @InOut @Shape("n") int[] out, int n) {
        for (@Parallel int i = n - 2; i > 0; i -= 3) {
            out[i] = a[i] >>> 3;
        }
    }

    /** Iterations with branches and loops of their own. */
    @Kernel("tornado_items")
    public static void items(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @InOut @Shape("n") int[] out, int n) {
        for (@Parallel int i = 0; i < n; i++) {
            int sum = 0;
            for (int j = 0; j < (b[i] & 7); j++) {
                if (a[i] < 0 || sum > 1000) {
                    sum -= j;
                } else {
                    sum += a[i] >> j;
                }
            }
            if (sum != 0) {
                out[i] = sum;
            }
        }
    }
}
