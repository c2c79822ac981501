package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.List;

/** A Verilog expression with an explicit width; every operand has the width that its place needs. Built by {@link Terms}. */
sealed interface Term {

    int width();

    /** A constant, not negative. */
    record Bits(int width, BigInteger value) implements Term {}

    /** Neighbouring bits of a signal. */
    record Part(Signal signal, int low, int width) implements Term {}

    /** The bits of a constant, part or join, with copies of its highest bit or zeros in front. */
    record Extend(Term term, int width, boolean signed) implements Term {}

    /** An operator on whose low bits only low bits of the operands have an influence: {@code + - & | ^}. */
    record Infix(String operator, Term left, Term right, int width) implements Term {}

    /**
     * Low bits of a product of two signed numbers, neither of which is wider. It stands alone on the right of an assignment, or has
     * operands of its own width.
     */
    record Product(Term left, Term right, int width) implements Term {}

    /** {@code ~} or {@code -}. */
    record Prefix(String operator, Term term, int width) implements Term {}

    /** A comparison of two terms of one width. */
    record Compare(String operator, Term left, Term right, boolean signed) implements Term {
        @Override
        public int width() {
            return 1;
        }
    }

    /** The second where the first, of one bit, is true, else the third. */
    record Choice(Term condition, Term yes, Term no, int width) implements Term {}

    /** {@code <<}, {@code >>}, {@code >>>}. */
    record Shift(String operator, Term term, Term count, int width) implements Term {}

    /** {@code /} or {@code %} on operands of the result's width. */
    record Division(String operator, Term left, Term right, boolean signed, int width) implements Term {}

    /** Bits side by side, the highest first. */
    record Join(List<Term> parts, int width) implements Term {}

    /** All bits joined by {@code &}, {@code |} or {@code ^}. */
    record Reduce(String operator, Term term) implements Term {
        @Override
        public int width() {
            return 1;
        }
    }

    /** Low bits of a word of a register array. */
    record Element(RegisterArray array, Term index, int width) implements Term {}
}
