package org.gatesmith.library.attention;

import org.gatesmith.api.Bits;
import org.gatesmith.api.ByteFifo;
import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.LongFifo;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * ReLU linear attention of EfficientViT on int8 tensors, all in integers.
 *
 * <p>For each head, with {@code q_i}, {@code k_j}, {@code v_j} the rows of Q, K and V:
 *
 * <pre>{@code
 * Z         = Σ_j ReLU(k_j)ᵀ · [v_j | 1]        DIM × (DIM + 1)
 * num | den = ReLU(q_i) · Z
 * out_i     = num / den
 * }</pre>
 *
 * <p>This is exactly {@code Σ_j s_ij v_j / Σ_j s_ij} with {@code s_ij = ReLU(q_i) · ReLU(k_j)}, at a cost that grows with the
 * number of tokens instead of its square. The quotient is rounded to the nearest integer, ties away from zero; it is 0 where
 * {@code den} is 0. Being a weighted mean of V it fits int8, and it has V's scale: {@code out · scale(V)} is the attention, and
 * the scales of Q and K cancel.
 *
 * <p>Widths: with {@value #MAX_KEYS} keys and {@code DIM = 32}, an element of Z is at most 127 · 128 · 512 in magnitude (24 bits
 * signed), a numerator at most 32 · 127 times that (36 bits signed), a denominator at most 32 · 127 · 127 · 512 (28 bits).
 * 32-bit numerators would overflow at 196 tokens already.
 *
 * <p>Hardware: seven processes joined by FIFOs. Three read Q, K and V, each as one burst. {@code summarise} folds one key
 * element per cycle into a row of Z ({@code DIM} multipliers) while the next value row comes in. {@code project} multiplies one
 * query element per cycle with a row of Z ({@code DIM + 1} multipliers) while the finished row goes out. {@code divide} yields
 * one quotient per cycle with eight subtractors, and the last process writes them as one burst. Heads overlap:
 * {@code summarise} works on the next one while {@code project} works on this one. A head takes about
 * {@code DIM · max(keys, queries)} cycles.
 *
 * <p>Source: H. Cai et al., "EfficientViT" (arXiv 2205.14756) and its released model for the operation and the column of ones;
 * H. Shao et al., "An FPGA-Based Reconfigurable Accelerator for Convolution-Transformer Hybrid EfficientViT"
 * (arXiv 2403.20230) for the overlap of heads and the dividers behind the second product.
 */
public final class ReluLinearAttentionInt8 {
    /** Width of a head, a property of the network: 16 in EfficientViT-B0 and B1, 32 in B2 and B3. */
    @Tunable({8, 16, 32})
    static final int DIM = 16;

    /** Most keys for which every numerator fits 36 bits at the largest {@link #DIM}. */
    static final int MAX_KEYS = 512;

    /** Most queries in one call; with it every element count fits {@code int}. */
    static final int MAX_QUERIES = 1 << 16;

    /** Most heads in one call. */
    static final int MAX_HEADS = 256;

    /** A magnitude of at most 128 has eight bits. */
    private static final int QUOTIENT_BITS = 8;

    private ReluLinearAttentionInt8() {}

    /**
     * Attention of all queries of a head to all keys of the same head; self-attention has as many queries as keys.
     *
     * @param q heads × queries × DIM
     * @param k heads × keys × DIM
     * @param v heads × keys × DIM
     * @param out heads × queries × DIM, written
     * @param heads number of heads, which are independent of each other
     * @param queries tokens that attend, per head
     * @param keys tokens attended to, per head; with 0 the result is 0
     */
    @Kernel("relu_linear_attention_i8")
    @Dataflow
    public static void attend(
            @In @Shape({"heads", "queries", "DIM"}) byte[] q,
            @In @Shape({"heads", "keys", "DIM"}) byte[] k,
            @In @Shape({"heads", "keys", "DIM"}) byte[] v,
            @Out @Shape({"heads", "queries", "DIM"}) byte[] out,
            @Range(min = 0, max = MAX_HEADS) int heads,
            @Range(min = 0, max = MAX_QUERIES) int queries,
            @Range(min = 0, max = MAX_KEYS) int keys) {
        @Depth(16)
        ByteFifo queryElements = new ByteFifo();
        @Depth(16)
        ByteFifo keyElements = new ByteFifo();
        @Depth(16)
        ByteFifo valueElements = new ByteFifo();
        IntFifo summary = new IntFifo();
        LongFifo numerators = new LongFifo();
        IntFifo denominators = new IntFifo();
        @Depth(16)
        ByteFifo quotients = new ByteFifo();
        load(q, queryElements, heads, queries);
        load(k, keyElements, heads, keys);
        load(v, valueElements, heads, keys);
        summarise(keyElements, valueElements, summary, heads, keys);
        project(queryElements, summary, numerators, denominators, heads, queries);
        divide(numerators, denominators, quotients, heads, queries);
        store(quotients, out, heads, queries);
    }

    static void load(byte[] tensor, ByteFifo elements, int heads, int rows) {
        int count = heads * rows * DIM;
        for (@Pipeline(ii = 1) @TripCount(max = MAX_HEADS * MAX_QUERIES * DIM, typical = 8 * 196 * DIM) int i = 0;
                i < count;
                i++) {
            elements.write(tensor[i]);
        }
    }

