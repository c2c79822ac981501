import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Parallel;
import org.gatesmith.api.Partition;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Reshape;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Storage;
import org.gatesmith.api.StorageKind;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Unroll;

/** Every directive on loops and arrays: none changes a result. */
public final class LoopDirectives {
    @Kernel("loop_directives")
    public static void run(@In @Shape({"n", "8"}) int[] a, @Out @Shape({"n", "8"}) int[] out, @Range(min = 0, max = 32) int n) {
        for (@TripCount(min = 1, max = 32, typical = 16) @Parallel int k = 0; k < n; k++) {
            @Partition(dim = 1, kind = PartitionKind.CYCLIC, factor = 2)
            @Storage(StorageKind.LUTRAM)
            int[] row = new int[8];
            @Reshape(dim = 1, kind = PartitionKind.BLOCK, factor = 4)
            @Storage(StorageKind.BRAM)
            int[] other = new int[8];
            @Partition(dim = 1)
            @Partition(dim = 2, kind = PartitionKind.BLOCK, factor = 2)
            int[][] grid = new int[2][4];
            for (@Pipeline(ii = 2) int i = 0; i < 8; i++) {
                row[i] = a[8 * k + i];
                other[7 - i] = row[i];
                grid[i & 1][i >> 1] = i;
            }
            int sum = 0;
            for (@Unroll(factor = 4) int i = 0; i < 8; i++) sum += row[i] * other[i];
            for (@Unroll int v : row) sum ^= v;
            for (@Pipeline int i = 0, j = 7; i < 8; i++, j--) out[8 * k + i] = sum + grid[i & 1][j >> 1];
        }
    }
}
