package org.gatesmith.hls.floating;

import static org.gatesmith.hls.floating.BinaryFormat.BINARY32;
import static org.gatesmith.hls.floating.BinaryFormat.BINARY64;

import org.gatesmith.api.NoInline;

/**
 * The operators on encodings: an {@code int} is the bits of a {@code float}, a {@code long} those of a {@code double}. What is
 * marked {@link NoInline} becomes a hardware unit of its own; the others are so small that they are built where they are used.
 */
public final class SoftFloat {

    private SoftFloat() {}

    private static long bits(int number) {
        return number & 0xffffffffL;
    }

    // ---- binary32: arithmetic

    @NoInline
    public static int f32Add(int a, int b) {
        return (int) Addition.add(BINARY32, bits(a), bits(b));
    }

    @NoInline
    public static int f32Mul(int a, int b) {
        return (int) Multiplication.multiply(BINARY32, bits(a), bits(b));
    }

    @NoInline
    public static int f32Div(int a, int b) {
        return (int) Division.divide(BINARY32, bits(a), bits(b));
    }

    @NoInline
    public static int f32Rem(int a, int b) {
        return (int) Remainder.remainder(BINARY32, bits(a), bits(b));
    }

    @NoInline
    public static int f32Fma(int a, int b, int c) {
        return (int) FusedMultiplyAdd.fma(BINARY32, bits(a), bits(b), bits(c));
    }

    @NoInline
    public static int f32Sqrt(int a) {
        return (int) SquareRoot.root(BINARY32, bits(a));
    }

    @NoInline
    public static int f32Floor(int a) {
        return (int) RoundingToIntegral.floor(BINARY32, bits(a));
    }

    @NoInline
    public static int f32Ceil(int a) {
        return (int) RoundingToIntegral.ceil(BINARY32, bits(a));
    }

    @NoInline
    public static int f32Rint(int a) {
        return (int) RoundingToIntegral.rint(BINARY32, bits(a));
    }

    // ---- binary32: order

    public static int f32Min(int a, int b) {
        return (int) Ordering.min(BINARY32, bits(a), bits(b));
    }

    public static int f32Max(int a, int b) {
        return (int) Ordering.max(BINARY32, bits(a), bits(b));
    }

    public static boolean f32Eq(int a, int b) {
        return Ordering.equal(BINARY32, bits(a), bits(b));
    }

    public static boolean f32Lt(int a, int b) {
        return Ordering.less(BINARY32, bits(a), bits(b));
    }

    public static boolean f32Le(int a, int b) {
        return Ordering.lessOrEqual(BINARY32, bits(a), bits(b));
    }

    // ---- binary32: conversions

    @NoInline
    public static int f32ToInt(int a) {
        return (int) Conversion.toInteger(BINARY32, bits(a), Integer.SIZE);
    }

    @NoInline
    public static long f32ToLong(int a) {
        return Conversion.toInteger(BINARY32, bits(a), Long.SIZE);
    }

    @NoInline
    public static int f32FromInt(int number) {
        return (int) Conversion.fromInteger(BINARY32, number >>> 31, bits(Math.abs(number)), Integer.SIZE);
    }

    @NoInline
    public static int f32FromLong(long number) {
        return (int) Conversion.fromInteger(BINARY32, (int) (number >>> 63), Math.abs(number), Long.SIZE);
    }

    @NoInline
    public static int f32FromUnsigned(long number) {
        return (int) Conversion.fromInteger(BINARY32, 0, number, Long.SIZE);
    }

    @NoInline
    public static long f32ToF64(int a) {
        return Conversion.widen(BINARY32, BINARY64, bits(a));
    }

    // ---- binary64: arithmetic

    @NoInline
    public static long f64Add(long a, long b) {
        return Addition.add(BINARY64, a, b);
    }

    @NoInline
    public static long f64Mul(long a, long b) {
        return Multiplication.multiply(BINARY64, a, b);
    }

    @NoInline
    public static long f64Div(long a, long b) {
        return Division.divide(BINARY64, a, b);
    }

    @NoInline
    public static long f64Rem(long a, long b) {
        return Remainder.remainder(BINARY64, a, b);
    }

    @NoInline
    public static long f64Fma(long a, long b, long c) {
        return FusedMultiplyAdd.fma(BINARY64, a, b, c);
    }

    @NoInline
    public static long f64Sqrt(long a) {
        return SquareRoot.root(BINARY64, a);
    }

    @NoInline
    public static long f64Floor(long a) {
        return RoundingToIntegral.floor(BINARY64, a);
    }

    @NoInline
    public static long f64Ceil(long a) {
        return RoundingToIntegral.ceil(BINARY64, a);
    }

    @NoInline
    public static long f64Rint(long a) {
        return RoundingToIntegral.rint(BINARY64, a);
    }

    // ---- binary64: order

    public static long f64Min(long a, long b) {
        return Ordering.min(BINARY64, a, b);
    }

    public static long f64Max(long a, long b) {
        return Ordering.max(BINARY64, a, b);
    }

    public static boolean f64Eq(long a, long b) {
        return Ordering.equal(BINARY64, a, b);
    }

    public static boolean f64Lt(long a, long b) {
        return Ordering.less(BINARY64, a, b);
    }

    public static boolean f64Le(long a, long b) {
        return Ordering.lessOrEqual(BINARY64, a, b);
    }

    // ---- binary64: conversions

    @NoInline
    public static int f64ToInt(long a) {
        return (int) Conversion.toInteger(BINARY64, a, Integer.SIZE);
    }

    @NoInline
    public static long f64ToLong(long a) {
        return Conversion.toInteger(BINARY64, a, Long.SIZE);
    }

    @NoInline
    public static long f64FromInt(int number) {
        return Conversion.fromInteger(BINARY64, number >>> 31, bits(Math.abs(number)), Integer.SIZE);
    }

    @NoInline
    public static long f64FromLong(long number) {
        return Conversion.fromInteger(BINARY64, (int) (number >>> 63), Math.abs(number), Long.SIZE);
    }

    @NoInline
    public static long f64FromUnsigned(long number) {
        return Conversion.fromInteger(BINARY64, 0, number, Long.SIZE);
    }

    @NoInline
    public static int f64ToF32(long a) {
        return (int) Conversion.narrow(BINARY64, BINARY32, a);
    }
}
