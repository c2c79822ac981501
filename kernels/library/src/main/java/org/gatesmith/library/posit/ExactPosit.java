package org.gatesmith.library.posit;

/**
 * Posit format P(n, es) in exact arithmetic: the reference for {@link Posit}, which shares no code with it. Values come from the
 * standard's formula, which reads a negative code as it stands instead of negating it; rounding is a search over values.
 *
 * <p>Source: Posit Working Group, Standard for Posit Arithmetic (2022): value of a posit, rounding.
 *
 * @param n bits, 3 to 33
 * @param es largest number of exponent bits, from 0
 */
public record ExactPosit(int n, int es) {
    /** The code of NaR, sign-extended. */
    public long nar() {
        return -(1L << (n - 1));
    }

    /** The largest positive code. */
    public long largest() {
        return (1L << (n - 1)) - 1;
    }

    /** The value of the largest posit: {@code 2^((n - 2) · 2^es)}. */
    public BinaryRational maxpos() {
        return BinaryRational.of(1, (n - 2) << es);
    }

    /** The value of the smallest positive posit: {@code 2^(-(n - 2) · 2^es)}. */
    public BinaryRational minpos() {
        return BinaryRational.of(1, -((n - 2) << es));
    }

    /** The value of a code given in the low n bits. NaR has none: it is rejected as an {@link IllegalArgumentException}. */
    public BinaryRational value(long code) {
        String bits = bits(code);
        if (bits.indexOf('1') < 0) {
            return BinaryRational.ZERO;
        }
        int sign = bits.charAt(0) - '0';
        int run = regimeLength(bits);
        if (sign == 1 && run == n - 1 && bits.charAt(1) == '0') {
            throw new IllegalArgumentException("NaR has no value");
        }
        int regime = bits.charAt(1) == '0' ? -run : run - 1;
        String rest = bits.substring(Math.min(n, 1 + run + 1));
        // Bits that the regime has pushed out of the word count as 0.
        String padded = rest + "0".repeat(Math.max(0, es - rest.length()));
        long exponentField = es == 0 ? 0 : Long.parseLong(padded.substring(0, es), 2);
        String fraction = padded.substring(es);
        long numerator = fraction.isEmpty() ? 0 : Long.parseLong(fraction, 2);
        // ((1 - 3s) + f) · 2^((1 - 2s) · (2^es · r + e + s))
        long significand = ((1L - 3L * sign) << fraction.length()) + numerator;
        int exponent = (1 - 2 * sign) * (int) (((long) regime << es) + exponentField + sign);
        return BinaryRational.of(significand, exponent - fraction.length());
    }

    /**
     * The sign-extended code of the posit to which an exact value rounds: the nearer neighbour, where the boundary between two
     * neighbours U and U + 1 is the posit of one bit more that lies between them, and a value on it goes to the even code. Only 0
     * becomes 0, nothing becomes NaR.
     */
    public long nearest(BinaryRational value) {
        if (value.signum() == 0) {
            return 0;
        }
        long magnitude = nearestPositive(value.abs());
        return value.signum() < 0 ? -magnitude : magnitude;
    }

    private long nearestPositive(BinaryRational value) {
        if (value.compareTo(minpos()) <= 0) {
            return 1;
        }
        long below = floorCode(value);
        if (below == largest()) {
            return below;
        }
        int side = value.compareTo(new ExactPosit(n + 1, es).value(2 * below + 1));
        return side < 0 || (side == 0 && below % 2 == 0) ? below : below + 1;
    }

    /** The largest positive code whose value does not exceed a value of at least minpos. */
    private long floorCode(BinaryRational value) {
        long low = 1;
        long high = largest() + 1;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (value(middle).compareTo(value) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String bits(long code) {
        long unsigned = code & ((1L << n) - 1);
        String digits = Long.toBinaryString(unsigned);
        return "0".repeat(n - digits.length()) + digits;
    }

    private int regimeLength(String bits) {
        int end = 1;
        while (end < n && bits.charAt(end) == bits.charAt(1)) {
            end++;
        }
        return end - 1;
    }
}
