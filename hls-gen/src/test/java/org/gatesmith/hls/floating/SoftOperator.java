package org.gatesmith.hls.floating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrText;

/**
 * An operator in integer code beside Java's own.
 *
 * @param name of the method of {@link SoftFloat}
 * @param soft the integer code
 * @param java what defines the result
 */
public record SoftOperator(String name, Operands operands, int arity, Code soft, Code java) {

    /** Bits of up to three operands to those of the result, of 32 bits sign-extended; a truth is 0 or 1. */
    @FunctionalInterface
    public interface Code {
        long apply(long a, long b, long c);
    }

    private static final Operands F32 = Encodings.of(BinaryFormat.BINARY32);
    private static final Operands F64 = Encodings.of(BinaryFormat.BINARY64);
    private static final Operands I32 = new Integers(Integer.SIZE);
    private static final Operands I64 = new Integers(Long.SIZE);

    /** All of them. */
    public static List<SoftOperator> all() {
        List<SoftOperator> all = new ArrayList<>();
        addBinary32(all);
        addBinary64(all);
        return all;
    }

    private static void addBinary32(List<SoftOperator> all) {
        all.add(new SoftOperator(
                "f32Add", F32, 2, (a, b, _) -> SoftFloat.f32Add((int) a, (int) b), (a, b, _) -> bits(f32(a) + f32(b))));
        all.add(new SoftOperator(
                "f32Mul", F32, 2, (a, b, _) -> SoftFloat.f32Mul((int) a, (int) b), (a, b, _) -> bits(f32(a) * f32(b))));
        all.add(new SoftOperator(
                "f32Div", F32, 2, (a, b, _) -> SoftFloat.f32Div((int) a, (int) b), (a, b, _) -> bits(f32(a) / f32(b))));
        all.add(new SoftOperator(
                "f32Rem", F32, 2, (a, b, _) -> SoftFloat.f32Rem((int) a, (int) b), (a, b, _) -> bits(f32(a) % f32(b))));
        all.add(new SoftOperator(
                "f32Fma",
                F32,
                3,
                (a, b, c) -> SoftFloat.f32Fma((int) a, (int) b, (int) c),
                (a, b, c) -> bits(Math.fma(f32(a), f32(b), f32(c)))));
        all.add(new SoftOperator(
                "f32Sqrt",
                F32,
                1,
                (a, _, _) -> SoftFloat.f32Sqrt((int) a),
                (a, _, _) -> bits((float) Math.sqrt(f32(a)))));
        all.add(new SoftOperator(
                "f32Floor",
                F32,
                1,
                (a, _, _) -> SoftFloat.f32Floor((int) a),
                (a, _, _) -> bits((float) Math.floor(f32(a)))));
        all.add(new SoftOperator(
                "f32Ceil",
                F32,
                1,
                (a, _, _) -> SoftFloat.f32Ceil((int) a),
                (a, _, _) -> bits((float) Math.ceil(f32(a)))));
        all.add(new SoftOperator(
                "f32Rint",
                F32,
                1,
                (a, _, _) -> SoftFloat.f32Rint((int) a),
                (a, _, _) -> bits((float) Math.rint(f32(a)))));
        all.add(new SoftOperator(
                "f32Min",
                F32,
                2,
                (a, b, _) -> SoftFloat.f32Min((int) a, (int) b),
                (a, b, _) -> bits(Math.min(f32(a), f32(b)))));
        all.add(new SoftOperator(
                "f32Max",
                F32,
                2,
                (a, b, _) -> SoftFloat.f32Max((int) a, (int) b),
                (a, b, _) -> bits(Math.max(f32(a), f32(b)))));
        all.add(new SoftOperator(
                "f32Eq",
                F32,
                2,
                (a, b, _) -> truth(SoftFloat.f32Eq((int) a, (int) b)),
                (a, b, _) -> truth(f32(a) == f32(b))));
        all.add(new SoftOperator(
                "f32Lt",
                F32,
                2,
                (a, b, _) -> truth(SoftFloat.f32Lt((int) a, (int) b)),
                (a, b, _) -> truth(f32(a) < f32(b))));
        all.add(new SoftOperator(
                "f32Le",
                F32,
                2,
                (a, b, _) -> truth(SoftFloat.f32Le((int) a, (int) b)),
                (a, b, _) -> truth(f32(a) <= f32(b))));
        all.add(new SoftOperator(
                "f32ToInt", F32, 1, (a, _, _) -> SoftFloat.f32ToInt((int) a), (a, _, _) -> (int) f32(a)));
        all.add(new SoftOperator(
                "f32ToLong", F32, 1, (a, _, _) -> SoftFloat.f32ToLong((int) a), (a, _, _) -> (long) f32(a)));
        all.add(new SoftOperator(
                "f32FromInt", I32, 1, (a, _, _) -> SoftFloat.f32FromInt((int) a), (a, _, _) -> bits((float) (int) a)));
        all.add(new SoftOperator(
                "f32FromLong", I64, 1, (a, _, _) -> SoftFloat.f32FromLong(a), (a, _, _) -> bits((float) a)));
        all.add(new SoftOperator(
                "f32FromUnsigned",
                I64,
                1,
                (a, _, _) -> SoftFloat.f32FromUnsigned(a),
                (a, _, _) -> bits(new BigDecimal(Long.toUnsignedString(a)).floatValue())));
        all.add(new SoftOperator(
                "f32ToF64", F32, 1, (a, _, _) -> SoftFloat.f32ToF64((int) a), (a, _, _) -> bits((double) f32(a))));
    }

