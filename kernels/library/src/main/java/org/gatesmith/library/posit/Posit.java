package org.gatesmith.library.posit;

/**
 * Posit arithmetic on codes, as kernel code: P(n, es) has n bits in all, of which at most es are exponent bits.
 *
 * <p>A code is the low n bits of an {@code int}; higher bits are ignored on input and copies of the sign bit on output, so codes
 * that this class returns compare as integers in the order of the values they stand for (NaR lowest). Every method needs
 * {@code 0 <= es <= 3} and {@code es + 3 <= n <= 32}; where n and es are constants, hardware gets exactly their widths.
 *
 * <p>Source of the format and of its rounding rule: Posit Working Group, Standard for Posit Arithmetic (2022),
 * with es free as in Gustafson and Yonemoto, "Beating Floating Point at its Own Game" (2017).
 */
public final class Posit {
    /** Fraction bits of an IEEE 754 binary32. */
    private static final int FLOAT_FRACTION_BITS = 23;

    /** Exponent bias of an IEEE 754 binary32. */
    private static final int FLOAT_BIAS = 127;

    /** Exponent field of the infinities and NaNs of an IEEE 754 binary32. */
    private static final int FLOAT_SPECIAL = 0xff;

    /** Bits of Java's canonical {@code Float.NaN}. */
    private static final int FLOAT_NAN = 0x7fc0_0000;

    private Posit() {}

    /** The code of NaR ("not a real") in an n-bit posit: 10…0, sign-extended. */
    public static int nar(int n) {
        return -1 << (n - 1);
    }

    /** Fraction bits of the posits of P(n, es) with the shortest regime, the most that any of its posits has. */
    public static int fractionBits(int n, int es) {
        return n - es - 3;
    }

    /** Takes a code of P(n, es) apart. */
    public static DecodedPosit decode(int code, int n, int es) {
        int mask = (1 << (n - 1)) - 1;
        boolean negative = ((code >>> (n - 1)) & 1) != 0;
        int body = (negative ? -code : code) & mask;
        boolean ones = (body >>> (n - 2)) != 0;
        int run = Integer.numberOfLeadingZeros((ones ? ~body : body) & mask) - (33 - n);
        int regime = ones ? run - 1 : -run;
        int tail = (body << run << 1) & mask; // two shifts: run + 1 reaches 32, which Java would take as 0
        int exponent = (regime << es) + (tail >>> (n - 1 - es));
        int fraction =
                (tail & (mask >>> es)) >>> 2; // the regime has at least 2 bits: as many are 0 at the end of the tail
        boolean special = body == 0;
        int significand = special ? 0 : (1 << fractionBits(n, es)) | fraction;
        return new DecodedPosit(negative, exponent, significand, special && !negative, special && negative);
    }

    /**
     * The code of the posit nearest to {@code ±significand · 2^(exponent - fractionBits)}: ties go to the even code, a value other
     * than 0 beyond the largest or below the smallest magnitude becomes that magnitude (never NaR, never 0).
     *
     * @param exponent floor of the binary logarithm of the magnitude
     * @param significand 0, or a value with its leading one at bit {@code fractionBits}
     * @param fractionBits 0 to 62
     */
    public static int encode(boolean negative, int exponent, long significand, int fractionBits, int n, int es) {
        int magnitude = significand == 0 ? 0 : Math.max(packed(exponent, significand, fractionBits, n, es), 1);
        return negative ? -magnitude : magnitude;
    }

    /**
     * The n - 1 bits below the sign, rounded to nearest, ties to even. A regime too long for them leaves only ones and a rounding
     * bit of 0, which is maxpos, or only zeros.
     */
    private static int packed(int exponent, long significand, int fractionBits, int n, int es) {
        int regime = exponent >> es;
        int field = exponent & ((1 << es) - 1);
        long tail = ((long) field << (n - es - 1)) | roundedFraction(significand, fractionBits, n - es - 2);
        // 10 or 01, the shortest regimes, then the tail; shifting right repeats the first bit and so lengthens the
        // regime.
        long word = ((regime >= 0 ? -2L : 1L) << (n - 1)) | tail;
        int shift = Math.min(regime >= 0 ? regime : ~regime, n - 2);
        long shifted = word >> shift;
        boolean lost = (word & ((1L << shift) - 1)) != 0;
        int kept = (int) (shifted >>> 2) & ((1 << (n - 1)) - 1);
        boolean half = (shifted & 2) != 0;
        boolean up = half && (lost || (shifted & 1) != 0 || (kept & 1) != 0);
        return up ? kept + 1 : kept;
    }

    /** The fraction cut or padded to {@code width} bits, and after them one sticky bit: was anything cut off? */
    private static long roundedFraction(long significand, int fractionBits, int width) {
        long fraction = significand & ((1L << fractionBits) - 1);
        if (fractionBits <= width) {
            return fraction << (width - fractionBits) << 1;
        }
        int cut = fractionBits - width;
        long sticky = (fraction & ((1L << cut) - 1)) != 0 ? 1 : 0;
        return (fraction >>> cut << 1) | sticky;
    }

    /**
     * The value of a posit as IEEE 754 binary32 bits: exact for {@code n <= 16} and {@code es <= 2}, the range this method is for.
     * NaR becomes the canonical NaN.
     */
    public static int toFloatBits(int code, int n, int es) {
        DecodedPosit posit = decode(code, n, es);
        int fraction = posit.significand() & ((1 << fractionBits(n, es)) - 1);
        int sign = posit.negative() ? 1 << 31 : 0;
        int biased = posit.exponent() + FLOAT_BIAS;
        int number = sign | (biased << FLOAT_FRACTION_BITS) | (fraction << (FLOAT_FRACTION_BITS - fractionBits(n, es)));
        int finite = posit.zero() ? 0 : number;
        return posit.nar() ? FLOAT_NAN : finite;
    }

    /**
     * The posit nearest to a value given as IEEE 754 binary32 bits, rounded once as by {@link #encode}, for {@code n <= 16} and
     * {@code es <= 2}. Infinities and NaNs become NaR, both zeros become 0.
     */
    public static int fromFloatBits(int bits, int n, int es) {
        int biased = (bits >>> FLOAT_FRACTION_BITS) & FLOAT_SPECIAL;
        int fraction = bits & ((1 << FLOAT_FRACTION_BITS) - 1);
        boolean zero = (bits << 1) == 0;
        // A subnormal is far below the smallest posit here, so its exponent need not be exact: it becomes that posit.
        long significand = zero ? 0 : (1 << FLOAT_FRACTION_BITS) | fraction;
        int code = encode(bits < 0, biased - FLOAT_BIAS, significand, FLOAT_FRACTION_BITS, n, es);
        return biased == FLOAT_SPECIAL ? nar(n) : code;
    }

    /** {@link #toFloatBits} as a {@code float}. */
    public static float toFloat(int code, int n, int es) {
        return Float.intBitsToFloat(toFloatBits(code, n, es));
    }

    /** {@link #fromFloatBits} of a {@code float}. */
    public static int fromFloat(float value, int n, int es) {
        return fromFloatBits(Float.floatToRawIntBits(value), n, es);
    }
}
