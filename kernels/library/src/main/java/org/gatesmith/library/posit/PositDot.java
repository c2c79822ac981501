package org.gatesmith.library.posit;

import org.gatesmith.api.Constraint;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Partition;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;
import org.gatesmith.api.Unroll;

/**
 * A stream of fused posit dot products: decode, exact products, alignment to {@link #WM} bits, one accumulation, one rounding.
 *
 * <p>Source: Q. Li, C. Fang, Z. Wang, "PDPU: An Open-Source Posit Dot-Product Unit for Deep Learning Applications", ISCAS 2023,
 * and the behaviour of the SystemVerilog published with it. Names of the constants are the paper's.
 *
 * <p>{@link #MODE} says what happens where that unit departs from posit arithmetic; see {@link #RTL_EXACT} and
 * {@link #ZERO_GATED}. In both modes NaR counts as zero, because the unit has no NaR.
 */
@Constraint({
    "N_IN >= ES_IN + 3",
    "N_OUT >= ES_OUT + 3",
    "MODE == 1 || (N_IN >= ES_IN + 4 && N_IN != 5 && N_IN != 9)",
    "MODE == 1 || (N_OUT >= ES_OUT + 4 && N_OUT != 5 && N_OUT != 9)"
})
public final class PositDot {
    /** Products per dot product. */
    @Tunable({1, 2, 3, 4, 6, 8, 12, 16})
    static final int N = 4;

