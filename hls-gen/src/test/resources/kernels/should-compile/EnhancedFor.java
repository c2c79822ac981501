import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Loops over the elements of local arrays, rows, tables and ports. */
public final class EnhancedFor {
    private static final short[] TABLE = {3, -1, 4, -1, 5};

    private record Point(int x, int y) {}

    private static int sum(int[] values) {
        int sum = 0;
        for (int v : values) {
            if (v < 0) continue;
            sum += v;
            if (sum > 500) break;
        }
        return sum;
    }

    @Kernel("enhanced_for")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape("6") long[] out, int n) {
        long total = 0;
        for (byte b : a) total += b;
        out[0] = total;
        int[][] grid = new int[3][4];
        int at = 0;
        for (int[] row : grid) {
            for (int i = 0; i < row.length; i++) {
                row[i] = at < n ? a[at++] : 7;
            }
        }
        for (int[] row : grid) {
            total = total * 3 + sum(row);
            for (int v : row) total ^= v;
        }
        out[1] = total;
        for (long t : TABLE) total += t * t;
        out[2] = total;
        Point[] points = {new Point(1, 2), new Point(n, 4), new Point(5, 6)};
        for (Point p : points) total += p.x() * p.y();
        out[3] = total;
        outer:
        for (int x : grid[1]) {
            for (double d : grid[2]) {
                total += (long) d;
                if (total > 1000) break outer;
            }
            total += x;
        }
        out[4] = total;
        for (int v : grid[0]) v = 100;
        out[5] = grid[0][0];
    }
}
