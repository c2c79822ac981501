package org.gatesmith.library.linalg;

import org.gatesmith.api.Constraint;
import org.gatesmith.api.Dataflow;
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
 * <p>While the array works on one slice of A and B, the next one is loaded into a second pair of buffers: {@link #step} is a dataflow
 * method, and its calls overlap. Rows of C, and of B, are loaded 16 elements at a time, those of A 8.
 *
 * <p>Sizes are free. A block at the edge of C reads and writes only what exists. Tiles on chip are filled up with zeros, which cost no
 * time where the block is whole; the array passes over tiles that lie wholly outside, and its sums past the edge are never stored.
 *
 * <p>Each lane of a load or store has its own condition, which fails at the edges only. Where lanes are joined to wide accesses, as in the
 * Verilog of Gatesmith, that is a burst; burst inference of HLS tools wants accesses without a condition (UG1399, "AXI burst transfers").
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
    static final int DEPTH = 64;

    /** PE-array tiles along either side of the block of C that is held on chip. */
    @Tunable({1, 2, 4, 8})
    static final int BLOCK = 8;

    /** Largest extent in one call; with it no loop counter comes near the end of {@code int}. Hosts tile what is larger. */
    static final int MAX_EXTENT = 1 << 24;

    /** Elements of A that are loaded and kept as one word. */
    private static final int WORD = Long.BYTES;

    /** From the number of a byte to that of its lowest bit. */
    private static final int BYTE_SHIFT = 3;

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
        @Partition(dim = 4)
        int[][][][] cTiles = new int[BLOCK][BLOCK][ROWS][COLS];
        for (@TripCount(max = MAX_EXTENT / BLOCK_ROWS, typical = 4) int i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, m - i0);
            for (@TripCount(max = MAX_EXTENT / BLOCK_COLS, typical = 4) int j0 = 0; j0 < n; j0 += BLOCK_COLS) {
                int cols = Math.min(BLOCK_COLS, n - j0);
                loadC(c, cTiles, i0, j0, rows, cols, n);
                for (@TripCount(max = MAX_EXTENT / DEPTH, typical = 8) int k0 = 0; k0 < k; k0 += DEPTH) {
                    step(a, b, cTiles, i0, j0, k0, rows, cols, Math.min(DEPTH, k - k0), n, k);
                }
                storeC(cTiles, c, i0, j0, rows, cols, n);
            }
        }
    }

    /** Adds the product of a slice of A and one of B to the block of C; while it does, the slices of the next step are loaded. */
    @Dataflow
    private static void step(
            byte[] a,
            byte[] b,
            int[][][][] cTiles,
            int i0,
            int j0,
            int k0,
            int rows,
            int cols,
            int depth,
            int n,
            int k) {
        @Partition(dim = 2)
        long[][][] aTiles = new long[BLOCK][ROWS][DEPTH / WORD];
        @Partition(dim = 3)
        byte[][][] bTiles = new byte[DEPTH][BLOCK][COLS];
        loadA(a, aTiles, i0, k0, rows, depth, k);
        loadB(b, bTiles, k0, j0, depth, cols, n);
        multiply(aTiles, bTiles, cTiles, rows, cols, depth);
    }

    /** Fills all words, with zeros where there is nothing in A. */
    private static void loadA(byte[] a, long[][][] aTiles, int i0, int k0, int rows, int depth, int k) {
        for (int ti = 0; ti < BLOCK; ti++) {
            for (int i = 0; i < ROWS; i++) {
                int r = ti * ROWS + i;
                int start = (i0 + r) * k + k0;
                for (@Pipeline(ii = 1) int w = 0; w < DEPTH / WORD; w++) {
                    long word = 0;
                    for (@Unroll int u = 0; u < WORD; u++) {
                        int kk = w * WORD + u;
                        byte x = r < rows && kk < depth ? a[start + kk] : 0;
                        word |= (x & 0xFFL) << (u << BYTE_SHIFT);
                    }
                    aTiles[ti][i][w] = word;
                }
            }
        }
    }

    /** Fills all elements, with zeros where there is nothing in B. */
    private static void loadB(byte[] b, byte[][][] bTiles, int k0, int j0, int depth, int cols, int n) {
        for (int kk = 0; kk < DEPTH; kk++) {
            int start = (k0 + kk) * n + j0;
            for (@Pipeline(ii = 1) int tj = 0; tj < BLOCK; tj++) {
                for (@Unroll int j = 0; j < COLS; j++) {
                    int x = tj * COLS + j;
                    bTiles[kk][tj][j] = kk < depth && x < cols ? b[start + x] : 0;
                }
            }
        }
    }

    private static void loadC(int[] c, int[][][][] cTiles, int i0, int j0, int rows, int cols, int n) {
        for (int ti = 0; ti < BLOCK; ti++) {
            for (int i = 0; i < ROWS; i++) {
                int r = ti * ROWS + i;
                int start = (i0 + r) * n + j0;
                for (@Pipeline(ii = 1) int tj = 0; tj < BLOCK; tj++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int x = tj * COLS + j;
                        cTiles[ti][tj][i][j] = r < rows && x < cols ? c[start + x] : 0;
                    }
                }
            }
        }
    }

    private static void storeC(int[][][][] cTiles, int[] c, int i0, int j0, int rows, int cols, int n) {
        for (int ti = 0; ti < BLOCK; ti++) {
            for (int i = 0; i < ROWS; i++) {
                int r = ti * ROWS + i;
                int start = (i0 + r) * n + j0;
                for (@Pipeline(ii = 1) int tj = 0; tj < BLOCK; tj++) {
                    for (@Unroll int j = 0; j < COLS; j++) {
                        int x = tj * COLS + j;
                        if (r < rows && x < cols) {
                            c[start + x] = cTiles[ti][tj][i][j];
                        }
                    }
                }
            }
        }
    }

    /**
     * Adds the product of the loaded slices of A and B to the block of C, one PE-array tile after another. In the first steps of a tile the
     * sums of the one before leave the array row by row, so that the PEs never stand still.
     */
    private static void multiply(
            long[][][] aTiles, byte[][][] bTiles, int[][][][] cTiles, int rows, int cols, int depth) {
        @Partition(dim = 0)
        int[][] acc = new int[ROWS][COLS];
        @Partition(dim = 0)
        int[][] leaving = new int[ROWS][COLS];
        int tileRows = Math.max(1, (rows + ROWS - 1) / ROWS);
        int tileCols = Math.max(1, (cols + COLS - 1) / COLS);
        // A slice that is not as deep as the array has rows goes on with zeros until all sums have left.
        int steps = Math.max(depth, ROWS);
        int lastTi = 0;
        int lastTj = 0;
        for (@TripCount(min = 1, max = BLOCK, typical = BLOCK) int ti = 0; ti < tileRows; ti++) {
            for (@TripCount(min = 1, max = BLOCK, typical = BLOCK) int tj = 0; tj < tileCols; tj++) {
                for (@Pipeline(ii = 1) @TripCount(min = ROWS, max = DEPTH, typical = DEPTH) int kk = 0;
                        kk < steps;
                        kk++) {
                    if (kk < ROWS) {
                        leave(acc, leaving, kk == 0);
                        for (@Unroll int j = 0; j < COLS; j++) {
                            if (ti > 0 || tj > 0) {
                                cTiles[lastTi][lastTj][kk][j] += leaving[0][j];
                            }
                        }
                    }
                    int place = kk % WORD << BYTE_SHIFT;
                    for (@Unroll int i = 0; i < ROWS; i++) {
                        byte x = (byte) (aTiles[ti][i][kk / WORD] >> place);
                        for (@Unroll int j = 0; j < COLS; j++) {
                            acc[i][j] = (kk == 0 ? 0 : acc[i][j]) + x * bTiles[kk][tj][j];
                        }
                    }
                }
                lastTi = ti;
                lastTj = tj;
            }
        }
        for (@Pipeline(ii = 1) int kk = 0; kk < ROWS; kk++) {
            leave(acc, leaving, kk == 0);
            for (@Unroll int j = 0; j < COLS; j++) {
                cTiles[lastTi][lastTj][kk][j] += leaving[0][j];
            }
        }
    }

    /** Moves the next row of sums to row 0 of {@code leaving}: the first one from the array, the others from the rows behind. */
    private static void leave(int[][] acc, int[][] leaving, boolean isFirst) {
        for (@Unroll int i = 0; i < ROWS; i++) {
            for (@Unroll int j = 0; j < COLS; j++) {
                leaving[i][j] = isFirst ? acc[i][j] : i + 1 < ROWS ? leaving[i + 1][j] : 0;
            }
        }
    }
}
