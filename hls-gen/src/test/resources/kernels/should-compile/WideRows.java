import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Unroll;

/** Several elements of a row at a time, to and from the banks of arrays; rows end anywhere. */
public final class WideRows {
    private static final int LANES = 4;
    private static final int MAX = 32;

    @Kernel("wide_rows")
    public static void run(
            @In @Shape({"h", "w"}) byte[] a,
            @Out @Shape({"h", "w"}) byte[] complete,
            @Out @Shape({"h", "w"}) byte[] cyclic,
            @Out @Shape({"h", "w"}) byte[] turned,
            @Range(min = 0, max = MAX) int h,
            @Range(min = 0, max = MAX) int w,
            @Range(min = 0, max = 3) int skip) {
        @Partition(dim = 3)
        byte[][][] lanes = new byte[MAX][MAX / LANES][LANES];
        @Partition(dim = 2, kind = PartitionKind.CYCLIC, factor = 8)
        byte[][] turns = new byte[MAX][MAX];
        for (int y = 0; y < h; y++) {
            int start = y * w;
            for (@Pipeline @Unroll(factor = 4) int x = 0; x < w; x++) {
                byte element = a[start + x];
                lanes[y][x / LANES][x % LANES] = element;
                turns[y][x] = element;
            }
        }
        for (int y = 0; y < h; y++) {
            int start = y * w;
            for (@Pipeline @Unroll(factor = 4) int x = 0; x < w; x++) {
                complete[start + x] = lanes[y][x / LANES][x % LANES];
                cyclic[start + x] = turns[y][x];
            }
        }
        // The first lanes of a request may be those that are left out, and the last element comes first.
        for (@Pipeline @Unroll(factor = 4) int i = h * w - 1; i >= 0; i--) {
            int here = i - skip;
            turned[i] = here >= 0 ? a[here] : (byte) skip;
        }
    }
}
