package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.KnownBits;
import org.gatesmith.hls.range.Ranges;

/** The integers of a function as sums of the values that no sum explains further. */
final class AffineForms {

    /** Larger shift counts make no index. */
    private static final int MAX_SHIFT = 64;

    private final Ranges ranges;
    private final Definitions definitions;
    private final Map<Value, Affine> forms = new IdentityHashMap<>();
    private final Map<Value, Op.For> counters = new IdentityHashMap<>();

    private AffineForms(Ranges ranges, Definitions definitions) {
        this.ranges = ranges;
        this.definitions = definitions;
    }

    /** Walks the function in the order of its text, so that no form asks for one that is not there yet. */
    static AffineForms of(Function function, Ranges ranges) {
        AffineForms forms = new AffineForms(ranges, Definitions.of(function));
        forms.add(function.body());
        return forms;
    }

    /** The sum that a value is; the value itself where it is none. */
    Affine of(Value value) {
        Affine form = forms.get(value);
        return form == null ? Affine.of(value) : form;
    }

    /** What an integer may be. */
    IntRange range(Value value) {
        return definitions.integer(value).map(IntRange::constant).orElseGet(() -> ranges.of(value));
    }

    /** The number that an integer always is modulo {@code divisor}, if that is known. */
    Optional<BigInteger> residue(Value value, BigInteger divisor) {
        return knownResidue(range(value), divisor).or(() -> residueOfSum(value, divisor));
    }

    private static Optional<BigInteger> knownResidue(IntRange range, BigInteger divisor) {
        if (range.isConstant()) {
            return Optional.of(range.min().mod(divisor));
        }
        BigInteger mask = divisor.subtract(BigInteger.ONE);
        KnownBits bits = range.bits();
        boolean isKnown = divisor.bitCount() == 1
                && mask.andNot(bits.zeros().or(bits.ones())).signum() == 0;
        return isKnown && !range.isEmpty() ? Optional.of(bits.ones().and(mask)) : Optional.empty();
    }

    private Optional<BigInteger> residueOfSum(Value value, BigInteger divisor) {
        Affine form = of(value);
        if (!form.isExact() && !divides(divisor, form.bits())) {
            return Optional.empty();
        }
        BigInteger sum = form.constant();
        for (Value term : form.values()) {
            Optional<BigInteger> part = residue(term, form.coefficient(term), divisor);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(part.get());
        }
        return Optional.of(sum.mod(divisor));
    }

    /** Whether what wraps around at {@code bits} keeps its residue. */
    private static boolean divides(BigInteger divisor, int bits) {
        return divisor.bitCount() == 1 && divisor.getLowestSetBit() <= bits;
    }

    /** {@code coefficient · term} modulo {@code divisor}; a counter is its first value and a multiple of its step. */
    private Optional<BigInteger> residue(Value term, BigInteger coefficient, BigInteger divisor) {
        if (coefficient.mod(divisor).signum() == 0) {
            return Optional.of(BigInteger.ZERO);
        }
        Op.For loop = counters.get(term);
        boolean isRegular = loop != null
                && coefficient
                                .multiply(BigInteger.valueOf(loop.step()))
                                .mod(divisor)
                                .signum()
                        == 0
                && (divides(divisor, term.intType().width()) || TripCounts.neverWraps(loop, ranges.of(loop.bound())));
        return loop != null && isRegular ? residue(loop.lower(), divisor).map(coefficient::multiply) : Optional.empty();
    }

    Definitions definitions() {
        return definitions;
    }

    Ranges ranges() {
        return ranges;
    }

