import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;

/** Pipelines that read what was written just before them, and reads after them that need not wait again. */
public final class PipelinesAfterWrites {
    @Kernel("pipelines_after_writes")
    public static void run(@InOut @Shape("8") long[] a, @Out @Shape("8") long[] b, @Range(min = 0, max = 7) int n) {
        for (int k = 0; k < 6; k++) {
            a[0] -= n + 1;
            for (@Pipeline(ii = 3) int i = 0; i < 5; i++) b[i] = a[0] + i;
            a[0] -= n;
        }
    }
}
