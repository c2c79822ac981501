import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Labels on blocks, branches, switches and single statements. */
public final class LabelledStatements {
    @Kernel("labelled_statements")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "4"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int x = a[k];
            int r = 0;
            block: {
                r = 1;
                if (x > 50) break block;
                r = 2;
                inner: {
                    if (x > 40) break inner;
                    if (x > 30) break block;
                    r = 3;
                }
                r += 10;
            }
            out[4 * k] = r;
            branch: if (x > 0) {
                for (int i = 0; i < 10; i++) {
                    r += i;
                    if (r > 20) break branch;
                }
                r = 77;
            } else {
                if (x == -1) break branch;
                r = -r;
            }
            out[4 * k + 1] = r;
            choice: switch (x & 3) {
                case 0:
                    for (int i = 0; i < 3; i++) {
                        if (x > 3 * i) break choice;
                        r++;
                    }
                case 1:
                    r += 1000;
                    break choice;
                default:
                    r = 0;
            }
            out[4 * k + 2] = r;
            alone: r++;
            out[4 * k + 3] = r;
        }
    }
}
