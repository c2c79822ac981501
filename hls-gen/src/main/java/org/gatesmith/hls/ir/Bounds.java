package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.Optional;

/** The smallest and the largest number that a value can be. */
public record Bounds(BigInteger min, BigInteger max) {

    public static Bounds of(IntType type) {
        return new Bounds(type.min(), type.max());
    }

    /** Of a number that is known. */
    public static Bounds of(BigInteger number) {
        return new Bounds(number, number);
    }

    /** Whether a comparison holds for all numbers within the bounds, or for none; empty if that depends on them. */
    public static Optional<Boolean> decide(Operator relation, Bounds left, Bounds right) {
        return switch (relation) {
            case LT -> below(left, right);
            case GE -> below(left, right).map(holds -> !holds);
            case GT -> below(right, left);
            case LE -> below(right, left).map(holds -> !holds);
            case EQ -> equal(left, right);
            case NE -> equal(left, right).map(holds -> !holds);
            default -> throw new IllegalArgumentException(relation + " is no comparison of integers");
        };
    }

    private static Optional<Boolean> below(Bounds left, Bounds right) {
        if (left.max.compareTo(right.min) < 0) {
            return Optional.of(true);
        }
        return left.min.compareTo(right.max) >= 0 ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> equal(Bounds left, Bounds right) {
        if (left.max.compareTo(right.min) < 0 || right.max.compareTo(left.min) < 0) {
            return Optional.of(false);
        }
        boolean same = left.min.equals(left.max) && left.equals(right);
        return same ? Optional.of(true) : Optional.empty();
    }
}
