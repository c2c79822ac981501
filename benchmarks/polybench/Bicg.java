import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code bicg}: {@code q = A · p} and {@code s = Aᵀ · r}.
 *
 * <p>Hardware: two units work side by side, one for each product. In a cycle a unit multiplies {@code COLS} elements in each of
 * {@code ROWS} rows of A (or columns, for Aᵀ), adds the products of a row in a tree and the tree's result to the row's sum. It
 * goes through all blocks of rows before it comes to the next columns, so that as many cycles as there are blocks lie between
 * two additions to the same sum. A is on chip twice, in banks by row and in banks by column, filled up with zeros to whole
 * blocks, which changes no sum.
 *
 * <p>Order of operations: PolyBench's, one product after the other, if {@code COLS} is 1. Otherwise {@code COLS} consecutive
 * products are first added in a balanced tree.
 */
public final class Bicg {
    /** Rows of A; medium size of PolyBench. */
    @Tunable({7, 410})
    static final int N = 410;

    /** Columns of A. */
    @Tunable({5, 390})
    static final int M = 390;

    /** Rows of A per cycle and unit. */
    @Tunable({3, 16, 22, 52})
    static final int ROWS = 22;

    /** Elements of a row per cycle. */
    @Tunable({1, 2, 16})
    static final int COLS = 1;

    /** Banks that hold the elements of a row which a multiplier takes, so that as many of them are loaded at once. */
    @Tunable({1, 2, 8})
    static final int SPREAD = 8;

    private static final int LARGER = M > N ? M : N;
    private static final int BLOCKS = (LARGER + ROWS - 1) / ROWS;
    private static final int WIDTH = SPREAD * COLS;
    private static final int WORDS = (LARGER + WIDTH - 1) / WIDTH;
    private static final int STEPS = (LARGER + COLS - 1) / COLS;

    /** Cycles in which the elements of a row of a block of Aᵀ go over a port of 16 floats. */
    private static final int LINE_CYCLES = (ROWS + 15) / 16;

    private Bicg() {}

    /**
     * {@code q = A · p}, {@code s = Aᵀ · r}.
     *
     * @param a N × M, row-major
     */
    @Kernel("polybench_bicg")
    public static void bicg(
            @In @Shape({"N", "M"}) float[] a,
            @In @Shape("M") float[] p,
            @In @Shape("N") float[] r,
            @Out @Shape("M") float[] s,
            @Out @Shape("N") float[] q) {
        @Partition(dim = 3)
        @Partition(dim = 4)
        @Partition(dim = 5)
        float[][][][][] byRow = new float[BLOCKS][WORDS][SPREAD][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] byColumn = new float[STEPS][BLOCKS][COLS][ROWS];
        @Partition(dim = 2)
        float[][] factorsOfRows = new float[STEPS][COLS];
        @Partition(dim = 2)
        float[][] factorsOfColumns = new float[STEPS][COLS];
        @Partition(dim = 2)
        float[][] sumsOfRows = new float[BLOCKS][ROWS];
        @Partition(dim = 2)
        float[][] sumsOfColumns = new float[BLOCKS][ROWS];
        loadByRow(a, byRow);
        loadByColumn(a, byColumn);
        loadFactors(p, r, factorsOfRows, factorsOfColumns);
        multiply(byRow, byColumn, factorsOfRows, factorsOfColumns, sumsOfRows, sumsOfColumns);
        storeSums(sumsOfRows, sumsOfColumns, q, s);
    }

    private static void loadByRow(float[] a, float[][][][][] byRow) {
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = 0; i < ROWS; i++) {
                for (@Pipeline int word = 0; word < WORDS; word++) {
                    int row = block * ROWS + i;
                    for (@Unroll int step = 0; step < SPREAD; step++) {
                        for (@Unroll int j = 0; j < COLS; j++) {
                            int column = word * WIDTH + step * COLS + j;
                            byRow[block][word][step][i][j] = row < N && column < M ? a[row * M + column] : 0f;
                        }
                    }
                }
            }
        }
    }

    private static void loadByColumn(float[] a, float[][][][] byColumn) {
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < COLS; i++) {
                for (@Pipeline(ii = LINE_CYCLES) int block = 0; block < BLOCKS; block++) {
                    int row = step * COLS + i;
                    for (@Unroll int j = 0; j < ROWS; j++) {
                        int column = block * ROWS + j;
                        byColumn[step][block][i][j] = row < N && column < M ? a[row * M + column] : 0f;
                    }
                }
            }
        }
    }

    private static void loadFactors(float[] p, float[] r, float[][] factorsOfRows, float[][] factorsOfColumns) {
        for (int step = 0; step < STEPS; step++) {
            for (@Pipeline int j = 0; j < COLS; j++) {
                int element = step * COLS + j;
                factorsOfRows[step][j] = element < M ? p[element] : 0f;
                factorsOfColumns[step][j] = element < N ? r[element] : 0f;
            }
        }
    }

    private static void storeSums(float[][] sumsOfRows, float[][] sumsOfColumns, float[] q, float[] s) {
        for (int block = 0; block < BLOCKS; block++) {
            for (@Pipeline int i = 0; i < ROWS; i++) {
                int element = block * ROWS + i;
                if (element < N) {
                    q[element] = sumsOfRows[block][i];
                }
                if (element < M) {
                    s[element] = sumsOfColumns[block][i];
                }
            }
        }
    }

    private static void multiply(
            float[][][][][] byRow,
            float[][][][] byColumn,
            float[][] factorsOfRows,
            float[][] factorsOfColumns,
            float[][] sumsOfRows,
            float[][] sumsOfColumns) {
        for (int step = 0; step < STEPS; step++) {
            for (@Pipeline int block = 0; block < BLOCKS; block++) {
                for (@Unroll int i = 0; i < ROWS; i++) {
                    float[] rowProducts = new float[COLS];
                    float[] columnProducts = new float[COLS];
                    for (@Unroll int j = 0; j < COLS; j++) {
                        rowProducts[j] = byRow[block][step / SPREAD][step % SPREAD][i][j] * factorsOfRows[step][j];
                        columnProducts[j] = factorsOfColumns[step][j] * byColumn[step][block][j][i];
                    }
                    sumsOfRows[block][i] = (step == 0 ? 0f : sumsOfRows[block][i]) + tree(rowProducts, 0, COLS);
                    sumsOfColumns[block][i] =
                            (step == 0 ? 0f : sumsOfColumns[block][i]) + tree(columnProducts, 0, COLS);
                }
            }
        }
    }

    /** The sum of {@code count} terms from {@code from} on: that of the first half, plus that of the second half. */
    private static float tree(float[] terms, int from, int count) {
        return count == 1
                ? terms[from]
                : tree(terms, from, count / 2) + tree(terms, from + count / 2, count - count / 2);
    }
}
