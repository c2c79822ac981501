import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Compound assignment narrows its result silently (JLS 15.26.2). */
public final class CompoundNarrowing {
    @Kernel("compound_narrowing")
    public static void run(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape({"n", "12"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            byte x = (byte) a[k];
            short y = (short) a[k];
            char z = (char) a[k];
            x += b[k];
            out[12 * k] = x;
            y -= b[k];
            out[12 * k + 1] = y;
            z *= b[k];
            out[12 * k + 2] = z;
            x <<= 3;
            out[12 * k + 3] = x;
            y ^= b[k];
            out[12 * k + 4] = y;
            z |= b[k];
            out[12 * k + 5] = z;
            x &= y;
            out[12 * k + 6] = x;
            z /= 7;
            out[12 * k + 7] = z;
            y %= 1000;
            out[12 * k + 8] = y;
            x -= 200L;
            out[12 * k + 9] = x;
            y += 'z';
            out[12 * k + 10] = y;
            z >>= 2;
            out[12 * k + 11] = z;
        }
    }
}
