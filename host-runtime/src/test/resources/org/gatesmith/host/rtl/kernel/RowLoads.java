import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Unroll;

/** Parts of the rows of a matrix, loaded several elements at a time into the banks of an array. */
public final class RowLoads {
    private static final int ROWS = 16;
    private static final int COLS = 16;
    private static final int MAX = 128;
    private static final int WIDEST = 1 << 14;

    private RowLoads() {}

    @Kernel("rows_by_2")
    public static void rowsByTwo(
            @In @Shape({"m", "n"}) byte[] a,
            @Out @Shape("1") byte[] out,
            @Range(min = 1, max = MAX) int m,
            @Range(min = MAX, max = WIDEST) int n) {
        @Partition(dim = 2)
        @Partition(dim = 3, kind = PartitionKind.CYCLIC, factor = 2)
        byte[][][] tiles = new byte[MAX / ROWS][ROWS][MAX];
        for (int r = 0; r < m; r++) {
            int start = r * n + 1;
            for (@Pipeline @Unroll(factor = 2) int k = 0; k < MAX; k++) {
                tiles[r / ROWS][r % ROWS][k] = a[start + k];
            }
        }
        out[0] = tiles[0][0][0];
    }

    @Kernel("rows_by_16")
    public static void rowsBySixteen(
            @In @Shape({"m", "n"}) byte[] a,
            @Out @Shape("1") byte[] out,
            @Range(min = 1, max = MAX) int m,
            @Range(min = MAX, max = WIDEST) int n) {
        @Partition(dim = 2)
        @Partition(dim = 3, kind = PartitionKind.CYCLIC, factor = 16)
        byte[][][] tiles = new byte[MAX / ROWS][ROWS][MAX];
        for (int r = 0; r < m; r++) {
            int start = r * n + 1;
            for (@Pipeline @Unroll(factor = 16) int k = 0; k < MAX; k++) {
                tiles[r / ROWS][r % ROWS][k] = a[start + k];
            }
        }
        out[0] = tiles[0][0][0];
    }

    @Kernel("columns_by_16")
    public static void columnsBySixteen(
            @In @Shape({"m", "n"}) byte[] b,
            @Out @Shape("1") byte[] out,
            @Range(min = 1, max = MAX) int m,
            @Range(min = MAX, max = WIDEST) int n) {
        @Partition(dim = 3)
        byte[][][] tiles = new byte[MAX][MAX / COLS][COLS];
        int columns = Math.min(MAX, n);
        for (int r = 0; r < m; r++) {
            int start = r * n + 1;
            for (@Pipeline @Unroll(factor = 16) int x = 0; x < columns; x++) {
                tiles[r][x / COLS][x % COLS] = b[start + x];
            }
        }
        out[0] = tiles[0][0][0];
    }
}
