import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Old switches: groups that fall through, break on some paths, share variables and are left by continue. */
public final class SwitchFallThrough {
    @Kernel("switch_fall_through")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int x = a[k];
            int r = 0;
            switch (x & 7) {
                case 0:
                    r += 1;
                case 1:
                case 2:
                    r += 10;
                    if (x > 60) break;
                case 3: {
                    r += 100;
                    break;
                }
                case 4:
                    r += 1000;
                    if (x > 30) continue;
                case 5:
                    r += 10000;
                case 6:
            }
            out[3 * k] = r;
            switch (x) {
                case -1:
                    int shared = 5;
                    r += shared;
                case 100:
                    shared = r * 2;
                    for (int i = 0; i < 3; i++) {
                        shared += i;
                    }
                    r = shared;
                    break;
                case 127:
                    shared = 9;
                    r -= shared;
            }
            out[3 * k + 1] = r;
            switch (r) {
            }
            switch (r) {
                default:
                    r = -r;
            }
            out[3 * k + 2] = r;
        }
    }
}
