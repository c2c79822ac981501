package org.gatesmith.hls.emit;

/** How tightly an operator of C binds, tightest first. */
public enum Precedence {
    PRIMARY,
    UNARY,
    MULTIPLICATIVE,
    ADDITIVE,
    SHIFT,
    RELATIONAL,
    EQUALITY,
    BIT_AND,
    BIT_XOR,
    BIT_OR,
    AND,
    OR,
    CONDITIONAL;

    /** Whether the operator works bit by bit. */
    public boolean isBitwise() {
        return this == BIT_AND || this == BIT_XOR || this == BIT_OR;
    }

    /**
     * Whether an operand of this precedence stands without parentheses beside an operator of precedence {@code outer}. Asks for
     * parentheses where the language does not but a reader does: shifts, bitwise operators and conditions among others.
     */
    boolean standsIn(Precedence outer, boolean left) {
        if (compareTo(UNARY) <= 0) {
            return true;
        }
        return switch (outer) {
            case MULTIPLICATIVE, ADDITIVE -> left ? compareTo(outer) <= 0 : compareTo(outer) < 0;
            case RELATIONAL, EQUALITY -> compareTo(ADDITIVE) <= 0;
            case BIT_AND, BIT_XOR, BIT_OR -> left && this == outer;
            case AND -> this == AND || compareTo(EQUALITY) <= 0;
            case OR -> this == OR || compareTo(EQUALITY) <= 0;
            case CONDITIONAL -> compareTo(CONDITIONAL) < 0;
            case PRIMARY, UNARY, SHIFT -> false;
        };
    }
}
