import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Array initialisers: nested, with computed elements, converted to the element type, evaluated in order. */
public final class ArrayInitialisers {
    private static final int N = 2;

    @Kernel("array_initialisers")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "5"}) double[] out, int n) {
        for (int k = 0; k < n; k++) {
            int i = 1;
            int[] ordered = {i++, i++, i, i = 10, i};
            double[] mixed = {a[k], 'a', 2.5f, 7L, (byte) a[k]};
            short[][] grid = {{1, 2, 3}, {(short) a[k], -1, 'z'}};
            long[] typed = new long[] {a[k], a[k] * a[k], (long) a[k] * a[k]};
            int[][] jagged = new int[][] {new int[] {1, a[k]}, {3, 4}};
            byte[] sized = new byte[N * 3 + 1];
            sized[N * 3] = (byte) a[k];
            out[5 * k] = ordered[0] + 10 * ordered[1] + 100 * ordered[2] + 1000 * ordered[3] + 10000 * ordered[4];
            out[5 * k + 1] = mixed[a[k] & 3] + mixed[4];
            out[5 * k + 2] = grid[a[k] & 1][(a[k] >>> 1) % 3] + grid[1][0];
            out[5 * k + 3] = typed[0] + typed[1] + typed[2] + jagged[a[k] & 1][1];
            out[5 * k + 4] = sized[a[k] & 7 % sized.length] + sized[6];
        }
    }
}
