package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/** Replaces the operators of one function. */
final class Reduction extends IrTransform {

    /** A reciprocal multiplies to about three times the dividend's width; wider ones are left to a divider. */
    private static final int MAX_DIVIDEND = 64;

    /** Terms of a sum that takes the place of a multiplier. */
    private static final int MOST_TERMS = 4;

    /** Bits of such a sum; with more of them a DSP block is the better choice. */
    private static final int WIDEST_SUM = 20;

    private final Definitions definitions;
    private final KnownRanges ranges;
    private Span span = Span.NONE;

    Reduction(Function function, KnownRanges ranges) {
        this.definitions = Definitions.of(function);
        this.ranges = ranges;
    }

    @Override
    protected void visit(Op.Compute op) {
        span = op.span();
        boolean replaced = switch (op.operator()) {
            case MUL -> multiply(op);
            case DIV -> divide(op);
            case REM -> remainder(op);
            default -> false;
        };
        if (!replaced) {
            super.visit(op);
        }
    }

    // ---- products

    private boolean multiply(Op.Compute op) {
        Optional<BigInteger> right = definitions.integer(op.operand(1));
        Optional<BigInteger> left = definitions.integer(op.operand(0));
        if (right.isPresent() == left.isPresent()) {
            return false;
        }
        Value factor = mapped(op.operand(right.isPresent() ? 0 : 1));
        return times(op, factor, right.or(() -> left).orElseThrow());
    }

    /** {@code 2^a}, {@code 2^a + 2^b} and {@code 2^a - 2^b}, and their opposites. */
    private boolean times(Op.Compute op, Value factor, BigInteger constant) {
        BigInteger magnitude = constant.abs();
        int low = magnitude.getLowestSetBit();
        if (low < 0) {
            return false;
        }
        if (magnitude.bitCount() == 1) {
            if (constant.signum() > 0) {
                define(op, Operator.SHL, factor, number(low));
            } else {
                define(op, Operator.NEG, shifted(factor, low, op));
            }
            return true;
        }
        BigInteger above = magnitude.add(BigInteger.ONE.shiftLeft(low));
        // Three is both; the opposite of a difference is as cheap as the difference itself.
        boolean isDifference = above.bitCount() == 1 && (magnitude.bitCount() > 2 || constant.signum() < 0);
        boolean isSum = magnitude.bitCount() == 2 && !isDifference;
        if (!isSum && !isDifference) {
            return timesFewBits(op, factor, constant);
        }
        Value large = shifted(factor, (isSum ? magnitude.bitLength() - 1 : above.bitLength() - 1), op);
        Value small = shifted(factor, low, op);
        if (constant.signum() > 0) {
            define(op, isSum ? Operator.ADD : Operator.SUB, large, small);
        } else if (isDifference) {
            define(op, Operator.SUB, small, large);
        } else {
            Value sum = Value.of(op.result().type());
            emit(new Op.Compute(sum, Operator.ADD, List.of(large, small), span));
            define(op, Operator.NEG, sum);
        }
        return true;
    }

    /**
     * Sums of three or four shifted factors, for products that are narrow: an index should not take a DSP block. None of the
     * sums is larger than the product, so that analyses of indices see through them.
     */
    private boolean timesFewBits(Op.Compute op, Value factor, BigInteger constant) {
        if (constant.signum() < 0
                || constant.bitCount() > MOST_TERMS
                || op.result().intType().width() > WIDEST_SUM) {
            return false;
        }
        Value sum = shifted(factor, constant.bitLength() - 1, op);
        for (int bit = constant.bitLength() - 2; bit > constant.getLowestSetBit(); bit--) {
            if (constant.testBit(bit)) {
                sum = computed(op.result().intType(), Operator.ADD, sum, shifted(factor, bit, op));
            }
        }
        define(op, Operator.ADD, sum, shifted(factor, constant.getLowestSetBit(), op));
        return true;
    }

    /** All bits of a shifted value, or as many as the result has. */
    private Value shifted(Value value, int count, Op.Compute op) {
        if (count == 0) {
            return value;
        }
        IntType from = value.intType();
        IntType exact = IntType.holding(from.min().shiftLeft(count), from.max().shiftLeft(count));
        IntType type = exact.width() < op.result().intType().width()
                ? exact
                : op.result().intType();
        return computed(type, Operator.SHL, value, number(count));
    }

    // ---- quotients

    /** A promise says enough, and so does a type that says that a value is not negative. */
    private IntRange range(Value value) {
        return switch (definitions.of(value).orElse(null)) {
            case Op.Constant constant
            when constant.literal() instanceof Literal.Int number -> IntRange.constant(number.value());
            case Op.Assume promise -> IntRange.between(promise.min(), promise.max());
            case null, default -> value.intType().signed() ? ranges.get().of(value) : IntRange.of(value.intType());
        };
    }

