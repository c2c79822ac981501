import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;

/** Elements that are read again as soon as they are written, and a pipeline in which numbers overtake others. */
public final class ReadsAndWrites {
    @Kernel("reads_and_writes")
    public static void run(@In @Shape("n") int[] a, @InOut @Shape("2") int[] b, @Out @Shape("n") int[] c, int n) {
        for (int i = 0; i < n; i++) b[i & 1] += a[i];
        for (@Pipeline(ii = 1) int i = 0; i < n; i++) c[i] = a[i] * (a[i] + 3) + i;
    }
}