    private static void addBinary64(List<SoftOperator> all) {
        all.add(new SoftOperator(
                "f64Add", F64, 2, (a, b, _) -> SoftFloat.f64Add(a, b), (a, b, _) -> bits(f64(a) + f64(b))));
        all.add(new SoftOperator(
                "f64Mul", F64, 2, (a, b, _) -> SoftFloat.f64Mul(a, b), (a, b, _) -> bits(f64(a) * f64(b))));
        all.add(new SoftOperator(
                "f64Div", F64, 2, (a, b, _) -> SoftFloat.f64Div(a, b), (a, b, _) -> bits(f64(a) / f64(b))));
        all.add(new SoftOperator(
                "f64Rem", F64, 2, (a, b, _) -> SoftFloat.f64Rem(a, b), (a, b, _) -> bits(f64(a) % f64(b))));
        all.add(new SoftOperator(
                "f64Fma",
                F64,
                3,
                (a, b, c) -> SoftFloat.f64Fma(a, b, c),
                (a, b, c) -> bits(Math.fma(f64(a), f64(b), f64(c)))));
        all.add(new SoftOperator(
                "f64Sqrt", F64, 1, (a, _, _) -> SoftFloat.f64Sqrt(a), (a, _, _) -> bits(Math.sqrt(f64(a)))));
        all.add(new SoftOperator(
                "f64Floor", F64, 1, (a, _, _) -> SoftFloat.f64Floor(a), (a, _, _) -> bits(Math.floor(f64(a)))));
        all.add(new SoftOperator(
                "f64Ceil", F64, 1, (a, _, _) -> SoftFloat.f64Ceil(a), (a, _, _) -> bits(Math.ceil(f64(a)))));
        all.add(new SoftOperator(
                "f64Rint", F64, 1, (a, _, _) -> SoftFloat.f64Rint(a), (a, _, _) -> bits(Math.rint(f64(a)))));
        all.add(new SoftOperator(
                "f64Min", F64, 2, (a, b, _) -> SoftFloat.f64Min(a, b), (a, b, _) -> bits(Math.min(f64(a), f64(b)))));
        all.add(new SoftOperator(
                "f64Max", F64, 2, (a, b, _) -> SoftFloat.f64Max(a, b), (a, b, _) -> bits(Math.max(f64(a), f64(b)))));
        all.add(new SoftOperator(
                "f64Eq", F64, 2, (a, b, _) -> truth(SoftFloat.f64Eq(a, b)), (a, b, _) -> truth(f64(a) == f64(b))));
        all.add(new SoftOperator(
                "f64Lt", F64, 2, (a, b, _) -> truth(SoftFloat.f64Lt(a, b)), (a, b, _) -> truth(f64(a) < f64(b))));
        all.add(new SoftOperator(
                "f64Le", F64, 2, (a, b, _) -> truth(SoftFloat.f64Le(a, b)), (a, b, _) -> truth(f64(a) <= f64(b))));
        all.add(new SoftOperator("f64ToInt", F64, 1, (a, _, _) -> SoftFloat.f64ToInt(a), (a, _, _) -> (int) f64(a)));
        all.add(new SoftOperator("f64ToLong", F64, 1, (a, _, _) -> SoftFloat.f64ToLong(a), (a, _, _) -> (long) f64(a)));
        all.add(new SoftOperator(
                "f64FromInt", I32, 1, (a, _, _) -> SoftFloat.f64FromInt((int) a), (a, _, _) -> bits((double) (int) a)));
        all.add(new SoftOperator(
                "f64FromLong", I64, 1, (a, _, _) -> SoftFloat.f64FromLong(a), (a, _, _) -> bits((double) a)));
        all.add(new SoftOperator(
                "f64FromUnsigned",
                I64,
                1,
                (a, _, _) -> SoftFloat.f64FromUnsigned(a),
                (a, _, _) -> bits(new BigDecimal(Long.toUnsignedString(a)).doubleValue())));
        all.add(new SoftOperator(
                "f64ToF32", F64, 1, (a, _, _) -> SoftFloat.f64ToF32(a), (a, _, _) -> bits((float) f64(a))));
    }

    /** The integer code, compiled. */
    public Function compiled() {
        try {
            return IrText.parse(Files.readString(SoftFloatLibraryTest.LIBRARY)).function(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float f32(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    private static double f64(long bits) {
        return Double.longBitsToDouble(bits);
    }

    /** With the canonical NaN. */
    private static long bits(float number) {
        return Float.floatToIntBits(number);
    }

    private static long bits(double number) {
        return Double.doubleToLongBits(number);
    }

    private static long truth(boolean holds) {
        return holds ? 1 : 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