    static void store(ByteFifo elements, byte[] tensor, int heads, int rows) {
        int count = heads * rows * DIM;
        for (@Pipeline(ii = 1) @TripCount(max = MAX_HEADS * MAX_QUERIES * DIM, typical = 8 * 196 * DIM) int i = 0;
                i < count;
                i++) {
            tensor[i] = elements.read();
        }
    }

    /** Sends Z of each head, row by row. Iteration j reads value row j and uses key row j - 1 with value row j - 1. */
    static void summarise(ByteFifo keyElements, ByteFifo valueElements, IntFifo summary, int heads, int keys) {
        @Bits(24)
        @Partition(dim = 2)
        int[][] z = new int[DIM][DIM + 1];
        @Partition(dim = 0)
        byte[][] values = new byte[2][DIM];
        for (@TripCount(max = MAX_HEADS, typical = 8) int head = 0; head < heads; head++) {
            for (@Pipeline(ii = 1) int c = 0; c < DIM; c++) {
                for (@Unroll int e = 0; e <= DIM; e++) {
                    z[c][e] = 0;
                }
            }
            for (@TripCount(min = 1, max = MAX_KEYS + 1, typical = 197) int j = 0; j <= keys; j++) {
                for (@Pipeline(ii = 1) int c = 0; c < DIM; c++) {
                    if (j < keys) {
                        values[j & 1][c] = valueElements.read();
                    }
                    if (j > 0) {
                        int key = Math.max(keyElements.read(), 0);
                        for (@Unroll int e = 0; e < DIM; e++) {
                            z[c][e] += key * values[(j - 1) & 1][e];
                        }
                        z[c][DIM] += key;
                    }
                }
            }
            for (int c = 0; c < DIM; c++) {
                for (@Pipeline(ii = 1) int e = 0; e <= DIM; e++) {
                    summary.write(z[c][e]);
                }
            }
        }
    }

    /** Sends the denominator and the numerators of each query. Iteration i reads query i and sends the sums of query i - 1. */
    static void project(
            ByteFifo queryElements,
            IntFifo summary,
            LongFifo numerators,
            IntFifo denominators,
            int heads,
            int queries) {
        @Bits(24)
        @Partition(dim = 2)
        int[][] z = new int[DIM][DIM + 1];
        @Bits(36)
        @Partition(dim = 0)
        long[] sums = new long[DIM + 1];
        @Bits(36)
        @Partition(dim = 0)
        long[] finished = new long[DIM + 1];
        for (@TripCount(max = MAX_HEADS, typical = 8) int head = 0; head < heads; head++) {
            for (int c = 0; c < DIM; c++) {
                for (@Pipeline(ii = 1) int e = 0; e <= DIM; e++) {
                    z[c][e] = summary.read();
                }
            }
            for (@TripCount(min = 1, max = MAX_QUERIES + 1, typical = 197) int i = 0; i <= queries; i++) {
                for (@Pipeline(ii = 1) int c = 0; c < DIM; c++) {
                    if (c == 0) {
                        for (@Unroll int e = 0; e <= DIM; e++) {
                            finished[e] = sums[e];
                            sums[e] = 0;
                        }
                    }
                    if (i < queries) {
                        int query = Math.max(queryElements.read(), 0);
                        for (@Unroll int e = 0; e <= DIM; e++) {
                            sums[e] += (long) query * z[c][e];
                        }
                    }
                    if (i > 0) {
                        if (c == 0) {
                            denominators.write((int) finished[DIM]);
                        }
                        numerators.write(finished[c]);
                    }
                }
            }
        }
    }

    /** Divides the numerators of each query by its denominator. */
    static void divide(LongFifo numerators, IntFifo denominators, ByteFifo quotients, int heads, int queries) {
        int rows = heads * queries;
        int denominator = 0;
        for (@TripCount(max = MAX_HEADS * MAX_QUERIES, typical = 8 * 196) int row = 0; row < rows; row++) {
            for (@Pipeline(ii = 1) int e = 0; e < DIM; e++) {
                if (e == 0) {
                    denominator = denominators.read();
                }
                quotients.write(roundedQuotient(numerators.read(), denominator));
            }
        }
    }

    /**
     * Restoring division with as many steps as an int8 quotient has bits, which is a fraction of a general divider: the
     * quotient of the magnitudes, half a denominator added for rounding, then the sign.
     */
    private static byte roundedQuotient(
            @Bits(36) long numerator, @Range(min = 0, max = (1 << 28) - 1) int denominator) {
        long rest = Math.abs(numerator) + (denominator >> 1);
        int magnitude = 0;
        for (@Unroll int bit = QUOTIENT_BITS - 1; bit >= 0; bit--) {
            long step = (long) denominator << bit;
            if (rest >= step) {
                rest -= step;
                magnitude += 1 << bit;
            }
        }
        int quotient = numerator < 0 ? -magnitude : magnitude;
        return denominator == 0 ? 0 : (byte) quotient;
    }
}