    /** Bits of the input format. */
    @Tunable({4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    static final int N_IN = 13;

    /** Exponent bits of the input format. */
    @Tunable({0, 1, 2})
    static final int ES_IN = 2;

    /** Bits of the format of accumulator and result. */
    @Tunable({4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    static final int N_OUT = 16;

    /** Exponent bits of the format of accumulator and result. */
    @Tunable({0, 1, 2})
    static final int ES_OUT = 2;

    /**
     * Bits to which products are aligned; what lies below is cut off. 58 is the largest for which the sum of 17 terms and its sign
     * fit the 64 bits of a {@code long}.
     */
    @Tunable({8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 40, 50, 58})
    static final int WM = 14;

    /** {@link #RTL_EXACT} or {@link #ZERO_GATED}. */
    @Tunable({0, 1})
    static final int MODE = 1;

    /**
     * Mode that returns the bits of the published SystemVerilog, faults included. A zero operand keeps the exponent that its
     * code decodes to, so 0 · maxpos can push small products out of the alignment window. A result of magnitude maxpos or more
     * becomes the code below that of 1; a result below minpos becomes minpos or, for an exact power of {@code 2^(2^es)}, 0. The
     * formats where the published decoder itself fails (n of 5 or 9, or without fraction bits) are left out.
     */
    static final int RTL_EXACT = 0;

    /** Mode in which zero terms do not take part in the alignment and results saturate at maxpos and minpos, as posits should. */
    static final int ZERO_GATED = 1;

    /** Largest number of dot products in one call; with it no index comes near the end of {@code int}. Hosts tile what is larger. */
    static final int MAX_COUNT = 1 << 26;

    private static final int IN_SIGNIFICAND_BITS = Posit.fractionBits(N_IN, ES_IN) + 1;
    private static final int PRODUCT_BITS = 2 * IN_SIGNIFICAND_BITS;

    /** The accumulator's significand with one leading 0: like a product it then has two integer bits. */
    private static final int ADDEND_BITS = Posit.fractionBits(N_OUT, ES_OUT) + 2;

    /** Growth of a sum of N + 1 terms: ceil(log2(N + 1)). */
    private static final int CARRY_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(N);

    private static final int SUM_BITS = WM + CARRY_BITS;

    /** An exponent no greater than that of any term. */
    private static final int LOWEST_EXPONENT = -Math.max((2 * (N_IN - 1)) << ES_IN, (N_OUT - 1) << ES_OUT);

    /** Width of the signed exponent registers in the published unit; its sum of exponents wraps around in them. */
    private static final int RTL_EXPONENT_BITS =
            1 + Math.max(ceilLog2(N_IN - 1) + ES_IN + 1, ceilLog2(N_OUT - 1) + ES_OUT);

    private PositDot() {}

    private static int ceilLog2(int x) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(x - 1);
    }

    /**
     * {@code out[i] = round(acc[i] + a[i, 0] · b[i, 0] + … + a[i, N - 1] · b[i, N - 1])} for all i.
     *
     * @param a codes of P(N_IN, ES_IN) in the low bits, row i holding the factors of dot product i
     * @param b like {@code a}
     * @param acc codes of P(N_OUT, ES_OUT) in the low bits
     * @param out codes of P(N_OUT, ES_OUT), sign-extended
     * @param count number of dot products
     */
    @Kernel("posit_dot")
    public static void positDot(
            @In @Shape({"count", "N"}) short[] a,
            @In @Shape({"count", "N"}) short[] b,
            @In @Shape({"count"}) short[] acc,
            @Out @Shape({"count"}) short[] out,
            @Range(min = 0, max = MAX_COUNT) int count) {
        for (@Pipeline(ii = 1) int i = 0; i < count; i++) {
            out[i] = (short) dot(a, b, i * N, acc[i]);
        }
    }

    private static int dot(short[] a, short[] b, int first, int acc) {
        @Partition(dim = 0)
        boolean[] negative = new boolean[N];
        @Partition(dim = 0)
        int[] exponent = new int[N];
        @Partition(dim = 0)
        int[] product = new int[N];
        DecodedPosit addend = Posit.decode(acc, N_OUT, ES_OUT);
        int addendExponent = termExponent(addend.exponent(), addend.significand());
        int maxExponent = addendExponent;
        for (@Unroll int j = 0; j < N; j++) {
            DecodedPosit x = Posit.decode(a[first + j], N_IN, ES_IN);
            DecodedPosit y = Posit.decode(b[first + j], N_IN, ES_IN);
            negative[j] = x.negative() != y.negative();
            product[j] = x.significand() * y.significand();
            exponent[j] = termExponent(x.exponent() + y.exponent(), product[j]);
            maxExponent = Math.max(maxExponent, exponent[j]);
        }
        long sum = aligned(addend.negative(), addend.significand(), ADDEND_BITS, maxExponent - addendExponent);
        for (@Unroll int j = 0; j < N; j++) {
            sum += aligned(negative[j], product[j], PRODUCT_BITS, maxExponent - exponent[j]);
        }
        return rounded(sum, maxExponent);
    }

    private static int termExponent(int exponent, int significand) {
        return MODE == ZERO_GATED && significand == 0 ? LOWEST_EXPONENT : exponent;
    }

    /** A term as a WM-bit magnitude with two integer bits, cut after shifting right by {@code distance}, then signed. */
    private static long aligned(boolean negative, int significand, int width, int distance) {
        long widest = significand;
        long normalised = WM > width ? widest << Math.max(WM - width, 0) : widest >>> Math.max(width - WM, 0);
        long magnitude = normalised >>> Math.min(distance, WM);
        return negative ? -magnitude : magnitude;
    }

    private static int rounded(long sum, int maxExponent) {
        boolean negative = sum < 0;
        long magnitude = negative ? -sum : sum;
        int leadingZeros = Long.numberOfLeadingZeros(magnitude) - (Long.SIZE - SUM_BITS);
        int exponent = maxExponent + CARRY_BITS + 1 - leadingZeros;
        long significand = magnitude << leadingZeros;
        return MODE == RTL_EXACT
                ? encodedAsPublished(negative, exponent, significand)
                : Posit.encode(negative, exponent, significand, SUM_BITS - 1, N_OUT, ES_OUT);
    }

    /** What the published encoder makes of a result, including one whose regime does not fit. */
    private static int encodedAsPublished(boolean negative, int exponent, long significand) {
        int unused = Integer.SIZE - RTL_EXPONENT_BITS;
        int wrapped = exponent << unused >> unused;
        int regime = wrapped >> ES_OUT;
        boolean power = (wrapped & ((1 << ES_OUT) - 1)) == 0 && significand == 1L << (SUM_BITS - 1);
        int tiny = power ? 0 : 1;
        int misfit = regime < 0 ? tiny : (1 << (N_OUT - 2)) - 1;
        int signed = negative ? -misfit : misfit;
        boolean fits = regime <= N_OUT - 3 && regime >= 2 - N_OUT;
        int code = Posit.encode(negative, wrapped, significand, SUM_BITS - 1, N_OUT, ES_OUT);
        return fits || significand == 0 ? code : signed;
    }
}
