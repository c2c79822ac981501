import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * PolyBench's {@code atax}: {@code y = Aᵀ · (A · x)}.
 *
 * <p>Hardware: {@code SIDE × SIDE} multipliers, which multiply a block of A in a cycle, first for {@code A · x}, then for the
 * product with the transposed matrix: the block is then turned over on its way to them. The products of a row of the block are added in a
 * tree, and the tree's result is added to the row's sum. All blocks that share columns come one after the other, so that as many
 * cycles as there are rows of blocks lie between two additions to the same sum.
 *
 * <p>Order of operations: {@code SIDE} consecutive products are added in a balanced tree, and the results of the trees one after
 * the other; PolyBench adds all products one after the other. A is filled up with zeros to whole blocks, which changes no sum.
 */
public final class Atax {
    /** Rows of A; medium size of PolyBench. */
    @Tunable({5, 390})
    static final int M = 390;

    /** Columns of A. */
    @Tunable({7, 410})
    static final int N = 410;

    /** Rows and columns of a block. */
    @Tunable({2, 6, 22, 41})
    static final int SIDE = 6;

    private static final int LARGER = M > N ? M : N;
    private static final int BLOCKS = (LARGER + SIDE - 1) / SIDE;

    /** Cycles in which a row of a block goes over a port of 16 floats. */
    private static final int LINE_CYCLES = (SIDE + 15) / 16;

    private Atax() {}

    /**
     * {@code y = Aᵀ · (A · x)}.
     *
     * @param a M × N, row-major
     */
    @Kernel("polybench_atax")
    public static void atax(
            @In @Shape({"M", "N"}) float[] a, @In @Shape("N") float[] x, @Out @Shape("N") float[] y) {
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] blocks = new float[BLOCKS][BLOCKS][SIDE][SIDE];
        @Partition(dim = 2)
        float[][] factors = new float[BLOCKS][SIDE];
        @Partition(dim = 2)
        float[][] sums = new float[BLOCKS][SIDE];
        loadMatrix(a, blocks);
        loadVector(x, factors);
        for (int phase = 0; phase < 2; phase++) {
            multiply(blocks, factors, sums, phase == 1);
            handOn(sums, factors);
        }
        storeVector(factors, y);
    }

    private static void loadMatrix(float[] a, float[][][][] blocks) {
        for (int down = 0; down < BLOCKS; down++) {
            for (int k = 0; k < SIDE; k++) {
                for (@Pipeline(ii = LINE_CYCLES) int right = 0; right < BLOCKS; right++) {
                    int row = down * SIDE + k;
                    for (@Unroll int l = 0; l < SIDE; l++) {
                        int column = right * SIDE + l;
                        blocks[down][right][k][l] = row < M && column < N ? a[row * N + column] : 0f;
                    }
                }
            }
        }
    }

    private static void loadVector(float[] x, float[][] factors) {
        for (int block = 0; block < BLOCKS; block++) {
            for (@Pipeline int k = 0; k < SIDE; k++) {
                int element = block * SIDE + k;
                factors[block][k] = element < N ? x[element] : 0f;
            }
        }
    }

    private static void storeVector(float[][] factors, float[] y) {
        for (int block = 0; block < BLOCKS; block++) {
            for (@Pipeline int k = 0; k < SIDE; k++) {
                int element = block * SIDE + k;
                if (element < N) {
                    y[element] = factors[block][k];
                }
            }
        }
    }

    private static void multiply(float[][][][] blocks, float[][] factors, float[][] sums, boolean transposed) {
        for (int along = 0; along < BLOCKS; along++) {
            for (@Pipeline int block = 0; block < BLOCKS; block++) {
                int down = transposed ? along : block;
                int right = transposed ? block : along;
                float[][] values = new float[SIDE][SIDE];
                for (@Unroll int k = 0; k < SIDE; k++) {
                    for (@Unroll int l = 0; l < SIDE; l++) {
                        values[k][l] = blocks[down][right][k][l];
                    }
                }
                for (@Unroll int k = 0; k < SIDE; k++) {
                    float[] products = new float[SIDE];
                    for (@Unroll int l = 0; l < SIDE; l++) {
                        products[l] = (transposed ? values[l][k] : values[k][l]) * factors[along][l];
                    }
                    sums[block][k] = (along == 0 ? 0f : sums[block][k]) + tree(products, 0, SIDE);
                }
            }
        }
    }

    /** Makes the sums the factors of the next product. */
    private static void handOn(float[][] sums, float[][] factors) {
        for (@Pipeline int block = 0; block < BLOCKS; block++) {
            for (@Unroll int k = 0; k < SIDE; k++) {
                factors[block][k] = sums[block][k];
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
