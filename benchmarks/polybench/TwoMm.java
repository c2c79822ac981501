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
 * PolyBench's {@code 2mm}: {@code T = alpha · A · B}, {@code D = T · C + beta · D}, in PolyBench's own order of operations.
 *
 * <p>Hardware: {@code ROWS × COLS} processing elements (PEs), each one multiplier and one adder, and one multiplier per row for
 * {@code alpha}, compute T and then its product with C. A PE serves an element of every tile of the result in turn, one tile per
 * cycle, so that as many cycles as there are tiles lie between two additions to the same sum. What a PE adds last to an element of T
 * it also writes where the second product takes its factors from.
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
    @Tunable({2, 3, 15})
    static final int ROWS = 3;

    /** Columns of the PE array. */
    @Tunable({4, 14, 32, 110})
    static final int COLS = 14;

    /** Floats that a port brings at once. */
    private static final int LINE = 16;

    private static final int ROW_TILES = NI / ROWS;
    private static final int TILES_J = (NJ + COLS - 1) / COLS;
    private static final int TILES_L = (NL + COLS - 1) / COLS;
    private static final int COL_TILES = TILES_J > TILES_L ? TILES_J : TILES_L;
    private static final int LINES = (NK + LINE - 1) / LINE;
    private static final int DEPTH = NK > NJ ? NK : NJ;

    /** {@code k / COLS}, without a divider. */
    private static final int[] COL_TILE = new int[NJ];

    /** {@code k % COLS}. */
    private static final int[] COL = new int[NJ];

    static {
        for (int k = 0; k < NJ; k++) {
            COL_TILE[k] = k / COLS;
            COL[k] = k % COLS;
        }
    }

    /** Cycles in which a row of a tile goes over a port. */
    private static final int LINE_CYCLES = (COLS + LINE - 1) / LINE;

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
        float[][][][] left = new float[ROW_TILES][ROWS][LINES][LINE];
        @Partition(dim = 4)
        float[][][][] right = new float[2][DEPTH][COL_TILES][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] old = new float[ROW_TILES][TILES_L][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] sums = new float[ROW_TILES][COL_TILES][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] t = new float[ROW_TILES][TILES_J][ROWS][COLS];
        loadA(a, left);
        loadRight(b, right, 0, NK, NJ, TILES_J);
        loadRight(c, right, 1, NJ, NL, TILES_L);
        loadD(d, old);
        for (int product = 0; product < 2; product++) {
            multiply(left, right, old, t, sums, product == 1, alpha, beta);
        }
        storeD(sums, d);
    }

    private static void loadA(float[] a, float[][][][] left) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline int line = 0; line < LINES; line++) {
                    for (@Unroll int k = 0; k < LINE; k++) {
                        int column = line * LINE + k;
                        left[rowTile][i][line][k] = column < NK ? a[(rowTile * ROWS + i) * NK + column] : 0f;
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

    private static void loadD(float[] d, float[][][][] old) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < TILES_L; tile++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = tile * COLS + j;
                        old[rowTile][tile][i][j] = column < NL ? d[(rowTile * ROWS + i) * NL + column] : 0f;
                    }
                }
            }
        }
    }

    private static void storeD(float[][][][] sums, float[] d) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < TILES_L; tile++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int column = tile * COLS + j;
                        if (column < NL) {
                            d[(rowTile * ROWS + i) * NL + column] = sums[rowTile][tile][i][j];
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
            float[][][][] t,
            float[][][][] sums,
            boolean second,
            float alpha,
            float beta) {
        int depth = second ? NJ : NK;
        int tiles = second ? TILES_L : TILES_J;
        for (@TripCount(max = DEPTH + 1, typical = (NJ + NK) / 2) int step = second ? 0 : 1; step <= depth; step++) {
            for (@TripCount(max = COL_TILES, typical = TILES_L) int tile = 0; tile < tiles; tile++) {
                for (@Pipeline int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
                    boolean scaling = step == 0;
                    int k = scaling ? 0 : step - 1;
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        float element = second
                                ? t[rowTile][COL_TILE[k]][i][COL[k]]
                                : alpha * left[rowTile][i][k / LINE][k % LINE];
                        for (@Unroll int j = 0; j < COLS; j++) {
                            float factor = scaling ? old[rowTile][tile][i][j] : right[second ? 1 : 0][k][tile][j];
                            float product = (scaling ? beta : element) * factor;
                            float before = scaling ? -0f : !second && k == 0 ? 0f : sums[rowTile][tile][i][j];
                            float sum = before + product;
                            sums[rowTile][tile][i][j] = sum;
                            if (!second && step == NK) {
                                t[rowTile][tile][i][j] = sum;
                            }
                        }
                    }
                }
            }
        }
    }
}