    private void add(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Constant constant
                when constant.literal() instanceof Literal.Int number ->
                    forms.put(constant.result(), Affine.of(number.value()));
                case Op.Assume assume ->
                    put(assume.result(), of(assume.operand()), IntRange.between(assume.min(), assume.max()));
                case Op.Compute compute when compute.result().type() instanceof IntType -> add(compute);
                case Op.For loop -> {
                    counters.put(loop.counter(), loop);
                    add(loop.body());
                }
                default -> op.regions().forEach(this::add);
            }
        }
    }

    /** @param exact where the sum lies before it is wrapped to the type of the result */
    private void put(Value result, Affine sum, IntRange exact) {
        IntType type = result.intType();
        Affine wrapped = exact.isWithin(type) ? sum : sum.modulo(type.width());
        wrapped.ifShort().ifPresent(form -> forms.put(result, cannotLeave(form, type) ? form.exactly() : form));
    }

    /** What is right modulo the number of values of a type, and cannot leave the type, is right: {@code 8·x - x}, for instance. */
    private boolean cannotLeave(Affine form, IntType type) {
        if (form.isExact() || form.bits() < type.width()) {
            return false;
        }
        BigInteger least = form.constant();
        BigInteger most = form.constant();
        for (Value term : form.values()) {
            IntRange part = scaled(range(term), form.coefficient(term));
            if (part.isEmpty()) {
                return false;
            }
            least = least.add(part.min());
            most = most.add(part.max());
        }
        return IntRange.between(least, most).isWithin(type);
    }

    private void add(Op.Compute op) {
        switch (op.operator()) {
            case CAST -> put(op.result(), of(op.operand(0)), ranges.of(op.operand(0)));
            case ADD -> put(op.result(), of(op.operand(0)).plus(of(op.operand(1))), sum(op, 1));
            case SUB -> put(op.result(), of(op.operand(0)).minus(of(op.operand(1))), sum(op, -1));
            case NEG -> scaled(op, op.operand(0), BigInteger.ONE.negate());
            case MUL ->
                number(op.operand(1))
                        .ifPresentOrElse(
                                factor -> scaled(op, op.operand(0), factor),
                                () -> number(op.operand(0)).ifPresent(factor -> scaled(op, op.operand(1), factor)));
            case SHL ->
                number(op.operand(1))
                        .filter(count -> count.signum() >= 0 && count.bitLength() < Integer.SIZE)
                        .map(BigInteger::intValue)
                        .filter(count -> count <= MAX_SHIFT)
                        .ifPresent(count -> scaled(op, op.operand(0), BigInteger.ONE.shiftLeft(count)));
            case AND ->
                number(op.operand(1))
                        .ifPresentOrElse(
                                mask -> masked(op, op.operand(0), mask.add(BigInteger.ONE)),
                                () -> number(op.operand(0))
                                        .ifPresent(mask -> masked(op, op.operand(1), mask.add(BigInteger.ONE))));
            case REM ->
                number(op.operand(1))
                        .filter(_ -> ranges.of(op.operand(0)).min().signum() >= 0)
                        .ifPresent(divisor -> masked(op, op.operand(0), divisor));
            default -> {}
        }
    }

    /** The low bits of a value, {@code limit} a power of two, are right modulo that. */
    private void masked(Op.Compute op, Value value, BigInteger limit) {
        if (limit.signum() > 0 && limit.bitCount() == 1) {
            int bits = Math.min(limit.getLowestSetBit(), op.result().intType().width());
            of(value).modulo(bits).ifShort().ifPresent(form -> forms.put(op.result(), form));
        }
    }

    private Optional<BigInteger> number(Value value) {
        return definitions.integer(value);
    }

    private IntRange sum(Op.Compute op, int sign) {
        IntRange left = ranges.of(op.operand(0));
        IntRange right = scaled(ranges.of(op.operand(1)), BigInteger.valueOf(sign));
        return left.isEmpty() || right.isEmpty()
                ? IntRange.NONE
                : IntRange.between(left.min().add(right.min()), left.max().add(right.max()));
    }

    private void scaled(Op.Compute op, Value value, BigInteger factor) {
        put(op.result(), of(value).times(factor), scaled(ranges.of(value), factor));
    }

    private static IntRange scaled(IntRange range, BigInteger factor) {
        if (range.isEmpty()) {
            return range;
        }
        BigInteger one = range.min().multiply(factor);
        BigInteger other = range.max().multiply(factor);
        return IntRange.between(one.min(other), one.max(other));
    }
}
