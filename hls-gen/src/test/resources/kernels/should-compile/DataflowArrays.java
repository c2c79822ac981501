import org.gatesmith.api.Dataflow;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Arrays between processes: filled by one, read by a later one; rows; arrays that a process only uses itself. */
public final class DataflowArrays {
    private static void load(int[] a, int[] tile, int n) {
        for (int i = 0; i < tile.length; i++) tile[i] = i < n ? a[i] : -1;
    }

    private static void square(int[] tile, long[][] squares, int[] scratch) {
        for (int i = 0; i < tile.length; i++) scratch[i] = tile[i];
        for (int i = 0; i < tile.length; i++) {
            squares[0][i] = (long) scratch[i] * scratch[i];
            squares[1][i] = scratch[(i + 1) % scratch.length];
        }
    }

    private static void store(long[][] squares, long[] out) {
        for (int i = 0; i < squares[0].length; i++) out[i] = squares[0][i] - squares[1][i];
    }

    @Kernel("dataflow_arrays")
    @Dataflow
    public static void run(@In @Shape("n") int[] a, @Out @Shape("16") long[] out, int n) {
        int[] tile = new int[16];
        long[][] squares = new long[2][16];
        int[] scratch = new int[16];
        load(a, tile, n);
        square(tile, squares, scratch);
        store(squares, out);
    }
}
