import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** An index outside an array is an exception on the JVM and a fault in the intermediate representation. */
public final class IndexFaults {
    @Kernel("index_faults")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape("n") int[] out, int n) {
        int[] local = new int[200];
        for (int k = 0; k < n; k++) {
            local[k] = k;
            out[k] = local[a[k] + 64] + 1;
        }
    }
}
