package org.gatesmith.library.posit;

import java.math.BigInteger;

/**
 * An exact rational number whose denominator is a power of two: {@code significand · 2^exponent}. Reference arithmetic for number
 * formats, not kernel code.
 */
public record BinaryRational(BigInteger significand, int exponent) implements Comparable<BinaryRational> {
    public static final BinaryRational ZERO = new BinaryRational(BigInteger.ZERO, 0);

    /** The value {@code significand · 2^exponent}. */
    public static BinaryRational of(long significand, int exponent) {
        return new BinaryRational(BigInteger.valueOf(significand), exponent);
    }

    /** The exact value of a finite double. */
    public static BinaryRational of(double value) {
        int scale = Math.getExponent(value) - 52;
        return scale < Double.MIN_EXPONENT - 52
                ? of((long) Math.scalb(value, 1074), -1074)
                : of((long) Math.scalb(value, -scale), scale);
    }

    public int signum() {
        return significand.signum();
    }

    public BinaryRational negate() {
        return new BinaryRational(significand.negate(), exponent);
    }

    public BinaryRational abs() {
        return new BinaryRational(significand.abs(), exponent);
    }

    public BinaryRational multiply(BinaryRational other) {
        return new BinaryRational(significand.multiply(other.significand), exponent + other.exponent);
    }

    public BinaryRational add(BinaryRational other) {
        int common = Math.min(exponent, other.exponent);
        return new BinaryRational(atExponent(common).add(other.atExponent(common)), common);
    }

    /** Floor of the binary logarithm of the magnitude. The value must not be 0. */
    public int floorLog2() {
        return significand.abs().bitLength() - 1 + exponent;
    }

    /** The magnitude rounded towards zero to a multiple of {@code 2^unit}, with the sign kept. */
    public BinaryRational truncated(int unit) {
        BigInteger multiples = exponent >= unit
                ? significand.abs().shiftLeft(exponent - unit)
                : significand.abs().shiftRight(unit - exponent);
        return new BinaryRational(signum() < 0 ? multiples.negate() : multiples, unit);
    }

    /** Whether the value is {@code ±2^k} for some k. */
    public boolean isPowerOfTwo() {
        return significand.abs().bitCount() == 1;
    }

    @Override
    public int compareTo(BinaryRational other) {
        int common = Math.min(exponent, other.exponent);
        return atExponent(common).compareTo(other.atExponent(common));
    }

    private BigInteger atExponent(int lower) {
        return significand.shiftLeft(exponent - lower);
    }
}
