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
 * General matrix multiplication of int8 matrices with int32 accumulation.
 *
 * <p>Hardware: an output-stationary array of {@code ROWS × COLS} processing elements (PEs), each one int8 multiplier and one
 * int32 accumulator in registers. The array sweeps over a block of {@code BLOCK × BLOCK} such tiles of C that stays on chip
 * until its sum over k is complete, so C crosses the memory port once in each direction, and every element of A and B that is
 * loaded serves {@code BLOCK · COLS} or {@code BLOCK · ROWS} multiplications. With {@code BLOCK = 1} it is the plain tiled
 * PE array.
 *
 * <p>Sizes are free. A block at the edge of C loads and stores only what exists, and the k loop runs over the true depth, so
 * nothing is padded with zeros; a PE past the edge works on whatever its tile holds, and its sum is never stored.
 *
 * <p>The loops that touch a memory port do nothing else and walk consecutive addresses unconditionally, as burst inference
 * requires (UG1399, "AXI burst transfers").
 *
 * <p>Source: V. Sze et al., "Efficient Processing of Deep Neural Networks: A Tutorial and Survey", Proceedings of the IEEE
 * 105(12), 2017, for output-stationary arrays.
 */
@Constraint("ROWS * COLS <= 1024")
public final class GemmInt8 {
    /** Rows of the PE array. */
    @Tunable({4, 8, 16, 32})
    static final int ROWS = 16;

    /** Columns of the PE array. */
    @Tunable({4, 8, 16, 32})
    static final int COLS = 16;

    /** Elements of the k dimension that are held on chip at a time. */
    @Tunable({64, 128, 256})
    static final int DEPTH = 128;

    /** PE-array tiles along either side of the block of C that is held on chip. */
    @Tunable({1, 2, 4, 8})
    static final int BLOCK = 8;

    /** Largest extent in one call; with it no loop counter comes near the end of {@code int}. Hosts tile what is larger. */
    static final int MAX_EXTENT = 1 << 24;

    private static final int BLOCK_ROWS = BLOCK * ROWS;
    private static final int BLOCK_COLS = BLOCK * COLS;

    private GemmInt8() {}

    /**
     * {@code C += A · B}; all matrices row-major. Sums wrap around at 32 bits, which cannot happen for k up to 131,071 when C
     * starts at zero: a product is at most 2^14 in magnitude.
     *
     * @param a m × k
     * @param b k × n
     * @param c m × n, read and written
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B; 0 leaves C as it is
     */
    @Kernel("gemm_i8")
    public static void gemm(
            @In @Shape({"m", "k"}) byte[] a,
            @In @Shape({"k", "n"}) byte[] b,
            @InOut @Shape({"m", "n"}) int[] c,
            @Range(min = 0, max = MAX_EXTENT) int m,
            @Range(min = 0, max = MAX_EXTENT) int n,
            @Range(min = 0, max = MAX_EXTENT) int k) {
        @Partition(dim = 2)
        byte[][][] aTiles = new byte[BLOCK][ROWS][DEPTH];
        @Partition(dim = 3)
        byte[][][] bTiles = new byte[DEPTH][BLOCK][COLS];
        @Partition(dim = 4)
        int[][][][] cTiles = new int[BLOCK][BLOCK][ROWS][COLS];
        for (@TripCount(max = MAX_EXTENT / BLOCK_ROWS, typical = 4) int i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, m - i0);
            for (@TripCount(max = MAX_EXTENT / BLOCK_COLS, typical = 4) int j0 = 0; j0 < n; j0 += BLOCK_COLS) {
                int cols = Math.min(BLOCK_COLS, n - j0);
                loadC(c, cTiles, i0, j0, rows, cols, n);
                for (@TripCount(max = MAX_EXTENT / DEPTH, typical = 4) int k0 = 0; k0 < k; k0 += DEPTH) {
                    int depth = Math.min(DEPTH, k - k0);
                    loadA(a, aTiles, i0, k0, rows, depth, k);
                    loadB(b, bTiles, k0, j0, depth, cols, n);
                    multiply(aTiles, bTiles, cTiles, rows, cols, depth);
                }
                storeC(cTiles, c, i0, j0, rows, cols, n);
            }
        }
    }

    private static void loadA(byte[] a, byte[][][] aTiles, int i0, int k0, int rows, int depth, int k) {
        for (@TripCount(min = 1, max = BLOCK_ROWS, typical = BLOCK_ROWS) int r = 0; r < rows; r++) {
            int start = (i0 + r) * k + k0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = DEPTH, typical = DEPTH) int kk = 0; kk < depth; kk++) {
                aTiles[r / ROWS][r % ROWS][kk] = a[start + kk];
            }
        }
    }

    private static void loadB(byte[] b, byte[][][] bTiles, int k0, int j0, int depth, int cols, int n) {
        for (@TripCount(min = 1, max = DEPTH, typical = DEPTH) int kk = 0; kk < depth; kk++) {
            int start = (k0 + kk) * n + j0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = BLOCK_COLS, typical = BLOCK_COLS) int x = 0;
                    x < cols;
                    x++) {
                bTiles[kk][x / COLS][x % COLS] = b[start + x];
            }
        }
    }

    private static void loadC(int[] c, int[][][][] cTiles, int i0, int j0, int rows, int cols, int n) {
        for (@TripCount(min = 1, max = BLOCK_ROWS, typical = BLOCK_ROWS) int r = 0; r < rows; r++) {
            int start = (i0 + r) * n + j0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = BLOCK_COLS, typical = BLOCK_COLS) int x = 0;
                    x < cols;
                    x++) {
                cTiles[r / ROWS][x / COLS][r % ROWS][x % COLS] = c[start + x];
            }
        }
    }

    private static void storeC(int[][][][] cTiles, int[] c, int i0, int j0, int rows, int cols, int n) {
        for (@TripCount(min = 1, max = BLOCK_ROWS, typical = BLOCK_ROWS) int r = 0; r < rows; r++) {
            int start = (i0 + r) * n + j0;
            for (@Pipeline(ii = 1) @TripCount(min = 1, max = BLOCK_COLS, typical = BLOCK_COLS) int x = 0;
                    x < cols;
                    x++) {
                c[start + x] = cTiles[r / ROWS][x / COLS][r % ROWS][x % COLS];
            }
        }
    }

    /** Adds the product of the loaded slices of A and B to the block of C, one PE-array tile after another. */
    private static void multiply(
            byte[][][] aTiles, byte[][][] bTiles, int[][][][] cTiles, int rows, int cols, int depth) {
        @Partition(dim = 0)
        int[][] acc = new int[ROWS][COLS];
        int tileRows = (rows + ROWS - 1) / ROWS;
        int tileCols = (cols + COLS - 1) / COLS;
        for (@TripCount(min = 1, max = BLOCK, typical = BLOCK) int ti = 0; ti < tileRows; ti++) {
            for (@TripCount(min = 1, max = BLOCK, typical = BLOCK) int tj = 0; tj < tileCols; tj++) {
                for (@Unroll int i = 0; i < ROWS; i++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        acc[i][j] = 0;
                    }
                }
                for (@Pipeline(ii = 1) @TripCount(min = 1, max = DEPTH, typical = DEPTH) int kk = 0; kk < depth; kk++) {
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        for (@Unroll int j = 0; j < COLS; j++) {
                            acc[i][j] += aTiles[ti][i][kk] * bTiles[kk][tj][j];
                        }
                    }
                }
                for (@Pipeline(ii = 1) int i = 0; i < ROWS; i++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        cTiles[ti][tj][i][j] += acc[i][j];
                    }
                }
            }
        }
    }
}
