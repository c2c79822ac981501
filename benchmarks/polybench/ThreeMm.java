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
 * PolyBench's {@code 3mm}: {@code G = (A · B) · (C · D)}, in PolyBench's own order of operations.
 *
 * <p>Hardware: {@code ROWS × COLS} processing elements (PEs), each one multiplier and one adder, compute the three products one
 * after the other. A PE serves an element of every tile of a product in turn, one tile per cycle, so that as many cycles as
 * there are tiles lie between two additions to the same sum. The first product is then brought to where A was, the
 * second to where B was.
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
    @Tunable({2, 12, 24})
    static final int ROWS = 2;

    /** Columns of the PE array. */
    @Tunable({2, 21, 42, 70})
    static final int COLS = 21;

    private static final int ROW_TILES_I = (NI + ROWS - 1) / ROWS;
    private static final int ROW_TILES_J = (NJ + ROWS - 1) / ROWS;
    private static final int ROW_TILES = ROW_TILES_I > ROW_TILES_J ? ROW_TILES_I : ROW_TILES_J;
    private static final int TILES_J = (NJ + COLS - 1) / COLS;
    private static final int TILES_K = (NK + COLS - 1) / COLS;
    private static final int TILES_L = (NL + COLS - 1) / COLS;
    private static final int TILES_M = (NM + COLS - 1) / COLS;
    private static final int COL_TILES = TILES_J > TILES_L ? TILES_J : TILES_L;
    private static final int LONGER_KM = TILES_K > TILES_M ? TILES_K : TILES_M;
    private static final int LEFT_TILES = TILES_J > LONGER_KM ? TILES_J : LONGER_KM;
    private static final int DEEPER_KM = NK > NM ? NK : NM;
    private static final int PADDED_J = ROW_TILES_J * ROWS;
    private static final int DEPTH = PADDED_J > DEEPER_KM ? PADDED_J : DEEPER_KM;

    /** {@code k / COLS}, without a divider. */
    private static final int[] TILE = new int[DEPTH];

    /** {@code k % COLS}. */
    private static final int[] LANE = new int[DEPTH];

    static {
        for (int k = 0; k < DEPTH; k++) {
            TILE[k] = k / COLS;
            LANE[k] = k % COLS;
        }
    }

    /** Cycles in which a row of a tile goes over a port of 16 floats. */
    private static final int LINE_CYCLES = (COLS + 15) / 16;

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
        float[][][][][] left = new float[2][ROW_TILES][ROWS][LEFT_TILES][COLS];
        @Partition(dim = 4)
        float[][][][] right = new float[2][DEPTH][COL_TILES][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] sums = new float[ROW_TILES][COL_TILES][ROWS][COLS];
        loadLeft(a, left, 0, ROW_TILES_I, NI, TILES_K, NK);
        loadLeft(c, left, 1, ROW_TILES_J, NJ, TILES_M, NM);
        loadRight(b, right, 0, NK, TILES_J, NJ);
        loadRight(d, right, 1, NM, TILES_L, NL);
        for (int product = 0; product < 3; product++) {
            multiply(left, right, sums, product);
            if (product == 0) {
                handToLeft(sums, left);
            } else if (product == 1) {
                handToRight(sums, right);
            }
        }
        storeG(sums, g);
    }

    private static void loadLeft(
            float[] matrix, float[][][][][] left, int place, int rowTiles, int rows, int tiles, int columns) {
        for (int rowTile = 0; rowTile < rowTiles; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < tiles; tile++) {
                    int row = rowTile * ROWS + i;
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = tile * COLS + j;
                        left[place][rowTile][i][tile][j] =
                                row < rows && column < columns ? matrix[row * columns + column] : 0f;
                    }
                }
            }
        }
    }

    private static void loadRight(float[] matrix, float[][][][] right, int place, int rows, int tiles, int columns) {
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

    private static void multiply(float[][][][][] left, float[][][][] right, float[][][][] sums, int product) {
        int place = product == 1 ? 1 : 0;
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
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        float element = left[place][rowTile][i][TILE[k]][LANE[k]];
                        for (@Unroll int j = 0; j < COLS; j++) {
                            float sum = k == 0 ? 0f : sums[rowTile][tile][i][j];
                            sums[rowTile][tile][i][j] = sum + element * right[place][k][tile][j];
                        }
                    }
                }
            }
        }
    }

    /** Makes the first product the left factor of the third. */
    private static void handToLeft(float[][][][] sums, float[][][][][] left) {
        for (int rowTile = 0; rowTile < ROW_TILES_I; rowTile++) {
            for (@Pipeline int tile = 0; tile < TILES_J; tile++) {
                for (@Unroll int i = 0; i < ROWS; i++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        left[0][rowTile][i][tile][j] = sums[rowTile][tile][i][j];
                    }
                }
            }
        }
    }

    /** Makes the second product the right factor of the third, a row of a tile per cycle. */
    private static void handToRight(float[][][][] sums, float[][][][] right) {
        for (int rowTile = 0; rowTile < ROW_TILES_J; rowTile++) {
            for (int tile = 0; tile < TILES_L; tile++) {
                for (@Pipeline int i = 0; i < ROWS; i++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        right[0][rowTile * ROWS + i][tile][j] = sums[rowTile][tile][i][j];
                    }
                }
            }
        }
    }
}
