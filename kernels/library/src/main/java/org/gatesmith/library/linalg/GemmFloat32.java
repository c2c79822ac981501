package org.gatesmith.library.linalg;

import org.gatesmith.api.Constraint;
import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * General matrix multiplication of float matrices with a fixed order of summation.
 *
 * <p>Hardware: {@code ROWS × COLS} processing elements (PEs), each one float multiplier and one float adder. A float adder
 * takes several cycles, so a PE that added to the same sum in every cycle would wait for itself. Each PE therefore serves
 * {@code BLOCK} columns of C in turn, one per cycle, with its sums in a small memory: between two additions to the same sum
 * lie {@code BLOCK} cycles, which covers the adder and the memory without changing the order in which any one element is
 * summed (compare the interleave mapping of SAT, arXiv 2309.13015). A block of {@code (BLOCK · ROWS) ×
 * (BLOCK · COLS)} elements of C stays on chip until its sum over k is complete.
 *
 * <p>Sizes are free. A block at the edge of C loads and stores only what exists, and the k loop runs over the true depth: no
 * zero is added, since {@code -0.0f + 0.0f} is not {@code -0.0f}. A PE past the edge works on whatever its tile holds, and its
 * sum is never stored.
 */
@Constraint("ROWS * COLS <= 256")
public final class GemmFloat32 {
    /** Rows of the PE array. */
    @Tunable({2, 4, 8, 16})
    static final int ROWS = 8;

    /** Columns of the PE array. */
    @Tunable({2, 4, 8, 16})
    static final int COLS = 8;

    /** Elements of the k dimension that are held on chip at a time. */
    @Tunable({32, 64, 128})
    static final int DEPTH = 64;

    /**
     * PE-array tiles along either side of the block of C that is held on chip, and the cycles between two additions to the
     * same sum: at least the latency of the adder and the accumulator memory for an initiation interval of 1. Reports of
     * synthesised float adders show 3 to 12 cycles, depending on clock and part.
     */
    @Tunable({4, 8, 16})
    static final int BLOCK = 16;

    /** Largest extent in one call; with it no loop counter comes near the end of {@code int}. Hosts tile what is larger. */
    static final int MAX_EXTENT = 1 << 24;

    private static final int BLOCK_ROWS = BLOCK * ROWS;
    private static final int BLOCK_COLS = BLOCK * COLS;

    private GemmFloat32() {}

    /**
     * {@code C += A · B}; all matrices row-major, IEEE 754 binary32. Each element is
     * {@code (((c + a[i][0]·b[0][j]) + a[i][1]·b[1][j]) + …)}: starting with the old value, in ascending k, every product
     * and every sum rounded to nearest even, no fused multiply-add.
     *
     * @param a m × k
     * @param b k × n
     * @param c m × n, read and written
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B; 0 leaves C as it is
     */
    @Kernel("gemm_f32")
    public static void gemm(
            @In @Shape({"m", "k"}) float[] a,
            @In @Shape({"k", "n"}) float[] b,
            @InOut @Shape({"m", "n"}) float[] c,
            @Range(min = 0, max = MAX_EXTENT) int m,
            @Range(min = 0, max = MAX_EXTENT) int n,
            @Range(min = 0, max = MAX_EXTENT) int k) {
        @Partition(dim = 2)
        float[][][] aTiles = new float[BLOCK][ROWS][DEPTH];
        @Partition(dim = 3)
        float[][][] bTiles = new float[DEPTH][BLOCK][COLS];
        @Partition(dim = 3)
        @Partition(dim = 4)
        float[][][][] cTiles = new float[BLOCK][BLOCK][ROWS][COLS];
        for (@TripCount(max = MAX_EXTENT / BLOCK_ROWS, typical = 4) int i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, m - i0);
            for (@TripCount(max = MAX_EXTENT / BLOCK_COLS, typical = 4) int j0 = 0; j0 < n; j0 += BLOCK_COLS) {
                int cols = Math.min(BLOCK_COLS, n - j0);
                loadC(c, cTiles, i0, j0, rows, cols, n);
                for (@TripCount(max = MAX_EXTENT / DEPTH, typical = 8) int k0 = 0; k0 < k; k0 += DEPTH) {
                    int depth = Math.min(DEPTH, k - k0);
                    loadA(a, aTiles, i0, k0, rows, depth, k);
                    loadB(b, bTiles, k0, j0, depth, cols, n);
                    multiply(aTiles, bTiles, cTiles, rows, depth);
                }
                storeC(cTiles, c, i0, j0, rows, cols, n);
            }
        }
    }

    private static void loadA(float[] a, float[][][] aTiles, int i0, int k0, int rows, int depth, int k) {
        for (@TripCount(min = 1, max = BLOCK_ROWS, typical = BLOCK_ROWS) int r = 0; r < rows; r++) {
            int start = (i0 + r) * k + k0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = DEPTH, typical = DEPTH) int kk = 0; kk < depth; kk++) {
                aTiles[r / ROWS][r % ROWS][kk] = a[start + kk];
            }
        }
    }

    private static void loadB(float[] b, float[][][] bTiles, int k0, int j0, int depth, int cols, int n) {
        for (@TripCount(min = 1, max = DEPTH, typical = DEPTH) int kk = 0; kk < depth; kk++) {
            int start = (k0 + kk) * n + j0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = BLOCK_COLS, typical = BLOCK_COLS) int x = 0;
                    x < cols;
                    x++) {
                bTiles[kk][x / COLS][x % COLS] = b[start + x];
            }
        }
    }

    private static void loadC(float[] c, float[][][][] cTiles, int i0, int j0, int rows, int cols, int n) {
        for (@TripCount(min = 1, max = BLOCK_ROWS, typical = BLOCK_ROWS) int r = 0; r < rows; r++) {
            int start = (i0 + r) * n + j0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = BLOCK_COLS, typical = BLOCK_COLS) int x = 0;
                    x < cols;
                    x++) {
                cTiles[r / ROWS][x / COLS][r % ROWS][x % COLS] = c[start + x];
            }
        }
    }

    private static void storeC(float[][][][] cTiles, float[] c, int i0, int j0, int rows, int cols, int n) {
        for (@TripCount(min = 1, max = BLOCK_ROWS, typical = BLOCK_ROWS) int r = 0; r < rows; r++) {
            int start = (i0 + r) * n + j0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = BLOCK_COLS, typical = BLOCK_COLS) int x = 0;
                    x < cols;
                    x++) {
                c[start + x] = cTiles[r / ROWS][x / COLS][r % ROWS][x % COLS];
            }
        }
    }

    /**
     * Adds the product of the loaded slices of A and B to the block of C. The innermost loop always visits all {@code BLOCK}
     * column tiles, existing or not, so that the distance between two additions to one sum is a constant.
     */
    private static void multiply(float[][][] aTiles, float[][][] bTiles, float[][][][] cTiles, int rows, int depth) {
        int tileRows = (rows + ROWS - 1) / ROWS;
        for (@TripCount(min = 1, max = BLOCK, typical = BLOCK) int ti = 0; ti < tileRows; ti++) {
            for (@TripCount(min = 1, max = DEPTH, typical = DEPTH) int kk = 0; kk < depth; kk++) {
                for (@Pipeline(ii = 1) int tj = 0; tj < BLOCK; tj++) {
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        for (@Unroll int j = 0; j < COLS; j++) {
                            cTiles[ti][tj][i][j] += aTiles[ti][i][kk] * bTiles[kk][tj][j];
                        }
                    }
                }
            }
        }
    }
}
