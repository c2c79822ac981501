import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code 2mm}: {@code D = alpha · A · B · C + beta · D}, in PolyBench's own order of operations.
 *
 * <p>Hardware: {@code ROWS × COLS} processing elements (PEs), each one multiplier and one adder, and one multiplier per row for
 * {@code alpha}, compute first {@code alpha · A · B} and then its product with C. A PE serves an element of every tile of the
 * result in turn, one tile per cycle, row by row, so that at least as many cycles as there are tiles in a column lie between two additions
 * to the same sum. Between the products the sums are brought to where A was.
 */
public final class TwoMm {
    /** Rows of A and D; medium size of PolyBench. */
    @Tunable({18, 180})
    static final int NI = 180;

    /** Columns of B, rows of C. */
    @Tunable({4, 190})
    static final int NJ = 190;

    /** Columns of A, rows of B. */
    @Tunable({6, 210})
    static final int NK = 210;

    /** Columns of C and D. */
    @Tunable({7, 220})
    static final int NL = 220;

    /** Rows of the PE array; divides NI. */
    @Tunable({2, 3, 9, 30})
    static final int ROWS = 3;

    /** Columns of the PE array. */
    @Tunable({4, 14, 55})
    static final int COLS = 14;

    private static final int ROW_TILES = NI / ROWS;
    private static final int TILES_OF_B = (NJ + COLS - 1) / COLS;
    private static final int TILES_OF_C = (NL + COLS - 1) / COLS;
    private static final int COL_TILES = TILES_OF_B > TILES_OF_C ? TILES_OF_B : TILES_OF_C;
    private static final int DEPTH = NK > NJ ? NK : NJ;
    private static final int TILES_OF_A = (NK + COLS - 1) / COLS;
    private static final int LEFT_TILES = TILES_OF_A > TILES_OF_B ? TILES_OF_A : TILES_OF_B;

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

    private TwoMm() {}

    /**
     * {@code D = alpha · A · B · C + beta · D}. With {@code t[i][j] = (alpha·a[i][0])·b[0][j] + (alpha·a[i][1])·b[1][j] + …} each
     * element is {@code beta·d + t[i][0]·c[0][l] + t[i][1]·c[1][l] + …}, in ascending order, every product and sum rounded to nearest even.
     *
     * @param a NI × NK, row-major
     * @param b NK × NJ, row-major
     * @param c NJ × NL, row-major
     * @param d NI × NL, row-major, read and written
     */
    @Kernel("polybench_2mm")
    public static void twoMm(
            @In @Shape({"NI", "NK"}) float[] a,
            @In @Shape({"NK", "NJ"}) float[] b,
            @In @Shape({"NJ", "NL"}) float[] c,
            @InOut @Shape({"NI", "NL"}) float[] d,
            float alpha,
            float beta) {
        @Partition(dim = 2)
        @Partition(dim = 4)
        float[][][][] left = new float[ROW_TILES][ROWS][LEFT_TILES][COLS];
        @Partition(dim = 4)
        float[][][][] right = new float[2][DEPTH][COL_TILES][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] old = new float[ROW_TILES][COL_TILES][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] sums = new float[ROW_TILES][COL_TILES][ROWS][COLS];
        loadA(a, left);
        loadB(b, right);
        loadC(c, right);
        loadD(d, old);
        for (int product = 0; product < 2; product++) {
            boolean second = product == 1;
            multiply(left, right, old, sums, second, alpha, beta);
            if (!second) {
                handOn(sums, left);
            }
        }
        storeD(sums, d);
    }

    private static void loadA(float[] a, float[][][][] left) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < TILES_OF_A; tile++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = tile * COLS + j;
                        left[rowTile][i][tile][j] = column < NK ? a[(rowTile * ROWS + i) * NK + column] : 0f;
                    }
                }
            }
        }
    }

    private static void loadB(float[] b, float[][][][] right) {
        for (int k = 0; k < NK; k++) {
            for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < TILES_OF_B; tile++) {
                for (@Unroll int j = 0; j < COLS; j++) {
                    int column = tile * COLS + j;
                    right[0][k][tile][j] = column < NJ ? b[k * NJ + column] : 0f;
                }
            }
        }
    }

    private static void loadC(float[] c, float[][][][] right) {
        for (int k = 0; k < NJ; k++) {
            for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < TILES_OF_C; tile++) {
                for (@Unroll int j = 0; j < COLS; j++) {
                    int column = tile * COLS + j;
                    right[1][k][tile][j] = column < NL ? c[k * NL + column] : 0f;
                }
            }
        }
    }

    private static void loadD(float[] d, float[][][][] old) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int colTile = 0; colTile < TILES_OF_C; colTile++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = colTile * COLS + j;
                        old[rowTile][colTile][i][j] = column < NL ? d[(rowTile * ROWS + i) * NL + column] : 0f;
                    }
                }
            }
        }
    }

    private static void storeD(float[][][][] sums, float[] d) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int colTile = 0; colTile < TILES_OF_C; colTile++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = colTile * COLS + j;
                        if (column < NL) {
                            d[(rowTile * ROWS + i) * NL + column] = sums[rowTile][colTile][i][j];
                        }
                    }
                }
            }
        }
    }

    /** In step 0 of the second product {@code beta · old} is added to -0, which leaves it as it is; the first product has no step 0. */
    private static void multiply(
            float[][][][] left,
            float[][][][] right,
            float[][][][] old,
            float[][][][] sums,
            boolean second,
            float alpha,
            float beta) {
        int depth = second ? NJ : NK;
        int colTiles = second ? TILES_OF_C : TILES_OF_B;
        for (@TripCount(max = DEPTH + 1, typical = (NJ + NK) / 2) int step = second ? 0 : 1; step <= depth; step++) {
            for (@TripCount(max = COL_TILES, typical = TILES_OF_C) int colTile = 0;
                    colTile < colTiles;
                    colTile++) {
                for (@Pipeline int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
                    boolean scaling = step == 0;
                    int k = scaling ? 0 : step - 1;
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        float element = left[rowTile][i][TILE[k]][LANE[k]];
                        float scaled = second ? element : alpha * element;
                        for (@Unroll int j = 0; j < COLS; j++) {
                            float factor = scaling ? old[rowTile][colTile][i][j] : right[second ? 1 : 0][k][colTile][j];
                            float product = (scaling ? beta : scaled) * factor;
                            float sum = scaling ? -0f : !second && k == 0 ? 0f : sums[rowTile][colTile][i][j];
                            sums[rowTile][colTile][i][j] = sum + product;
                        }
                    }
                }
            }
        }
    }

    /** Makes the first product the left factor of the second. */
    private static void handOn(float[][][][] sums, float[][][][] left) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (@Pipeline int tile = 0; tile < TILES_OF_B; tile++) {
                for (@Unroll int i = 0; i < ROWS; i++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        left[rowTile][i][tile][j] = sums[rowTile][tile][i][j];
                    }
                }
            }
        }
    }
}
