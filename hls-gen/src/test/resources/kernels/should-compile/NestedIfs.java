import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Variables assigned on some paths of nested branches. */
public final class NestedIfs {
    @Kernel("nested_ifs")
    public static void run(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape({"n", "3"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int x = a[k];
            int y = b[k];
            int r;
            int q = 1;
            if (x > y) {
                if (x > 0) {
                    r = x - y;
                    if (y > 0) {
                        q = 2;
                    } else if (y == 0) {
                        q = 3;
                    } else {
                        int t = -y;
                        q = t & 7;
                    }
                } else {
                    r = y - x;
                }
            } else if (x < y) {
                r = 7;
                if ((x & 1) == 0) ;
                else q += r;
            } else {
                r = -1;
            }
            if (q > 2) if (r > 0) q -= r; else q += 100;
            out[3 * k] = r;
            out[3 * k + 1] = q;
            if (r == 7) {
                out[3 * k + 2] = 1;
            } else {
                out[3 * k + 2] = x;
            }
        }
    }
}
