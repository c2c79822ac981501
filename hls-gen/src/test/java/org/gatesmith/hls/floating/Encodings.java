package org.gatesmith.hls.floating;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Numbers of a format as bits: the special ones, and random ones near the special cases of operators on several numbers. */
final class Encodings implements Operands {

    private final BinaryFormat format;
    private final long[] special;

    private Encodings(BinaryFormat format, long[] special) {
        this.format = format;
        this.special = special;
    }

    static Encodings of(BinaryFormat format) {
        TreeSet<Long> magnitudes = new TreeSet<>();
        long infinity = format.infinity();
        around(0, magnitudes, format);
        // The smallest normal number, infinity with the largest number and NaNs beside it, and all ones.
        around(format.leadingBit(), magnitudes, format);
        around(infinity, magnitudes, format);
        around(format.nan(), magnitudes, format);
        magnitudes.add(infinity | (format.leadingBit() - 1));
        for (int exponent : new int[] {-2, -1, 0, 1, 2, 7, 30, 31, 32, 62, 63, 64}) {
            around(power(format, exponent), magnitudes, format);
        }
        for (int exponent : new int[] {-1, 0, 1}) {
            around(power(format, format.fractionBits() + exponent), magnitudes, format);
            around(power(format, -format.fractionBits() + exponent), magnitudes, format);
        }
        // Products and quotients of these underflow to subnormal numbers, or nearly so.
        for (int exponent : new int[] {-format.bias() / 2, format.bias() / 2, format.bias() - 1, 2 - format.bias()}) {
            around(power(format, exponent), magnitudes, format);
        }
        long half = format.leadingBit() >> 1;
        for (long digits : new long[] {half, half - 1, half + 1, format.leadingBit() / 3, 0b1010101}) {
            magnitudes.add(power(format, 0) | digits);
            magnitudes.add(power(format, 1) | digits);
            magnitudes.add(digits);
        }
        long[] all = new long[2 * magnitudes.size()];
        int count = 0;
        for (long magnitude : magnitudes) {
            all[count++] = magnitude;
            all[count++] = format.withSign(1, magnitude);
        }
        return new Encodings(format, all);
    }

    private static long power(BinaryFormat format, int exponent) {
        return (long) (format.bias() + exponent) << format.fractionBits();
    }

    private static void around(long magnitude, Set<Long> magnitudes, BinaryFormat format) {
        for (long near = magnitude - 2; near <= magnitude + 2; near++) {
            if (near >= 0) {
                magnitudes.add(format.magnitude(near));
            }
        }
    }

    @Override
    public long[] special() {
        return special.clone();
    }

    /** Any encoding, half of them with few ones or few zeros in the fraction. */
    long random(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> special[random.nextInt(special.length)];
            case 1, 2, 3 -> format.withSign(random.nextInt(2), exponent(random) | sparse(random));
            case 4 -> random.nextLong() & (format.leadingBit() - 1);
            default -> random.nextLong() >>> (Long.SIZE - 1 - format.magnitudeBits());
        };
    }

    /** A number whose exponent is near that of another: sums cancel, and the digits of one reach the rounding of the other. */
    long near(long other, Random random) {
        long field = format.magnitude(other) >>> format.fractionBits();
        int reach = format.fractionBits() + 4;
        long moved = Math.clamp(field + random.nextInt(2 * reach + 1) - reach, 0, format.maxExponent() - 1);
        long digits = random.nextInt(4) == 0
                ? (other + random.nextInt(5) - 2) & (format.leadingBit() - 1)
                : random.nextBoolean() ? sparse(random) : random.nextLong() & (format.leadingBit() - 1);
        return format.withSign(random.nextInt(2), (moved << format.fractionBits()) | digits);
    }

    /** The number times a number, or the quotient, has about this exponent. */
    long reciprocal(long other, Random random) {
        long field = format.magnitude(other) >>> format.fractionBits();
        long around = random.nextBoolean() ? 0 : format.maxExponent() - 1;
        long moved = random.nextBoolean() ? around + format.bias() - field : field + format.bias() - around;
        long limited = Math.clamp(moved + random.nextInt(9) - 4, 0, format.maxExponent() - 1);
        long digits = random.nextBoolean() ? sparse(random) : random.nextLong() & (format.leadingBit() - 1);
        return format.withSign(random.nextInt(2), (limited << format.fractionBits()) | digits);
    }

    private long exponent(Random random) {
        return (random.nextLong() & format.maxExponent()) << format.fractionBits();
    }

    private long sparse(Random random) {
        long bits = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            bits ^= 1L << random.nextInt(format.fractionBits());
        }
        long run = (format.leadingBit() - 1) >>> random.nextInt(format.fractionBits());
        return (random.nextBoolean() ? bits : bits ^ run) & (format.leadingBit() - 1);
    }

    @Override
    public void fill(long[] operands, Random random) {
        operands[0] = random(random);
        for (int i = 1; i < operands.length; i++) {
            operands[i] = switch (random.nextInt(4)) {
                case 0 -> random(random);
                case 1 -> reciprocal(operands[i - 1], random);
                default -> near(operands[i - 1], random);
            };
        }
    }
}
