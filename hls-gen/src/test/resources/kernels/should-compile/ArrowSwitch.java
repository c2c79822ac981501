import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Switch statements with arrows, on every type that they take. */
public final class ArrowSwitch {
    private static final int TWO = 2;

    @Kernel("arrow_switch")
    public static void run(
            @In @Shape("n") byte[] a,
            @In @Shape("n") short[] s,
            @In @Shape("n") char[] c,
            @Out @Shape({"n", "4"}) int[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int r = 7;
            switch (a[k]) {
                case 0 -> r = 1;
                case 1, TWO, 3 -> {
                    r = a[k];
                    if (r == 2) break;
                    r = -r;
                }
                case -128 -> r = 128;
                default -> r++;
            }
            out[4 * k] = r;
            switch (s[k]) {
                case 32767 -> r = 1;
                case -32768 -> r = 2;
                case 'a' -> r = 3;
            }
            out[4 * k + 1] = r;
            switch (c[k]) {
                case 'a', 'b' -> r += 5;
                case '\uffff' -> r += 6;
                case 65 -> r += 7;
                default -> {
                    for (int i = 0; i < 3; i++) {
                        if (i == 2) break;
                        r += i;
                    }
                }
            }
            out[4 * k + 2] = r;
            switch (r) {
                case Integer.MIN_VALUE -> {
                }
                case 1 -> out[4 * k + 3] = 5;
                default -> out[4 * k + 3] = r;
            }
        }
    }
}
