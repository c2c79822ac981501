import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Binary numeric promotion (JLS 5.6): operands of mixed types. */
public final class BinaryPromotion {
    @Kernel("binary_promotion")
    public static void run(
            @In @Shape("n") byte[] b,
            @In @Shape("n") short[] s,
            @In @Shape("n") char[] c,
            @In @Shape("n") int[] i,
            @In @Shape("n") long[] l,
            @Out @Shape({"n", "12"}) long[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            int o = 12 * k;
            out[o] = b[k] + b[k];
            out[o + 1] = b[k] * s[k];
            out[o + 2] = c[k] * c[k];
            out[o + 3] = c[k] - s[k];
            out[o + 4] = i[k] * i[k];
            out[o + 5] = i[k] * l[k];
            out[o + 6] = i[k] + c[k] * 70000;
            out[o + 7] = b[k] & c[k];
            out[o + 8] = b[k] | l[k];
            out[o + 9] = s[k] ^ c[k];
            out[o + 10] = -c[k];
            out[o + 11] = ~c[k] + ~b[k] + (+s[k]);
        }
    }
}
