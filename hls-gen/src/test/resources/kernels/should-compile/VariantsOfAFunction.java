import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;

/** A function that is kept, once for an array in banks and once for one in a piece, with numbers of different ranges. */
public final class VariantsOfAFunction {
    @NoInline
    private static void fill(int[] t, int[] from, int base, int stride) {
        for (int i = 0; i < 8; i++) {
            for (@Pipeline int j = 0; j < 8; j++) {
                t[8 * i + j] = from[base + i * stride + j];
            }
        }
    }

    @Kernel("variants_of_a_function")
    public static void run(
            @In @Shape("64 * t") int[] a,
            @In @Shape("64 * t") int[] b,
            @Out @Shape("64") int[] c,
            @Range(min = 1, max = 16) int t) {
        @Partition(kind = PartitionKind.CYCLIC, factor = 4)
        int[] x = new int[64];
        int[] y = new int[64];
        int[] s = new int[64];
        for (int q = 0; q < t; q++) {
            fill(x, a, q * 8, 8 * t);
            fill(y, b, q * 64, 8);
            for (@Pipeline int i = 0; i < 64; i++) {
                s[i] += x[i] * y[i];
            }
        }
        for (@Pipeline int i = 0; i < 64; i++) {
            c[i] = s[i];
        }
    }
}
