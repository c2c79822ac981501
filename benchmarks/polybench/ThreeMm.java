import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code 3mm}: {@code E = A · B}, {@code F = C · D}, {@code G = E · F}, in PolyBench's own order of operations.
 *
 * <p>Hardware: {@code ROWS × COLS} processing elements (PEs), each one multiplier and one adder, compute the three products one
 * after the other. A PE serves an element of every tile of a product in turn, one tile per cycle, so that as many cycles as
 * there are tiles lie between two additions to the same sum. What a PE adds last to an element of E or F it also writes where the third
 * product takes its factors from.
 */
public final class ThreeMm {
    /** Rows of A and G; medium size of PolyBench. */
    @Tunable({6, 180})
    static final int NI = 180;

    /** Columns of B, rows of C. */
    @Tunable({7, 190})
    static final int NJ = 190;

    /** Columns of A, rows of B. */
    @Tunable({5, 200})
    static final int NK = 200;

    /** Columns of D and G. */
    @Tunable({6, 210})
    static final int NL = 210;

    /** Columns of C, rows of D. */
    @Tunable({4, 220})
    static final int NM = 220;

    /** Rows of the PE array. */
    @Tunable({2, 3, 8, 12})
    static final int ROWS = 3;

    /** Columns of the PE array. */
    @Tunable({2, 14, 42, 210})
    static final int COLS = 14;

    /** Floats that a port brings at once. */
    private static final int LINE = 16;

    private static final int ROW_TILES_I = (NI + ROWS - 1) / ROWS;
    private static final int ROW_TILES_J = (NJ + ROWS - 1) / ROWS;
    private static final int ROW_TILES = ROW_TILES_I > ROW_TILES_J ? ROW_TILES_I : ROW_TILES_J;
    private static final int TILES_J = (NJ + COLS - 1) / COLS;
    private static final int TILES_L = (NL + COLS - 1) / COLS;
    private static final int COL_TILES = TILES_J > TILES_L ? TILES_J : TILES_L;
    private static final int LINES_K = (NK + LINE - 1) / LINE;
    private static final int LINES_M = (NM + LINE - 1) / LINE;
    private static final int LINES = LINES_K > LINES_M ? LINES_K : LINES_M;
    private static final int DEPTH = NK > NM ? NK : NM;

    /** {@code k / COLS}, without a divider. */
    private static final int[] COL_TILE = new int[NJ];

    /** {@code k % COLS}. */
    private static final int[] COL = new int[NJ];

    /** {@code k / ROWS}. */
    private static final int[] ROW_TILE = new int[NJ];

    /** {@code k % ROWS}. */
    private static final int[] ROW = new int[NJ];

    static {
        for (int k = 0; k < NJ; k++) {
            COL_TILE[k] = k / COLS;
            COL[k] = k % COLS;
            ROW_TILE[k] = k / ROWS;
            ROW[k] = k % ROWS;
        }
    }

    /** Cycles in which a row of a tile goes over a port. */
    private static final int LINE_CYCLES = (COLS + LINE - 1) / LINE;

    private ThreeMm() {}

    /**
     * {@code G = (A · B) · (C · D)}. Each element of a product is the sum of products in ascending order, starting from 0, every
     * product and sum rounded to nearest even.
     *
     * @param a NI × NK, row-major
     * @param b NK × NJ, row-major
     * @param c NJ × NM, row-major
     * @param d NM × NL, row-major
     * @param g NI × NL, row-major
     */
    @Kernel("polybench_3mm")
    public static void threeMm(
            @In @Shape({"NI", "NK"}) float[] a,
            @In @Shape({"NK", "NJ"}) float[] b,
            @In @Shape({"NJ", "NM"}) float[] c,
            @In @Shape({"NM", "NL"}) float[] d,
            @Out @Shape({"NI", "NL"}) float[] g) {
        @Partition(dim = 3)
        @Partition(dim = 5)
        float[][][][][] left = new float[2][ROW_TILES][ROWS][LINES][LINE];
        @Partition(dim = 4)
        float[][][][] right = new float[2][DEPTH][COL_TILES][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] sums = new float[ROW_TILES][COL_TILES][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] e = new float[ROW_TILES_I][TILES_J][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] f = new float[ROW_TILES_J][TILES_L][ROWS][COLS];
        loadLeft(a, left, 0, NI, NK, ROW_TILES_I, LINES_K);
        loadLeft(c, left, 1, NJ, NM, ROW_TILES_J, LINES_M);
        loadRight(b, right, 0, NK, NJ, TILES_J);
        loadRight(d, right, 1, NM, NL, TILES_L);
        for (int product = 0; product < 3; product++) {
            multiply(left, right, e, f, sums, product);
        }
        storeG(sums, g);
    }

