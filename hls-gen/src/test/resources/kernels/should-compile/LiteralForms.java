import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Literals in every notation, constant expressions, and expressions that Java folds. */
public final class LiteralForms {
    private static final int SHIFT = 1 << 33;

    @Kernel("literal_forms")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "8"}) long[] out, @Out @Shape({"n", "4"}) double[] real, int n) {
        for (int k = 0; k < n; k++) {
            out[8 * k] = a[k] + 0x7fff_ffff + 0b1010 + 017 + 1_000;
            out[8 * k + 1] = a[k] ^ 0xffff_ffffL ^ -0x8000_0000_0000_0000L;
            out[8 * k + 2] = a[k] + '\u0041' + '\n' + '\'' + '\\' + '\177';
            out[8 * k + 3] = a[k] * SHIFT + (int) 3e9 + (int) Float.NaN + (byte) 200 + (char) -1;
            out[8 * k + 4] = Integer.MIN_VALUE / -1 + a[k] % (5 - 2);
            out[8 * k + 5] = (1 > 2 ? a[k] : 2 > 1 ? k : 7) + (true ? 3 : 4);
            out[8 * k + 6] = a[k] >> (40 & 15) << -30 >>> 1L;
            out[8 * k + 7] = -2147483648 + a[k] - 9223372036854775807L;
            real[4 * k] = a[k] * 1e-3 + .5 + 5. + 0x1.8p1 + 1d;
            real[4 * k + 1] = a[k] * 1e-45f + 0f + 0x1p-149f + 3.4028235e38f;
            real[4 * k + 2] = a[k] / (0.1f + 0.2f) + (0.1 + 0.2);
            real[4 * k + 3] = -0.0 * a[k] + (1 / 3) + 1 / 3.0f + 4.9e-324;
        }
    }
}
