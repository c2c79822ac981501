import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** While loops, with effects in the condition and variables of several types. */
public final class WhileLoops {
    private static int gcd(int a, int b) {
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
        }
        return a;
    }

    @Kernel("while_loops")
    public static void run(@In @Shape("n") short[] a, @In @Shape("n") short[] b, @Out @Shape({"n", "4"}) int[] out, int n) {
        int k = 0;
        while (k < n) {
            out[4 * k] = gcd(a[k], b[k]);
            int x = a[k] & 0xff;
            int steps = 0;
            while (x-- > 10 && steps++ < 20) {
                x -= steps;
            }
            out[4 * k + 1] = x;
            out[4 * k + 2] = steps;
            long sum = 0;
            float scale = 1;
            while (true) {
                sum += b[k];
                scale *= 1.5f;
                if (scale > 100) break;
            }
            out[4 * k + 3] = (int) (sum * scale);
            k++;
        }
    }
}
