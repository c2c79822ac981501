import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Shape;

/** A zero divisor is an exception on the JVM and a fault in the intermediate representation; elsewhere nothing happens. */
public final class DivisionFaults {
    @Kernel("division_faults")
    public static void run(@In @Shape("n") byte[] a, @In @Shape("n") byte[] b, @InOut @Shape("n") int[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = 0;
            if (b[k] != 0 && a[k] / b[k] > 2) {
                out[k] = a[k] % b[k];
            }
            out[k] += a[k] > 100 ? 1000 / b[k] : 1;
        }
    }
}
