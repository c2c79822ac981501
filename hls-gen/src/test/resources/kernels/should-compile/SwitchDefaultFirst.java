import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The default group of an old switch at the start, in the middle, and fallen into. */
public final class SwitchDefaultFirst {
    @Kernel("switch_default_first")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int r = 0;
            switch (a[k] & 3) {
                default:
                    r += 1;
                case 1:
                    r += 10;
                    break;
                case 2:
                    r += 100;
            }
            out[3 * k] = r;
            switch (a[k] & 7) {
                case 3:
                    r++;
                default:
                    r += 1000;
                case 5:
                    r += 10000;
                    break;
                case 6:
                case 7:
                    r = -r;
            }
            out[3 * k + 1] = r;
            switch (a[k]) {
                case 1:
                    r = 1;
                    break;
                default:
                    r = 2;
                    break;
                case 2:
                    r = 3;
                    break;
            }
            out[3 * k + 2] = r;
        }
    }
}
