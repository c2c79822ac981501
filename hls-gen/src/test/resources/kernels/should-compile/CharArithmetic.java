import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Chars are unsigned 16-bit numbers that promote to int. */
public final class CharArithmetic {
    @Kernel("char_arithmetic")
    public static void run(@In @Shape("n") char[] a, @In @Shape("n") char[] b, @Out @Shape({"n", "8"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            char c = a[k];
            c += 1;
            c++;
            out[8 * k] = c;
            out[8 * k + 1] = a[k] - b[k];
            out[8 * k + 2] = (char) (a[k] - b[k]);
            out[8 * k + 3] = 'a' + a[k] % 26;
            out[8 * k + 4] = a[k] >= 'A' && a[k] <= 'Z' ? a[k] - 'A' : -1;
            char d = '\uffff';
            d += b[k];
            out[8 * k + 5] = d;
            out[8 * k + 6] = -a[k] >> 1;
            out[8 * k + 7] = a[k] * b[k];
        }
    }
}
