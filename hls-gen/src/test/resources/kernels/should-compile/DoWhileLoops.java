import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Do loops run at least once; {@code continue} goes to the condition. */
public final class DoWhileLoops {
    @Kernel("do_while_loops")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        if (n > 0) {
            int k = 0;
            do {
                int x = a[k];
                int count = 0;
                do {
                    count++;
                    if ((x & 3) == 3) {
                        x >>>= 2;
                        continue;
                    }
                    x >>>= 1;
                    if (count > 20) break;
                } while (x != 0);
                out[3 * k] = count;
                out[3 * k + 1] = x;
                int i = 0;
                do i += 3; while (i++ < (a[k] & 15));
                out[3 * k + 2] = i;
            } while (++k < n);
        }
    }
}
