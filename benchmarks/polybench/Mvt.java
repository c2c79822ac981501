import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code mvt}: {@code x1 += A · y1} and {@code x2 += Aᵀ · y2}.
 *
 * <p>Hardware: two units work side by side, one for each product. In a cycle a unit multiplies {@code COLS} elements in each of
 * {@code ROWS} rows of A (or columns, for Aᵀ), adds the products of a row in a tree and the tree's result to the row's sum. It
 * goes through all blocks of rows before it comes to the next columns, so that as many cycles as there are blocks lie between
 * two additions to the same sum. A is on chip twice, in banks by row and in banks by column.
 *
 * <p>Order of operations: PolyBench's, {@code ((x[i] + p0) + p1) + …} over all products in turn, if {@code COLS} is 1. Otherwise
 * {@code COLS} consecutive products are first added in a balanced tree.
 */
public final class Mvt {
    /** Rows and columns of A; medium size of PolyBench. */
    @Tunable({8, 400})
    static final int N = 400;

    /** Rows of A per cycle and unit. */
    @Tunable({3, 4, 16, 22, 50})
    static final int ROWS = 22;

    /** Elements of a row per cycle; divides N. */
    @Tunable({1, 2, 4, 16})
    static final int COLS = 1;

    /** Banks that hold the elements of a row which a multiplier takes, so that as many of them are loaded at once. */
    @Tunable({1, 2, 8})
    static final int SPREAD = 8;

    private static final int BLOCKS = (N + ROWS - 1) / ROWS;
    private static final int STEPS = N / COLS;

    /** Cycles in which the elements of a row of a block of Aᵀ go over a port of 16 floats. */
    private static final int LINE_CYCLES = (ROWS + 15) / 16;

    private Mvt() {}

    /**
     * {@code x1 += A · y1}, {@code x2 += Aᵀ · y2}.
     *
     * @param a N × N, row-major
     */
    @Kernel("polybench_mvt")
    public static void mvt(
            @In @Shape({"N", "N"}) float[] a,
            @InOut @Shape("N") float[] x1,
            @InOut @Shape("N") float[] x2,
            @In @Shape("N") float[] y1,
            @In @Shape("N") float[] y2) {
        @Partition(dim = 3)
        @Partition(dim = 4)
        @Partition(dim = 5)
        float[][][][][] byRow = new float[BLOCKS][STEPS / SPREAD][SPREAD][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] byColumn = new float[STEPS][BLOCKS][COLS][ROWS];
        @Partition(dim = 2)
        float[][] sums1 = new float[BLOCKS][ROWS];
        @Partition(dim = 2)
        float[][] sums2 = new float[BLOCKS][ROWS];
        @Partition(dim = 2)
        float[][] factors1 = new float[STEPS][COLS];
        @Partition(dim = 2)
        float[][] factors2 = new float[STEPS][COLS];
        loadByRow(a, byRow);
        loadByColumn(a, byColumn);
        loadSums(x1, x2, sums1, sums2);
        loadFactors(y1, y2, factors1, factors2);
        multiply(byRow, byColumn, sums1, sums2, factors1, factors2);
        storeSums(sums1, sums2, x1, x2);
    }

    private static void loadByRow(float[] a, float[][][][][] byRow) {
        for (int block = 0; block < BLOCKS; block++) {
            for (int r = 0; r < ROWS; r++) {
                for (@Pipeline int word = 0; word < STEPS / SPREAD; word++) {
                    int row = block * ROWS + r;
                    for (@Unroll int step = 0; step < SPREAD; step++) {
                        for (@Unroll int c = 0; c < COLS; c++) {
                            int column = (word * SPREAD + step) * COLS + c;
                            byRow[block][word][step][r][c] = row < N ? a[row * N + column] : 0f;
                        }
                    }
                }
            }
        }
    }

    private static void loadByColumn(float[] a, float[][][][] byColumn) {
        for (int step = 0; step < STEPS; step++) {
            for (int c = 0; c < COLS; c++) {
                for (@Pipeline(ii = LINE_CYCLES) int block = 0; block < BLOCKS; block++) {
                    for (@Unroll int r = 0; r < ROWS; r++) {
                        int column = block * ROWS + r;
                        byColumn[step][block][c][r] = column < N ? a[(step * COLS + c) * N + column] : 0f;
                    }
                }
            }
        }
    }

    private static void loadSums(float[] x1, float[] x2, float[][] sums1, float[][] sums2) {
        for (int block = 0; block < BLOCKS; block++) {
            for (@Pipeline int r = 0; r < ROWS; r++) {
                int row = block * ROWS + r;
                sums1[block][r] = row < N ? x1[row] : 0f;
                sums2[block][r] = row < N ? x2[row] : 0f;
            }
        }
    }

    private static void loadFactors(float[] y1, float[] y2, float[][] factors1, float[][] factors2) {
        for (int step = 0; step < STEPS; step++) {
            for (@Pipeline int c = 0; c < COLS; c++) {
                factors1[step][c] = y1[step * COLS + c];
                factors2[step][c] = y2[step * COLS + c];
            }
        }
    }

    private static void storeSums(float[][] sums1, float[][] sums2, float[] x1, float[] x2) {
        for (int block = 0; block < BLOCKS; block++) {
            for (@Pipeline int r = 0; r < ROWS; r++) {
                int row = block * ROWS + r;
                if (row < N) {
                    x1[row] = sums1[block][r];
                    x2[row] = sums2[block][r];
                }
            }
        }
    }

    private static void multiply(
            float[][][][][] byRow,
            float[][][][] byColumn,
            float[][] sums1,
            float[][] sums2,
            float[][] factors1,
            float[][] factors2) {
        for (int step = 0; step < STEPS; step++) {
            for (@Pipeline int block = 0; block < BLOCKS; block++) {
                for (@Unroll int r = 0; r < ROWS; r++) {
                    float[] products1 = new float[COLS];
                    float[] products2 = new float[COLS];
                    for (@Unroll int c = 0; c < COLS; c++) {
                        products1[c] = byRow[block][step / SPREAD][step % SPREAD][r][c] * factors1[step][c];
                        products2[c] = byColumn[step][block][c][r] * factors2[step][c];
                    }
                    sums1[block][r] += tree(products1, 0, COLS);
                    sums2[block][r] += tree(products2, 0, COLS);
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
