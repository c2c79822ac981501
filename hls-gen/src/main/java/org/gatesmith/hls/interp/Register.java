package org.gatesmith.hls.interp;

import java.math.BigInteger;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;

/**
 * The place of a value in a {@link Frame}.
 *
 * @param index within its bank
 */
record Register(Type type, int index) {

    enum Bank {
        WORD,
        WIDE,
        MEMORY
    }

    static Bank bank(Type type) {
        if (type instanceof ScalarType scalar) {
            return isWide(scalar) ? Bank.WIDE : Bank.WORD;
        }
        return Bank.MEMORY;
    }

    /** Whether values of the type need more than a word. */
    static boolean isWide(Type type) {
        return type instanceof IntType integer && integer.width() > Long.SIZE;
    }

    boolean isWide() {
        return isWide(type);
    }

    /** The integer in this register. */
    BigInteger integer(Frame frame) {
        return isWide() ? frame.wides[index] : integer((IntType) type, frame.words[index]);
    }

    static BigInteger integer(IntType type, long word) {
        BigInteger value = BigInteger.valueOf(word);
        return type.contains(value) ? value : type.wrap(value);
    }

    /** The number in this register. */
    Literal read(Frame frame) {
        return switch (type) {
            case FloatType.F32 -> new Literal.F32((int) frame.words[index]);
            case FloatType.F64 -> new Literal.F64(frame.words[index]);
            default -> new Literal.Int(integer(frame));
        };
    }

    /** Puts a number of this register's type into it. */
    void write(Frame frame, Literal literal) {
        if (isWide()) {
            frame.wides[index] = ((Literal.Int) literal).value();
        } else {
            frame.words[index] = word(literal);
        }
    }

    /** The form of a number in {@link Frame#words}. */
    static long word(Literal literal) {
        return switch (literal) {
            case Literal.Int number -> number.value().longValue();
            case Literal.F32 number -> number.bits();
            case Literal.F64 number -> number.bits();
        };
    }
}
