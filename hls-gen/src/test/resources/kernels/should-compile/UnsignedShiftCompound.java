import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Shape;

/** {@code >>>=} on narrow types shifts the sign-extended value, then narrows. */
public final class UnsignedShiftCompound {
    @Kernel("unsigned_shift_compound")
    public static void run(
            @InOut @Shape("n") byte[] b,
            @InOut @Shape("n") short[] s,
            @InOut @Shape("n") char[] c,
            @InOut @Shape("n") int[] i,
            @InOut @Shape("n") long[] l,
            @In @Shape("n") int[] count,
            int n) {
        for (int k = 0; k < n; k++) {
            b[k] >>>= count[k];
            s[k] >>>= count[k];
            c[k] >>>= count[k];
            i[k] >>>= count[k];
            l[k] >>>= count[k];
            byte local = (byte) (b[k] - 1);
            local >>>= 4;
            b[k] ^= local;
            short other = (short) ~s[k];
            other >>= 1;
            other <<= 2;
            s[k] = other;
        }
    }
}
