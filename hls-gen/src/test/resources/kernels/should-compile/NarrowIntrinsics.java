import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** The methods of {@link Byte}, {@link Short}, {@link Character} and {@link Boolean}. */
public final class NarrowIntrinsics {
    @Kernel("narrow_intrinsics")
    public static void run(
            @In @Shape("n") byte[] a,
            @In @Shape("n") short[] b,
            @In @Shape("n") boolean[] p,
            @In @Shape("n") boolean[] q,
            @Out @Shape({"n", "5"}) long[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            out[5 * k] = Byte.toUnsignedInt(a[k]);
            out[5 * k + 1] = Byte.toUnsignedLong(a[k]);
            out[5 * k + 2] = Short.toUnsignedInt(b[k]);
            out[5 * k + 3] = Short.toUnsignedLong(b[k]);
            int bits = Boolean.logicalAnd(p[k], q[k]) ? 1 : 0;
            bits |= Boolean.logicalOr(p[k], q[k]) ? 2 : 0;
            bits |= Boolean.logicalXor(p[k], q[k]) ? 4 : 0;
            out[5 * k + 4] = bits;
        }
    }
}
