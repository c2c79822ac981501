package org.gatesmith.library.posit;

import java.util.stream.IntStream;

/**
 * Reference models of {@link PositDot} on values instead of bits: the exactly rounded dot product, and what the published unit
 * computes with its finite alignment width. Zero and NaR operands both count as 0.
 *
 * @param in format of the factors
 * @param out format of accumulator and result
 * @param alignmentWidth the kernel's WM
 * @param mode what happens to zero operands and to results out of range
 */
public record PositDotModel(ExactPosit in, ExactPosit out, int alignmentWidth, Mode mode) {
    /** The two behaviours of {@link PositDot#MODE}. */
    public enum Mode {
        /** The published unit with its faults. */
        RTL_EXACT(PositDot.RTL_EXACT),
        /** Zero operands ignored, results saturated. */
        ZERO_GATED(PositDot.ZERO_GATED);

        private final int code;

        Mode(int code) {
            this.code = code;
        }

        /** The value of the kernel's tunable. */
        public int code() {
            return code;
        }

        /** The mode of a value of the kernel's tunable. */
        public static Mode of(int code) {
            return code == PositDot.RTL_EXACT ? RTL_EXACT : ZERO_GATED;
        }
    }

    /** One term of the sum: its value, and the exponent that takes part in the search for the greatest. */
    private record Term(BinaryRational value, int exponent) {}

    /** {@code acc + a[0] · b[0] + …}, computed exactly and rounded once; a sign-extended code. */
    public long exactlyRounded(short[] a, short[] b, short acc) {
        BinaryRational sum = valueOrZero(out, acc);
        for (int j = 0; j < a.length; j++) {
            sum = sum.add(valueOrZero(in, a[j]).multiply(valueOrZero(in, b[j])));
        }
        return out.nearest(sum);
    }

    /** {@code acc + a[0] · b[0] + …} as the published unit computes it; a sign-extended code. */
    public long published(short[] a, short[] b, short acc) {
        Term[] terms = terms(a, b, acc);
        int unit = unit(terms);
        BinaryRational sum = BinaryRational.ZERO;
        for (Term term : terms) {
            sum = sum.add(term.value().truncated(unit));
        }
        return mode == Mode.ZERO_GATED ? out.nearest(sum) : encodedAsPublished(sum);
    }

    /** Whether the alignment width cuts nothing off these operands, so that the published result is exactly rounded. */
    public boolean isExactFor(short[] a, short[] b, short acc) {
        Term[] terms = terms(a, b, acc);
        int unit = unit(terms);
        return IntStream.range(0, terms.length)
                .allMatch(j -> terms[j].value().truncated(unit).compareTo(terms[j].value()) == 0);
    }

    /**
     * Alignment width from which nothing is ever cut off, whatever the operands: the window reaches from the two integer bits of
     * the greatest term, at {@code 2^max}, down to the smallest, at {@code 2^-max}.
     */
    public int sufficientAlignmentWidth() {
        int max = Math.max(2 * in.maxpos().floorLog2(), out.maxpos().floorLog2());
        return 2 + 2 * max;
    }

    private Term[] terms(short[] a, short[] b, short acc) {
        Term[] terms = new Term[a.length + 1];
        for (int j = 0; j < a.length; j++) {
            BinaryRational product = valueOrZero(in, a[j]).multiply(valueOrZero(in, b[j]));
            terms[j] = new Term(product, exponent(in, a[j]) + exponent(in, b[j]));
        }
        terms[a.length] = new Term(valueOrZero(out, acc), exponent(out, acc));
        return terms;
    }

    /** Exponent of the last bit inside the alignment window, which has two integer bits at the greatest exponent. */
    private int unit(Term[] terms) {
        int greatest = IntStream.range(0, terms.length)
                .filter(j -> mode == Mode.RTL_EXACT || terms[j].value().signum() != 0)
                .map(j -> terms[j].exponent())
                .max()
                .orElse(0);
        return greatest + 2 - alignmentWidth;
    }

    private static BinaryRational valueOrZero(ExactPosit format, short code) {
        return isNar(format, code) ? BinaryRational.ZERO : format.value(code);
    }

    private static boolean isNar(ExactPosit format, short code) {
        return ((code ^ format.nar()) & ((1L << format.n()) - 1)) == 0;
    }

    /** Exponent that the published decoder finds; for zero and NaR the regime counts n - 1 zeros. */
    private static int exponent(ExactPosit format, short code) {
        BinaryRational value = valueOrZero(format, code);
        return value.signum() == 0 ? -(format.n() - 1) << format.es() : value.floorLog2();
    }

    /** The published encoder: right where the regime fits the word, see {@link PositDot#RTL_EXACT} elsewhere. */
    private long encodedAsPublished(BinaryRational sum) {
        if (sum.signum() == 0) {
            return 0;
        }
        int range = 1 << (registerBits() - 1);
        int wrapped = Math.floorMod(sum.floorLog2() + range, 2 * range) - range;
        BinaryRational seen = new BinaryRational(sum.significand(), sum.exponent() + wrapped - sum.floorLog2());
        boolean negative = seen.signum() < 0;
        if (seen.abs().compareTo(out.maxpos()) >= 0) {
            long code = out.largest() / 2;
            return negative ? -code : code;
        }
        if (seen.abs().compareTo(out.minpos()) < 0) {
            boolean vanishes = seen.isPowerOfTwo() && Math.floorMod(wrapped, 1 << out.es()) == 0;
            return vanishes ? 0 : out.nearest(seen);
        }
        return out.nearest(seen);
    }

    /** Width of the unit's signed exponent: it is made to hold one product, not the growth of a sum of many. */
    private int registerBits() {
        int product = counterBits(in) + in.es() + 1;
        int addend = counterBits(out) + out.es();
        return 1 + Math.max(product, addend);
    }

    /** Bits that count to n - 2. */
    private static int counterBits(ExactPosit format) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(format.n() - 2);
    }
}
