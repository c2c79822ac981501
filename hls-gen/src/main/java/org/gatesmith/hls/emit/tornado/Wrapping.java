package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.range.IntRange;

/** Cutting a computed number to the width of its type. */
final class Wrapping {

    private Wrapping() {}

    /**
     * The result of an operator.
     *
     * @param raw equals the exact result modulo 2 to the width of its register
     * @param exact what the exact result may be
     */
    static Term toType(String raw, Register domain, IntRange exact, IntType result) {
        Register target = Register.of(result);
        boolean fits = exact.isWithin(result);
        IntRange range = fits && !exact.isEmpty() ? exact : IntRange.of(result);
        String text = domain == Register.INT ? fromInt(raw, fits, result) : fromLong(raw, fits, result);
        return Term.compound(text, target, range);
    }

    private static String grouped(String raw) {
        return raw.chars().allMatch(Character::isJavaIdentifierPart) ? raw : "(" + raw + ")";
    }

    private static String fromInt(String raw, boolean fits, IntType result) {
        if (Register.of(result) == Register.LONG) {
            return fits ? "(long) " + grouped(raw) : masked("(long) " + grouped(raw), result);
        }
        return fits || result.width() == Integer.SIZE ? raw : cutInt(grouped(raw), result);
    }

    private static String fromLong(String raw, boolean fits, IntType result) {
        if (Register.of(result) == Register.INT) {
            String low = "(int) " + grouped(raw);
            return fits || result.width() == Integer.SIZE ? low : cutInt("(" + low + ")", result);
        }
        if (fits || result.width() == Long.SIZE) {
            return raw;
        }
        int shift = Long.SIZE - result.width();
        return result.signed()
                ? "Exact.shiftRight(" + grouped(raw) + " << " + shift + ", " + shift + ")"
                : masked(grouped(raw), result);
    }

    private static String cutInt(String operand, IntType result) {
        return result.signed()
                ? signed(operand, Integer.SIZE - result.width())
                : operand + " & " + mask(result.width());
    }

    private static String signed(String operand, int shift) {
        return "(" + operand + " << " + shift + ") >> " + shift;
    }

    private static String masked(String operand, IntType result) {
        return operand + " & " + mask(result.width()) + "L";
    }

    private static String mask(int width) {
        return "0x" + BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE).toString(16);
    }
}