    private Optional<BigInteger> divisor(Op.Compute op) {
        return definitions
                .integer(op.operand(1))
                .filter(number -> number.signum() > 0 && !number.equals(BigInteger.ONE))
                .filter(_ -> isShort(range(op.operand(0))));
    }

    private static boolean isShort(IntRange dividend) {
        return !dividend.isEmpty() && dividend.narrowestType().width() <= MAX_DIVIDEND;
    }

    private boolean divide(Op.Compute op) {
        Optional<BigInteger> divisor = divisor(op);
        divisor.ifPresent(number -> quotient(op.result(), mapped(op.operand(0)), range(op.operand(0)), number));
        return divisor.isPresent();
    }

    /** {@code dividend - quotient · divisor}; of a power of two and a dividend that is not negative the low bits. */
    private boolean remainder(Op.Compute op) {
        Optional<BigInteger> divisor = divisor(op);
        if (divisor.isEmpty()) {
            return false;
        }
        Value dividend = mapped(op.operand(0));
        IntRange range = range(op.operand(0));
        if (divisor.get().bitCount() == 1 && range.isNonNegative()) {
            define(op, Operator.AND, dividend, number(divisor.get().subtract(BigInteger.ONE)));
            return true;
        }
        Value quotient = Value.of(typeOfQuotient(range, divisor.get()));
        quotient(quotient, dividend, range, divisor.get());
        IntType wide =
                IntType.holding(range.min().min(BigInteger.ZERO), range.max().max(BigInteger.ZERO));
        Value multiple = Value.of(wide);
        Op.Compute product = new Op.Compute(multiple, Operator.MUL, List.of(quotient, number(divisor.get())), span);
        if (!times(product, quotient, divisor.get())) {
            emit(product);
        }
        define(op, Operator.SUB, dividend, multiple);
        return true;
    }

    private static IntType typeOfQuotient(IntRange range, BigInteger divisor) {
        BigInteger low = range.min().divide(divisor);
        BigInteger high = range.max().divide(divisor);
        return IntType.holding(low.min(BigInteger.ZERO), high.max(BigInteger.ZERO));
    }

    private void quotient(Value result, Value dividend, IntRange range, BigInteger divisor) {
        if (divisor.bitCount() == 1) {
            Value even = range.isNonNegative() ? dividend : rounded(dividend, range, divisor);
            emit(new Op.Compute(result, Operator.SHR, List.of(even, number(divisor.getLowestSetBit())), span));
            return;
        }
        int bits = range.min().abs().max(range.max().abs()).bitLength();
        int shift = bits + divisor.bitLength();
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(shift).divide(divisor).add(BigInteger.ONE);
        IntType wide = IntType.holding(
                range.min().min(BigInteger.ZERO).multiply(reciprocal),
                range.max().max(BigInteger.ZERO).multiply(reciprocal));
        Value product = computed(wide, Operator.MUL, dividend, number(reciprocal));
        if (range.isNonNegative()) {
            emit(new Op.Compute(result, Operator.SHR, List.of(product, number(shift)), span));
            return;
        }
        // The shift rounds down; a negative quotient is one more.
        Value floor =
                computed(new IntType(Math.max(2, wide.width() - shift), true), Operator.SHR, product, number(shift));
        Value negative = computed(IntType.BOOL, Operator.LT, dividend, number(0));
        emit(new Op.Compute(result, Operator.ADD, List.of(floor, negative), span));
    }

    /** A negative dividend raised so that rounding down is rounding towards zero. */
    private Value rounded(Value dividend, IntRange range, BigInteger divisor) {
        BigInteger most = divisor.subtract(BigInteger.ONE);
        Value negative = computed(IntType.BOOL, Operator.LT, dividend, number(0));
        Value bias =
                computed(IntType.holding(BigInteger.ZERO, most), Operator.SELECT, negative, number(most), number(0));
        BigInteger high = range.max().max(BigInteger.ZERO).max(most);
        return computed(IntType.holding(range.min().min(BigInteger.ZERO), high), Operator.ADD, dividend, bias);
    }

    // ---- operations

    private void define(Op.Compute op, Operator operator, Value... operands) {
        emit(new Op.Compute(op.result(), operator, List.of(operands), span));
    }

    private Value computed(IntType type, Operator operator, Value... operands) {
        Value result = Value.of(type);
        emit(new Op.Compute(result, operator, List.of(operands), span));
        return result;
    }

    private Value number(long number) {
        return number(BigInteger.valueOf(number));
    }

    private Value number(BigInteger number) {
        Value result = Value.of(IntType.I32.contains(number) ? IntType.I32 : IntType.holding(number, number));
        emit(new Op.Constant(result, new Literal.Int(number), span));
        return result;
    }
}
