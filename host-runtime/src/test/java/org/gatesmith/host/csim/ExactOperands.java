package org.gatesmith.host.csim;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One line of input to {@code ap_int_vectors.cpp}, and the results it must give by exact arithmetic.
 *
 * @param pair number of the type pair in the program
 * @param count shift count
 * @param hi first bit of a part-select of {@code a}
 * @param lo last bit of it
 */
record ExactOperands(int pair, int count, int hi, int lo, BigInteger a, BigInteger b) {

    /** A type ap_int or ap_uint of some width. */
    record Type(int width, boolean signed) {

        static Type signed(int width) {
            return new Type(width, true);
        }

        static Type unsigned(int width) {
            return new Type(width, false);
        }

        /** The value of this type with the low bits of {@code value}. */
        BigInteger cut(BigInteger value) {
            BigInteger low = value.mod(ONE.shiftLeft(width));
            return signed && low.testBit(width - 1) ? low.subtract(ONE.shiftLeft(width)) : low;
        }

        /** A value that is often near a power of two. */
        BigInteger random(Random random) {
            BigInteger bits = new BigInteger(1 + random.nextInt(width), random);
            return cut(random.nextBoolean() ? bits : bits.not());
        }

        List<BigInteger> corners() {
            BigInteger top = ONE.shiftLeft(width - 1);
            return List.of(cut(top), cut(top.subtract(ONE)), cut(ONE.negate()), ONE, cut(TWO.pow(width / 2)));
        }
    }

    private record Pair(Type a, Type b) {}

    /** The pairs of the program, in its order; both operands of a pair have the same sign. */
    private static final List<Pair> PAIRS = List.of(
            new Pair(Type.signed(8), Type.signed(8)),
            new Pair(Type.signed(32), Type.signed(32)),
            new Pair(Type.unsigned(32), Type.unsigned(17)),
            new Pair(Type.signed(36), Type.signed(18)),
            new Pair(Type.signed(64), Type.signed(64)),
            new Pair(Type.unsigned(64), Type.unsigned(64)),
            new Pair(Type.signed(65), Type.signed(64)),
            new Pair(Type.unsigned(100), Type.unsigned(127)),
            new Pair(Type.signed(128), Type.signed(128)),
            new Pair(Type.signed(129), Type.signed(33)),
            new Pair(Type.unsigned(200), Type.unsigned(300)),
            new Pair(Type.signed(511), Type.signed(192)),
            new Pair(Type.signed(1024), Type.signed(1000)));

    /** For every pair all combinations of corner values, and {@code count} random operands. */
    static List<ExactOperands> random(Random random, int count) {
        List<ExactOperands> vectors = new ArrayList<>();
        for (int pair = 0; pair < PAIRS.size(); pair++) {
            Pair types = PAIRS.get(pair);
            for (BigInteger a : types.a.corners()) {
                for (BigInteger b : types.b.corners()) {
                    vectors.add(of(pair, a, b, random));
                }
            }
            for (int i = 0; i < count; i++) {
                vectors.add(of(pair, types.a.random(random), types.b.random(random), random));
            }
        }
        return vectors.stream().filter(v -> v.b.signum() != 0).toList();
    }

    private static ExactOperands of(int pair, BigInteger a, BigInteger b, Random random) {
        int width = PAIRS.get(pair).a.width;
        int count = random.nextInt(-width - 3, width + 4);
        return new ExactOperands(pair, count, random.nextInt(width), random.nextInt(width), a, b);
    }

    String line() {
        return "%d %d %d %d %d %d".formatted(pair, count, hi, lo, a, b);
    }

    /** The line the program must answer. */
    String results() {
        Type typeA = PAIRS.get(pair).a;
        Type typeB = PAIRS.get(pair).b;
        List<Object> results = new ArrayList<>();
        results.addAll(List.of(a.add(b), a.subtract(b), a.multiply(b), a.and(b), a.or(b), a.xor(b)));
        results.addAll(List.of(a.negate(), typeA.cut(a.not())));
        results.addAll(List.of(typeA.cut(a.shiftLeft(count)), typeA.cut(a.shiftRight(count))));
        results.addAll(List.of(bit(a.equals(b)), bit(a.compareTo(b) < 0), bit(a.compareTo(b) <= 0)));
        results.addAll(List.of(a.divide(b), a.remainder(b)));
        BigInteger sum = typeA.cut(a.add(b));
        results.addAll(List.of(sum, typeA.cut(sum.multiply(b)), typeA.cut(b), typeB.cut(a)));
        results.addAll(List.of(Type.signed(37).cut(a), Type.unsigned(150).cut(a)));
        results.addAll(List.of(selected(), typeA.cut(replaced()), typeA.cut(reversed(typeA.width))));
        results.add(Type.unsigned(typeA.width)
                .cut(a)
                .shiftLeft(typeB.width)
                .or(Type.unsigned(typeB.width).cut(b)));
        BigInteger bits = Type.unsigned(typeA.width).cut(a);
        results.addAll(List.of(typeA.width - bits.bitLength(), bits.bitCount() % 2));
        results.add(a.signum() < 0 ? "-0x" + a.abs().toString(16) : digits("0x", 16, typeA.width));
        results.add(a.signum() < 0 ? "0b" + bits.toString(2) : digits("0b", 2, typeA.width));
        return " " + String.join(" ", results.stream().map(Object::toString).toList());
    }

    /** The digits of a non-negative number; a leading zero tells it from two's complement bits. */
    private String digits(String prefix, int radix, int width) {
        String digits = a.toString(radix);
        int shown = digits.length() * Integer.numberOfTrailingZeros(radix);
        boolean mayBeNegative = Character.digit(digits.charAt(0), radix) >= radix / 2;
        return prefix + (shown < width && mayBeNegative ? "0" : "") + digits;
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }

    /** Bit {@code i} of the part-select, counted from its least significant bit, is this bit of a. */
    private int source(int i) {
        return hi >= lo ? lo + i : lo - i;
    }

    private BigInteger selected() {
        BigInteger part = ZERO;
        for (int i = 0; i <= Math.abs(hi - lo); i++) {
            part = a.testBit(source(i)) ? part.setBit(i) : part;
        }
        return part;
    }

    private BigInteger replaced() {
        BigInteger whole = a;
        for (int i = 0; i <= Math.abs(hi - lo); i++) {
            whole = b.testBit(i) ? whole.setBit(source(i)) : whole.clearBit(source(i));
        }
        return whole;
    }

    private BigInteger reversed(int width) {
        BigInteger mirrored = ZERO;
        for (int i = 0; i < width; i++) {
            mirrored = a.testBit(i) ? mirrored.setBit(width - 1 - i) : mirrored;
        }
        return mirrored;
    }
}
