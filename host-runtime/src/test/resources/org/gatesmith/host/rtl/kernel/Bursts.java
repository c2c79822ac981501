import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Unroll;

/** Each array is reached in another manner. */
public final class Bursts {

    private Bursts() {}

    @Kernel("bursts")
    public static void bursts(
            @In @Shape("16 * n") int[] wide,
            @In @Shape("n") int[] narrow,
            @In @Shape("n") int[] backwards,
            @In @Shape("n") int[] alone,
            @In @Shape("40 * n") int[] apart,
            @InOut @Shape("n + 1") int[] mixed,
            @Out @Shape("16 * n") int[] wideOut,
            @Out @Shape("n") int[] narrowOut,
            @Out @Shape("n") int[] quickOut,
            @Out @Shape("n") int[] lateOut,
            @Out @Shape("n") int[] aloneOut,
            @Out @Shape("40 * n") int[] apartOut,
            @Range(min = 1, max = 4096) int n) {
        for (@Pipeline int i = 0; i < n; i++) {
            for (@Unroll int lane = 0; lane < 16; lane++) {
                wideOut[16 * i + lane] = wide[16 * i + lane] + 1;
            }
        }
        for (@Pipeline int i = 0; i < n; i++) {
            narrowOut[i] = narrow[i] + backwards[n - 1 - i];
        }
        for (@Pipeline(ii = 9) int i = 0; i < n; i++) {
            quickOut[i] = i;
        }
        for (@Pipeline(ii = 10) int i = 0; i < n; i++) {
            lateOut[i] = i;
        }
        for (int i = 0; i < n; i++) {
            aloneOut[i] = alone[i] + 1;
        }
        for (@Pipeline int i = 0; i < n; i++) {
            apartOut[40 * i] = apart[40 * i] + 1;
        }
        for (int i = 0; i < n; i++) {
            mixed[i + 1] = mixed[i] + 1;
        }
    }
}
