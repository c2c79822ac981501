import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Narrowing conversions between integer types (JLS 5.1.3). */
public final class NarrowingCasts {
    @Kernel("narrowing_casts")
    public static void run(
            @In @Shape("n") int[] i, @In @Shape("n") long[] l, @Out @Shape({"n", "10"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int o = 10 * k;
            out[o] = (byte) i[k];
            out[o + 1] = (short) i[k];
            out[o + 2] = (char) i[k];
            out[o + 3] = (byte) l[k];
            out[o + 4] = (short) l[k];
            out[o + 5] = (char) l[k];
            out[o + 6] = (int) l[k];
            out[o + 7] = (char) (byte) i[k];
            out[o + 8] = (byte) (char) i[k];
            out[o + 9] = (short) (char) (byte) l[k];
        }
    }
}
