import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Switches inside switches and loops inside both, with jumps across them. */
public final class NestedSwitches {
    @Kernel("nested_switches")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "2"}) int[] out, int n) {
        outer:
        for (int k = 0; k < n; k++) {
            int x = a[k];
            int state = x & 3;
            int r = 0;
            machine:
            for (int step = 0; step < 12; step++) {
                switch (state) {
                    case 0:
                        switch (x & 5) {
                            case 0 -> state = 1;
                            case 1 -> {
                                state = 2;
                                r += 3;
                            }
                            default -> {
                                x += 3;
                                continue machine;
                            }
                        }
                        break;
                    case 1:
                        r++;
                        switch (step) {
                            case 3:
                                state = 2;
                                break;
                            case 5:
                                break machine;
                            default:
                                state = 0;
                                x >>= 1;
                        }
                        // falls through
                    case 2:
                        while (x > 20) {
                            x -= 9;
                            if (x == 22) continue outer;
                            if (x < 30) break;
                        }
                        state = (state + 1) & 3;
                        break;
                    default:
                        r += 100;
                        if ((x & 1) == 0) break machine;
                        x++;
                        state = 0;
                }
            }
            out[2 * k] = r;
            out[2 * k + 1] = x;
        }
    }
}
