package org.gatesmith.hls.range;

import java.math.BigInteger;
import org.gatesmith.hls.ir.Operator;

/** Ranges of the operators that count or reverse the low 32 or 64 bits of a number. */
final class BitCounts {

    private BitCounts() {}

    static IntRange apply(Operator operator, IntRange a) {
        return switch (operator) {
            case POPCOUNT32 -> ones(a, Integer.SIZE);
            case POPCOUNT64 -> ones(a, Long.SIZE);
            case CLZ32 -> leadingZeros(a, Integer.SIZE);
            case CLZ64 -> leadingZeros(a, Long.SIZE);
            case CTZ32 -> trailingZeros(a, Integer.SIZE);
            case CTZ64 -> trailingZeros(a, Long.SIZE);
            case REVERSE32 -> IntRange.between(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case REVERSE64 -> IntRange.between(Long.MIN_VALUE, Long.MAX_VALUE);
            default -> throw new IllegalArgumentException(operator + " has no result among the integers");
        };
    }

    /** Bits that are surely one. */
    private static BigInteger sure(IntRange a, int width) {
        return a.bits().ones().and(KnownBits.mask(width));
    }

    /** Bits that may be one. */
    private static BigInteger possible(IntRange a, int width) {
        return KnownBits.mask(width).andNot(a.bits().zeros());
    }

    private static IntRange ones(IntRange a, int width) {
        return IntRange.between(sure(a, width).bitCount(), possible(a, width).bitCount());
    }

    private static IntRange leadingZeros(IntRange a, int width) {
        IntRange byBits = IntRange.between(
                width - possible(a, width).bitLength(), width - sure(a, width).bitLength());
        boolean fits = a.isNonNegative() && a.max().bitLength() <= width;
        return fits
                ? byBits.meet(IntRange.between(
                        width - a.max().bitLength(), width - a.min().bitLength()))
                : byBits;
    }

    private static IntRange trailingZeros(IntRange a, int width) {
        return IntRange.between(lowest(possible(a, width), width), lowest(sure(a, width), width));
    }

    private static int lowest(BigInteger bits, int width) {
        return bits.signum() == 0 ? width : bits.getLowestSetBit();
    }
}
