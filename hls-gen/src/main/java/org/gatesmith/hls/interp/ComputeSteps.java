package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.FloatOperators;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** Compiles operators: on words wherever that is exact, else on integers of any size. */
final class ComputeSteps {

    private static final Contract SHIFT_COUNTS =
            new Contract(BigInteger.ZERO, BigInteger.valueOf(Operator.SHIFT_LIMIT - 1));

    private final Operator operator;
    private final Register result;
    private final List<Register> operands;
    private final Span span;

    private ComputeSteps(Operator operator, Register result, List<Register> operands, Span span) {
        this.operator = operator;
        this.result = result;
        this.operands = operands;
        this.span = span;
    }

    static Step of(Operator operator, Register result, List<Register> operands, Span span) {
        return new ComputeSteps(operator, result, operands, span).compile();
    }

    private Step compile() {
        Step compute =
                Stream.concat(Stream.of(result), operands.stream()).anyMatch(Register::isWide) ? exact() : onWords();
        return switch (operator) {
            case DIV, REM -> afterDivisorCheck(compute);
            case SHL, SHR -> afterCountCheck(compute);
            default -> compute;
        };
    }

    private Step afterDivisorCheck(Step compute) {
        Register divisor = operands.get(1);
        Predicate<Frame> isZero = divisor.isWide()
                ? frame -> divisor.integer(frame).signum() == 0
                : frame -> frame.words[divisor.index()] == 0;
        return frame -> {
            if (isZero.test(frame)) {
                throw new Abort(new Fault.DivisionByZero(), span);
            }
            compute.run(frame);
        };
    }

    private Step afterCountCheck(Step compute) {
        Register count = operands.get(1);
        Predicate<Frame> inRange = count.isWide()
                ? frame -> SHIFT_COUNTS.permits(count.integer(frame))
                : frame -> Long.compareUnsigned(frame.words[count.index()], Operator.SHIFT_LIMIT) < 0;
        return frame -> {
            if (!inRange.test(frame)) {
                throw new Abort(new Fault.ShiftCount(count.integer(frame)), span);
            }
            compute.run(frame);
        };
    }

    private Step exact() {
        ScalarType type = (ScalarType) result.type();
        return frame -> {
            List<Literal> literals =
                    operands.stream().map(operand -> operand.read(frame)).toList();
            result.write(frame, ConstantFolder.fold(operator, literals, type).orElseThrow());
        };
    }

    private Step onWords() {
        return switch (operator.kind()) {
            case INTEGER, COMPARISON -> integer();
            case SELECT -> select();
            case FLOAT, APPROXIMATE -> result.type() == FloatType.F32 ? onFloats() : onDoubles();
            case FLOAT_COMPARISON -> floatComparison();
            case CONVERSION -> conversion();
        };
    }

    private int operand(int number) {
        return operands.get(Math.min(number, operands.size() - 1)).index();
    }

    private IntType integerType(int number) {
        return (IntType) operands.get(Math.min(number, operands.size() - 1)).type();
    }

    private Step integer() {
        return WordOperators.supports(operator, integerType(0), integerType(1))
                ? wrapped(WordOperators.of(operator, integerType(0), integerType(1)))
                : exact();
    }

    private Step wrapped(LongBinaryOperator function) {
        Wrap wrap = Wrap.to((IntType) result.type());
        int target = result.index();
        int a = operand(0);
        int b = operand(1);
        return frame -> {
            long[] words = frame.words;
            words[target] = wrap.apply(function.applyAsLong(words[a], words[b]));
        };
    }

    private Step select() {
        int target = result.index();
        int condition = operand(0);
        int a = operand(1);
        int b = operand(2);
        if (result.type() instanceof IntType integer) {
            Wrap wrap = Wrap.to(integer);
            return frame -> {
                long[] words = frame.words;
                words[target] = wrap.apply(words[condition] != 0 ? words[a] : words[b]);
            };
        }
        return frame -> {
            long[] words = frame.words;
            words[target] = words[condition] != 0 ? words[a] : words[b];
        };
    }

    private Step onFloats() {
        FloatOperators.OnFloats function = FloatOperators.onFloats(operator);
        int target = result.index();
        int a = operand(0);
        int b = operand(1);
        int c = operand(2);
        return frame -> {
            long[] words = frame.words;
            words[target] =
                    Float.floatToRawIntBits(function.apply(asFloat(words[a]), asFloat(words[b]), asFloat(words[c])));
        };
    }

    private Step onDoubles() {
        FloatOperators.OnDoubles function = FloatOperators.onDoubles(operator);
        int target = result.index();
        int a = operand(0);
        int b = operand(1);
        int c = operand(2);
        return frame -> {
            long[] words = frame.words;
            words[target] = Double.doubleToRawLongBits(function.apply(
                    Double.longBitsToDouble(words[a]),
                    Double.longBitsToDouble(words[b]),
                    Double.longBitsToDouble(words[c])));
        };
    }

    private Step floatComparison() {
        FloatOperators.Comparison comparison = FloatOperators.comparison(operator);
        boolean single = operands.getFirst().type() == FloatType.F32;
        int target = result.index();
        int a = operand(0);
        int b = operand(1);
        return frame -> {
            long[] words = frame.words;
            words[target] = comparison.holds(asDouble(single, words[a]), asDouble(single, words[b])) ? 1 : 0;
        };
    }

    private Step conversion() {
        boolean fromSingle = operands.getFirst().type() == FloatType.F32;
        boolean toSingle = result.type() == FloatType.F32;
        return switch (operator) {
            case INT_TO_FLOAT -> {
                if (!WordOperators.fitsLong(integerType(0))) {
                    yield exact();
                }
                yield converted(toSingle ? (x, y) -> singleBits(x) : (x, y) -> Double.doubleToRawLongBits((double) x));
            }
            case FLOAT_CONVERT ->
                converted(toSingle ? (x, y) -> narrowed(fromSingle, x) : (x, y) -> widened(fromSingle, x));
            case BITS_TO_FLOAT -> converted(toSingle ? (x, y) -> (int) x : (x, y) -> x);
            case FLOAT_TO_INT32 -> wrapped((x, y) -> (int) asDouble(fromSingle, x));
            case FLOAT_TO_INT64 -> wrapped((x, y) -> (long) asDouble(fromSingle, x));
            case FLOAT_TO_BITS -> wrapped((x, y) -> x);
            default -> throw new IllegalArgumentException(operator + " is no conversion");
        };
    }

    private Step converted(LongBinaryOperator function) {
        int target = result.index();
        int a = operand(0);
        return frame -> frame.words[target] = function.applyAsLong(frame.words[a], 0);
    }

    private static long singleBits(long integer) {
        return Float.floatToRawIntBits((float) integer);
    }

    private static long narrowed(boolean fromSingle, long word) {
        return fromSingle ? word : Float.floatToRawIntBits((float) Double.longBitsToDouble(word));
    }

    private static long widened(boolean fromSingle, long word) {
        return fromSingle ? Double.doubleToRawLongBits(asFloat(word)) : word;
    }

    private static float asFloat(long word) {
        return Float.intBitsToFloat((int) word);
    }

    private static double asDouble(boolean single, long word) {
        return single ? asFloat(word) : Double.longBitsToDouble(word);
    }
}
