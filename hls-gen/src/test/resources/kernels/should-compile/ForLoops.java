import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Every form of the for loop. */
public final class ForLoops {
    @Kernel("for_loops")
    public static void run(@In @Shape("n") int[] a, @Out @Shape("12") int[] out, int n) {
        int r = 0;
        for (int i = n - 1; i >= 0; i--) {
            r = r * 3 + a[i];
        }
        out[0] = r;
        for (int i = 0, j = n; i < j; i++, j--) {
            r += i * j;
        }
        out[1] = r;
        int k = 0;
        for (; ; ) {
            if (k >= n) {
                break;
            }
            r ^= a[k++];
        }
        out[2] = r;
        for (k = 0; k < n; ) {
            k += 1 + (a[k] & 1);
        }
        out[3] = k;
        for (int i = 0; i < 3; i++) ;
        for (int i = 0; i < n; i += 2) {
            i += a[i] & 1;
            r += i;
        }
        out[4] = r;
        for (float x = 0; x < 1; x += 0.25f) r++;
        out[5] = r;
        for (long l = Integer.MAX_VALUE - 2L; l <= Integer.MAX_VALUE; l++) r--;
        out[6] = r;
        for (byte b = 120; b > 0; b++) r += b;
        out[7] = r;
        for (int i = Integer.MAX_VALUE - 1; i > 0; i++) r++;
        out[8] = r;
        int x = 1, y = 2;
        for (x = 3, y = 4; x < 10; x++, y += x) r += y;
        out[9] = r + x + y;
        for (int i = 5; i < 5; i++) r = 0;
        for (int i = 0, stop = n * 2; i != stop; i += 2) r += i;
        out[10] = r;
        for (boolean go = true; go; go = r < 0) r = -r;
        out[11] = r;
    }
}