    private static void loadLeft(
            float[] matrix, float[][][][][] left, int place, int rows, int columns, int rowTiles, int lines) {
        for (int rowTile = 0; rowTile < rowTiles; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline int line = 0; line < lines; line++) {
                    int row = rowTile * ROWS + i;
                    for (@Unroll int k = 0; k < LINE; k++) {
                        int column = line * LINE + k;
                        left[place][rowTile][i][line][k] =
                                row < rows && column < columns ? matrix[row * columns + column] : 0f;
                    }
                }
            }
        }
    }

    private static void loadRight(float[] matrix, float[][][][] right, int place, int rows, int columns, int tiles) {
        for (int k = 0; k < rows; k++) {
            for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < tiles; tile++) {
                for (@Unroll int j = 0; j < COLS; j++) {
                    int column = tile * COLS + j;
                    right[place][k][tile][j] = column < columns ? matrix[k * columns + column] : 0f;
                }
            }
        }
    }

    private static void storeG(float[][][][] sums, float[] g) {
        for (int rowTile = 0; rowTile < ROW_TILES_I; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < TILES_L; tile++) {
                    int row = rowTile * ROWS + i;
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = tile * COLS + j;
                        if (row < NI && column < NL) {
                            g[row * NL + column] = sums[rowTile][tile][i][j];
                        }
                    }
                }
            }
        }
    }

    private static void multiply(
            float[][][][][] left,
            float[][][][] right,
            float[][][][] e,
            float[][][][] f,
            float[][][][] sums,
            int product) {
        int depth = product == 0 ? NK : product == 1 ? NM : NJ;
        int rowTiles = product == 1 ? ROW_TILES_J : ROW_TILES_I;
        int colTiles = product == 0 ? TILES_J : TILES_L;
        for (@TripCount(max = DEPTH, typical = (NJ + NK + NM) / 3) int k = 0; k < depth; k++) {
            for (@TripCount(max = ROW_TILES, typical = ROW_TILES_J) int rowTile = 0;
                    rowTile < rowTiles;
                    rowTile++) {
                for (@Pipeline @TripCount(max = COL_TILES, typical = TILES_L) int tile = 0;
                        tile < colTiles;
                        tile++) {
                    float[] factors = new float[COLS];
                    for (@Unroll int j = 0; j < COLS; j++) {
                        factors[j] = product == 2 ? f[ROW_TILE[k]][tile][ROW[k]][j] : right[product][k][tile][j];
                    }
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        float element = product == 2
                                ? e[rowTile][COL_TILE[k]][i][COL[k]]
                                : left[product][rowTile][i][k / LINE][k % LINE];
                        for (@Unroll int j = 0; j < COLS; j++) {
                            float sum = (k == 0 ? 0f : sums[rowTile][tile][i][j]) + element * factors[j];
                            sums[rowTile][tile][i][j] = sum;
                            if (product == 0 && k == NK - 1) {
                                e[rowTile][tile][i][j] = sum;
                            }
                            if (product == 1 && k == NM - 1) {
                                f[rowTile][tile][i][j] = sum;
                            }
                        }
                    }
                }
            }
        }
    }
}
