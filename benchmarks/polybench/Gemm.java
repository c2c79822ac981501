import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code gemm}: {@code C = alpha · A · B + beta · C}, in PolyBench's own order of operations.
 *
 * <p>Hardware: {@code ROWS × COLS} processing elements (PEs), each one multiplier and one adder, and one multiplier per row for
 * {@code alpha}. All of C stays on chip. A PE serves an element of every tile of C in turn, one tile per cycle, so that as many
 * cycles lie between two additions to the same sum as there are tiles; that covers the adder's latency. Step 0 multiplies C by
 * {@code beta} with the same multipliers, and adds the product to -0, which leaves it as it is.
 */
public final class Gemm {
    /** Rows of A and C; medium size of PolyBench. */
    @Tunable({6, 8, 200})
    static final int NI = 200;

    /** Columns of B and C. */
    @Tunable({6, 10, 220})
    static final int NJ = 220;

    /** Columns of A, rows of B. */
    @Tunable({5, 240})
    static final int NK = 240;

    /** Rows of the PE array. */
    @Tunable({2, 4, 9, 29})
    static final int ROWS = 4;

    /** Columns of the PE array. */
    @Tunable({2, 10, 55})
    static final int COLS = 10;

    /** Elements of a row of A that are loaded in one cycle, and banks that hold them. */
    @Tunable({1, 8})
    static final int WIDTH = 8;

    private static final int ROW_TILES = (NI + ROWS - 1) / ROWS;
    private static final int COL_TILES = NJ / COLS;

    /** Cycles in which a row of a tile goes over a port of 16 floats. */
    private static final int LINE_CYCLES = (COLS + 15) / 16;

    private Gemm() {}

    /**
     * {@code C = alpha · A · B + beta · C}. Each element is {@code (beta·c + (alpha·a[i][0])·b[0][j]) + (alpha·a[i][1])·b[1][j] …}
     * in ascending k, every product and sum rounded to nearest even.
     *
     * @param a NI × NK, row-major
     * @param b NK × NJ, row-major
     * @param c NI × NJ, row-major, read and written
     */
    @Kernel("polybench_gemm")
    public static void gemm(
            @In @Shape({"NI", "NK"}) float[] a,
            @In @Shape({"NK", "NJ"}) float[] b,
            @InOut @Shape({"NI", "NJ"}) float[] c,
            float alpha,
            float beta) {
        @Partition(dim = 2)
        @Partition(dim = 4)
        float[][][][] aTiles = new float[ROW_TILES][ROWS][NK / WIDTH][WIDTH];
        @Partition(dim = 3)
        float[][][] bTiles = new float[NK][COL_TILES][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] cTiles = new float[ROW_TILES][COL_TILES][ROWS][COLS];
        loadA(a, aTiles);
        loadB(b, bTiles);
        loadC(c, cTiles);
        multiply(aTiles, bTiles, cTiles, alpha, beta);
        storeC(cTiles, c);
    }

    private static void loadA(float[] a, float[][][][] aTiles) {
        for (int tile = 0; tile < ROW_TILES; tile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline int word = 0; word < NK / WIDTH; word++) {
                    int row = tile * ROWS + i;
                    for (@Unroll int k = 0; k < WIDTH; k++) {
                        aTiles[tile][i][word][k] = row < NI ? a[row * NK + word * WIDTH + k] : 0f;
                    }
                }
            }
        }
    }

    private static void loadB(float[] b, float[][][] bTiles) {
        for (int k = 0; k < NK; k++) {
            for (@Pipeline(ii = LINE_CYCLES) int tile = 0; tile < COL_TILES; tile++) {
                for (@Unroll int j = 0; j < COLS; j++) {
                    bTiles[k][tile][j] = b[k * NJ + tile * COLS + j];
                }
            }
        }
    }

    private static void loadC(float[] c, float[][][][] cTiles) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int colTile = 0; colTile < COL_TILES; colTile++) {
                    int row = rowTile * ROWS + i;
                    for (@Unroll int j = 0; j < COLS; j++) {
                        cTiles[rowTile][colTile][i][j] = row < NI ? c[row * NJ + colTile * COLS + j] : 0f;
                    }
                }
            }
        }
    }

    private static void storeC(float[][][][] cTiles, float[] c) {
        for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int colTile = 0; colTile < COL_TILES; colTile++) {
                    int row = rowTile * ROWS + i;
                    for (@Unroll int j = 0; j < COLS; j++) {
                        if (row < NI) {
                            c[row * NJ + colTile * COLS + j] = cTiles[rowTile][colTile][i][j];
                        }
                    }
                }
            }
        }
    }

    private static void multiply(
            float[][][][] aTiles, float[][][] bTiles, float[][][][] cTiles, float alpha, float beta) {
        for (int step = 0; step <= NK; step++) {
            for (int rowTile = 0; rowTile < ROW_TILES; rowTile++) {
                for (@Pipeline int colTile = 0; colTile < COL_TILES; colTile++) {
                    boolean scaling = step == 0;
                    int k = scaling ? 0 : step - 1;
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        float scaled = alpha * aTiles[rowTile][i][k / WIDTH][k % WIDTH];
                        for (@Unroll int j = 0; j < COLS; j++) {
                            float sum = cTiles[rowTile][colTile][i][j];
                            float product = (scaling ? beta : scaled) * (scaling ? sum : bTiles[k][colTile][j]);
                            cTiles[rowTile][colTile][i][j] = (scaling ? -0f : sum) + product;
                        }
                    }
                }
            }
        }
    }
}
