import org.gatesmith.api.Constraint;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/** Tunable constants as extents, loop bounds and unroll factors. */
@Constraint("ROWS * COLS <= 64")
public final class TunableSizes {
    @Tunable({2, 4, 8})
    static final int ROWS = 4;

    @Tunable({1, 2, 4, 8})
    static final int COLS = 2;

    static final int SIZE = ROWS * COLS;

    @Kernel("tunable_sizes")
    public static void run(@In @Shape({"n", "SIZE"}) int[] a, @Out @Shape({"n", "COLS"}) int[] out, int n) {
        for (@TripCount(max = 20) int k = 0; k < n; k++) {
            @Partition(dim = 0)
            int[][] tile = new int[ROWS][COLS];
            for (@Pipeline int i = 0; i < SIZE; i++) {
                tile[i / COLS][i % COLS] = a[k * SIZE + i];
            }
            for (int j = 0; j < COLS; j++) {
                int sum = 0;
                for (@Unroll int i = 0; i < ROWS; i++) {
                    sum += tile[i][j];
                }
                out[k * COLS + j] = sum;
            }
        }
    }
}
