import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code gesummv}: {@code y = alpha · A · x + beta · B · x}.
 *
 * <p>Hardware: in a cycle {@code COLS} elements in each of {@code ROWS} rows of A and of B are multiplied, all products of a row
 * are added in a tree, and the tree's result to the row's sum. The factors are {@code alpha · x} and {@code beta · x}, for
 * which there are {@code 2 · COLS} more multipliers. The sums of all blocks of rows take turns, so that as many cycles as
 * there are blocks lie between two additions to the same one.
 *
 * <p>Order of operations: {@code (alpha·x[j])·a[i][j]} of {@code COLS} columns, and then {@code (beta·x[j])·b[i][j]} of the same
 * columns, are the terms of a balanced tree; the results of the trees are added one after the other. PolyBench adds the
 * products of each matrix one after the other, without alpha and beta, and multiplies the two sums by them at the end.
 */
public final class Gesummv {
    /** Rows and columns of A and B; medium size of PolyBench. */
    @Tunable({6, 250})
    static final int N = 250;

    /** Rows of both matrices per cycle. */
    @Tunable({2, 21, 25})
    static final int ROWS = 21;

    /** Elements of each row per cycle. */
    @Tunable({1, 2, 10, 32})
    static final int COLS = 1;

    /** Banks that hold the elements of a row which a multiplier takes, so that as many of them are loaded at once. */
    @Tunable({1, 2})
    static final int SPREAD = 2;

    private static final int BLOCKS = (N + ROWS - 1) / ROWS;
    private static final int WIDTH = SPREAD * COLS;
    private static final int WORDS = (N + WIDTH - 1) / WIDTH;
    private static final int STEPS = (N + COLS - 1) / COLS;

    /** Cycles in which the elements of a row that belong together go over a port of 16 floats. */
    private static final int LINE_CYCLES = (WIDTH + 15) / 16;

    private Gesummv() {}

    /**
     * {@code y = alpha · A · x + beta · B · x}.
     *
     * @param a N × N, row-major
     * @param b N × N, row-major
     */
    @Kernel("polybench_gesummv")
    public static void gesummv(
            @In @Shape({"N", "N"}) float[] a,
            @In @Shape({"N", "N"}) float[] b,
            @In @Shape("N") float[] x,
            @Out @Shape("N") float[] y,
            float alpha,
            float beta) {
        @Partition(dim = 3)
        @Partition(dim = 4)
        @Partition(dim = 5)
        float[][][][][] rowsOfA = new float[BLOCKS][WORDS][SPREAD][ROWS][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        @Partition(dim = 5)
        float[][][][][] rowsOfB = new float[BLOCKS][WORDS][SPREAD][ROWS][COLS];
        @Partition(dim = 2)
        float[][] factors = new float[STEPS][COLS];
        @Partition(dim = 2)
        float[][] sums = new float[BLOCKS][ROWS];
        loadMatrices(a, b, rowsOfA, rowsOfB);
        loadVector(x, factors);
        multiply(rowsOfA, rowsOfB, factors, sums, alpha, beta);
        storeVector(sums, y);
    }

    private static void loadMatrices(float[] a, float[] b, float[][][][][] rowsOfA, float[][][][][] rowsOfB) {
        for (int block = 0; block < BLOCKS; block++) {
            for (int r = 0; r < ROWS; r++) {
                for (@Pipeline(ii = LINE_CYCLES) int word = 0; word < WORDS; word++) {
                    int row = block * ROWS + r;
                    for (@Unroll int step = 0; step < SPREAD; step++) {
                        for (@Unroll int c = 0; c < COLS; c++) {
                            int column = word * WIDTH + step * COLS + c;
                            boolean inside = row < N && column < N;
                            rowsOfA[block][word][step][r][c] = inside ? a[row * N + column] : 0f;
                            rowsOfB[block][word][step][r][c] = inside ? b[row * N + column] : 0f;
                        }
                    }
                }
            }
        }
    }

    private static void loadVector(float[] x, float[][] factors) {
        for (int step = 0; step < STEPS; step++) {
            for (@Pipeline int c = 0; c < COLS; c++) {
                int element = step * COLS + c;
                factors[step][c] = element < N ? x[element] : 0f;
            }
        }
    }

    private static void storeVector(float[][] sums, float[] y) {
        for (int block = 0; block < BLOCKS; block++) {
            for (@Pipeline int r = 0; r < ROWS; r++) {
                int row = block * ROWS + r;
                if (row < N) {
                    y[row] = sums[block][r];
                }
            }
        }
    }

    private static void multiply(
            float[][][][][] rowsOfA,
            float[][][][][] rowsOfB,
            float[][] factors,
            float[][] sums,
            float alpha,
            float beta) {
        for (int step = 0; step < STEPS; step++) {
            for (@Pipeline int block = 0; block < BLOCKS; block++) {
                float[] scaledByAlpha = new float[COLS];
                float[] scaledByBeta = new float[COLS];
                for (@Unroll int c = 0; c < COLS; c++) {
                    scaledByAlpha[c] = alpha * factors[step][c];
                    scaledByBeta[c] = beta * factors[step][c];
                }
                for (@Unroll int r = 0; r < ROWS; r++) {
                    float[] products = new float[2 * COLS];
                    for (@Unroll int c = 0; c < COLS; c++) {
                        products[c] = scaledByAlpha[c] * rowsOfA[block][step / SPREAD][step % SPREAD][r][c];
                        products[COLS + c] = scaledByBeta[c] * rowsOfB[block][step / SPREAD][step % SPREAD][r][c];
                    }
                    sums[block][r] = (step == 0 ? 0f : sums[block][r]) + tree(products, 0, 2 * COLS);
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
