import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** {@code break} and {@code continue} at several places of nested loops. */
public final class BreakAndContinue {
    @Kernel("break_and_continue")
    public static void run(@In @Shape({"n", "8"}) byte[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int sum = 0;
            int last = -1;
            for (int i = 0; i < 8; i++) {
                int x = a[8 * k + i];
                if (x < 0) continue;
                if (x > 100) {
                    last = i;
                    break;
                }
                for (int j = 0; j < 4; j++) {
                    if (j == (x & 3)) continue;
                    if (j * 10 > x) break;
                    sum += j;
                }
                sum += x;
                if ((sum & 7) == 7) {
                    continue;
                }
                sum++;
            }
            if (sum == 13) continue;
            out[3 * k] = sum;
            out[3 * k + 1] = last;
            int i = 0;
            while (true) {
                if (i > 5) break;
                i++;
                if (i == 3) continue;
                sum += i;
                if (sum > 300) break;
            }
            out[3 * k + 2] = sum;
        }
    }
}
