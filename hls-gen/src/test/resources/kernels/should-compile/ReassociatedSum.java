import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Reassociate;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tolerance;

/** A reduction that may be summed in another order within a stated tolerance; unoptimised it keeps the order. */
public final class ReassociatedSum {
    @Kernel("reassociated_sum")
    @Tolerance(rel = 1e-5)
    public static void run(@In @Shape("n") float[] a, @Out @Shape("1") float[] out, int n) {
        float sum = 0;
        for (@Reassociate @Pipeline int i = 0; i < n; i++) {
            sum += a[i];
        }
        out[0] = sum;
    }
}
