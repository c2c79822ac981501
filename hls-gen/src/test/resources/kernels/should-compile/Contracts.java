import org.gatesmith.api.Bits;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.UBits;

/** Contracts on parameters, variables, arrays, counters and record components that hold. */
public final class Contracts {
    record Sample(@Range(min = -500, max = 500) int value, @UBits(4) byte kind) {}

    private static int scale(@Range(min = 0, max = 255) int x, @UBits(3) int shift) {
        @UBits(15)
        int scaled = x << shift;
        scaled -= x & 1;
        return Math.max(scaled, 0);
    }

    private static void fill(@Bits(9) int[] into, int x) {
        for (@Range(min = 0, max = 4) int i = 0; i < into.length; i++) {
            into[i] = (x >> i) & 127;
            into[i]--;
        }
    }

    @Kernel("contracts")
    public static void run(
            @In @Shape("n") @UBits(7) byte[] a,
            @In @Shape("n") @Range(min = -100, max = 100) int[] b,
            @Out @Shape({"n", "5"}) @Range(min = -1000000, max = 1000000) int[] out,
            @Range(min = 1, max = 20) int n,
            @Bits(5) long bias,
            @Range(min = 'a', max = 'f') char letter) {
        for (@Range(min = 0, max = 20) int k = 0; k < n; ++k) {
            @Bits(12)
            short s = (short) (a[k] * 8);
            s += b[k];
            out[5 * k] = s;
            out[5 * k + 1] = scale(a[k] * 2, k & 7);
            @Range(min = -16, max = 15)
            long l = bias;
            l = l > 0 ? l - 1 : l + 1;
            out[5 * k + 2] = (int) l + letter;
            @Bits(9)
            int[] local = new int[4];
            fill(local, b[k]);
            local[a[k] & 3] += 1;
            out[5 * k + 3] = local[0] + local[1] + local[2] * local[3];
            Sample sample = new Sample(b[k] * 5, (byte) (a[k] & 15));
            out[5 * k + 4] = sample.value() * sample.kind();
        }
    }
}
