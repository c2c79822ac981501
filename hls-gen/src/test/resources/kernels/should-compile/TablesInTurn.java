import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;

/** A function of its own that looks up a table twice, the second time where the first one says, in every cycle. */
public final class TablesInTurn {
    private static final int[] TABLE = {-2, 0, 9477039, -155, -1, 713678, 1554, 130};

    @NoInline
    private static int twice(int x) {
        return TABLE[(x - TABLE[(x + 3) & 7] + 2) & 7];
    }

    @Kernel("tables_in_turn")
    public static void run(@In @Shape("n") int[] a, @Out @Shape("n") int[] out, int n) {
        for (@Pipeline(ii = 1) int i = 0; i < n; i++) out[i] = twice(a[i]);
    }
}
