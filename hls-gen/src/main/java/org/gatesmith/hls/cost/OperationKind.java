package org.gatesmith.hls.cost;

import java.util.Optional;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;

/**
 * Kinds of operations that are counted together.
 *
 * <p>The weights are those of the roofline model (S. Williams, A. Waterman, D. Patterson, "Roofline", CACM 52(4), 2009) as it is
 * commonly used: an addition and a multiplication are one operation each, a fused multiply-add is two; what compares, selects,
 * converts or moves bits is none.
 */
public enum OperationKind {
    /** Sums, differences, negations and magnitudes of integers. */
    INTEGER_ADD("integer add", 1),
    INTEGER_MULTIPLY("integer multiply", 1),
    /** Quotients and remainders of integers. */
    INTEGER_DIVIDE("integer divide", 1),
    /** Comparisons, minima and maxima of integers. */
    INTEGER_COMPARE("integer compare", 0),
    /** Bitwise operations, shifts, and counts and reversals of bits. */
    INTEGER_LOGIC("integer logic", 0),
    /** The choice of one of two values. */
    SELECT("select", 0),

    FLOAT_ADD("float add", 1),
    FLOAT_MULTIPLY("float multiply", 1),
    /** Quotients and remainders. */
    FLOAT_DIVIDE("float divide", 1),
    FLOAT_SQUARE_ROOT("float square root", 1),
    FLOAT_FMA("float fma", 2),
    /** Comparisons, minima, maxima, signs and rounding to integers. */
    FLOAT_OTHER("float other", 0),
    /** Exponentials, logarithms, powers and trigonometric functions. */
    FLOAT_FUNCTION("float function", 1),

    DOUBLE_ADD("double add", 1),
    DOUBLE_MULTIPLY("double multiply", 1),
    /** Quotients and remainders. */
    DOUBLE_DIVIDE("double divide", 1),
    DOUBLE_SQUARE_ROOT("double square root", 1),
    DOUBLE_FMA("double fma", 2),
    /** Comparisons, minima, maxima, signs and rounding to integers. */
    DOUBLE_OTHER("double other", 0),
    /** Exponentials, logarithms, powers and trigonometric functions. */
    DOUBLE_FUNCTION("double function", 1),

    /** Between integers and floating-point numbers, and between floating-point types. */
    CONVERSION("conversion", 0);

    private final String words;
    private final int weight;

    OperationKind(String words, int weight) {
        this.words = words;
        this.weight = weight;
    }

    /** Operations that the roofline model counts for one of this kind. */
    public int weight() {
        return weight;
    }

    /** The kind in words, such as {@code integer multiply}. */
    @Override
    public String toString() {
        return words;
    }

    /** The kind of an operation; empty for one that only renames bits and so costs nothing. */
    static Optional<OperationKind> of(Op.Compute op) {
        Operator operator = op.operator();
        return switch (operator.kind()) {
            case INTEGER -> integer(operator);
            case COMPARISON -> Optional.of(INTEGER_COMPARE);
            case SELECT -> Optional.of(SELECT);
            case FLOAT, FLOAT_COMPARISON, APPROXIMATE -> Optional.of(floating(op));
            case CONVERSION ->
                switch (operator) {
                    case FLOAT_TO_BITS, BITS_TO_FLOAT -> Optional.empty();
                    default -> Optional.of(CONVERSION);
                };
        };
    }

    private static Optional<OperationKind> integer(Operator operator) {
        return switch (operator) {
            case CAST -> Optional.empty();
            case ADD, SUB, NEG, ABS -> Optional.of(INTEGER_ADD);
            case MUL -> Optional.of(INTEGER_MULTIPLY);
            case DIV, REM -> Optional.of(INTEGER_DIVIDE);
            case MIN, MAX -> Optional.of(INTEGER_COMPARE);
            default -> Optional.of(INTEGER_LOGIC);
        };
    }

    private static OperationKind floating(Op.Compute op) {
        boolean single = op.operand(0).type() == FloatType.F32;
        return switch (op.operator()) {
            case FADD, FSUB -> single ? FLOAT_ADD : DOUBLE_ADD;
            case FMUL -> single ? FLOAT_MULTIPLY : DOUBLE_MULTIPLY;
            case FDIV, FREM -> single ? FLOAT_DIVIDE : DOUBLE_DIVIDE;
            case FSQRT -> single ? FLOAT_SQUARE_ROOT : DOUBLE_SQUARE_ROOT;
            case FMA -> single ? FLOAT_FMA : DOUBLE_FMA;
            default -> {
                if (op.operator().kind() == Operator.Kind.APPROXIMATE) {
                    yield single ? FLOAT_FUNCTION : DOUBLE_FUNCTION;
                }
                yield single ? FLOAT_OTHER : DOUBLE_OTHER;
            }
        };
    }
}
