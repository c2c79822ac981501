import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Local arrays and tables that TornadoVM 4.0.1 compiles wrongly or not at all, one to a method. */
public final class ArrayConstructs {

    private static final int LENGTH = 5;
    private static final int[] TABLE = {3, -1, 4, 1, -5, 9, 2, -6};
    private static final int[][] ROWS = {{1, 2, 3, 4}, {-1, -2, -3, -4}};

    private ArrayConstructs() {}

    @Kernel("tornado_arrays")
    public static void arrays(
            @In @Shape("n") int[] a,
            @In @Shape("n") int[] b,
            @Out @Shape({"n", "14"}) int[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            int x = a[i];
            int y = b[i];
            int to = i * 14;
            out[to] = unset(x);
            out[to + 1] = grid(x, y);
            out[to + 2] = table(x, y);
            out[to + 3] = tableOfRows(x, y);
            out[to + 4] = shorts(x, y);
            out[to + 5] = bytes(x, y);
            out[to + 6] = chars(x, y);
            out[to + 7] = sumInShort(x, y);
            out[to + 8] = booleans(x, y);
            out[to + 9] = longs(x, y);
            out[to + 10] = floats(x, y);
            out[to + 11] = doubles(x, y);
            out[to + 12] = byReference(x, y);
            out[to + 13] = constantLength(x);
        }
    }

    private static int unset(int x) {
        int[] cells = new int[8];
        cells[x & 7] = x;
        return cells[0] + cells[1] + cells[6];
    }

    private static int grid(int x, int y) {
        int[][] cells = new int[3][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                cells[i][j] = i * x + j * y;
            }
        }
        return cells[2][1] ^ cells[1][3] ^ cells[x & 1][y & 3];
    }

    private static int table(int x, int y) {
        return TABLE[x & 7] + TABLE[y & 7];
    }

    private static int tableOfRows(int x, int y) {
        return ROWS[x & 1][y & 3];
    }

    private static int shorts(int x, int y) {
        short[] cells = new short[4];
        for (int i = 0; i < 4; i++) {
            cells[i] = (short) (x >> i);
        }
        return cells[x & 3] * 3 + cells[2] + cells[1] - y;
    }

    private static int bytes(int x, int y) {
        byte[] cells = new byte[4];
        for (int i = 0; i < 4; i++) {
            cells[i] = (byte) (y * i);
        }
        return cells[x & 3] * 3 + cells[2] + cells[1] * y;
    }

    private static int chars(int x, int y) {
        char[] cells = new char[4];
        for (int i = 0; i < 4; i++) {
            cells[i] = (char) (x * i);
        }
        return cells[x & 3] * 3 + cells[2] + cells[1] - y;
    }

    /** A sum that wraps in 16 bits, and one that does not. */
    private static int sumInShort(int x, int y) {
        short[] sums = new short[2];
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sums[0] += (short) (x >> i);
            sums[1] -= (short) y;
            sum += (short) (x >> i);
        }
        return sums[0] ^ sum ^ sums[1];
    }

    private static int booleans(int x, int y) {
        boolean[] flags = new boolean[4];
        for (int i = 0; i < 3; i++) {
            flags[i] = (x >> i & 1) != 0;
        }
        return (flags[y & 3] ? 1000 : 0) + (flags[0] && !flags[3] ? 1 : 0);
    }

    private static int longs(int x, int y) {
        long[] cells = new long[3];
        cells[0] = (long) x * y;
        cells[1] = cells[0] >>> 7;
        return (int) (cells[1] ^ cells[2] ^ cells[0] >> 40);
    }

    private static int floats(int x, int y) {
        float[] cells = new float[4];
        cells[x & 1] = x / 3.0f;
        cells[2] = cells[0] + cells[1] + y;
        return Float.floatToIntBits(cells[2] + cells[3]);
    }

    private static int doubles(int x, int y) {
        double[] cells = new double[4];
        cells[y & 1] = x * 1.1;
        cells[2] = cells[0] - cells[1] + y;
        return (int) (cells[2] + cells[3]);
    }

    private static int byReference(int x, int y) {
        int[][] cells = new int[2][3];
        fill(cells, x, y);
        return cells[1][0] + cells[0][2] * 5 - cells[1][y & 1];
    }

    private static int constantLength(int x) {
        int[] cells = new int[LENGTH + 2];
        cells[LENGTH] = x;
        return cells[LENGTH] + cells[LENGTH + 1] + cells.length;
    }

    private static void fill(int[][] cells, int x, int y) {
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                cells[i][j] = x * i + y * j;
            }
        }
    }
}
