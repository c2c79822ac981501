package org.gatesmith.hls.ir;

import java.math.BigInteger;

/**
 * Spelling of literals: {@code 5}, {@code 1.5f}, {@code 1.5d}. The shortest decimal that Java prints for a finite number reads
 * back as the same number; infinities and NaN are spelled by their bits, {@code f32:0x7fc00000}, so that payloads survive.
 */
final class LiteralText {

    static final String DECIMAL = "-?\\d++\\.\\d++(?:E-?\\d++)?[fd]";
    static final String BITS = "f32:0x[0-9a-f]{8}|f64:0x[0-9a-f]{16}";

    private LiteralText() {}

    static String print(Literal literal) {
        return switch (literal) {
            case Literal.Int number -> number.value().toString();
            case Literal.F32 number ->
                Float.isFinite(number.value()) ? number.value() + "f" : "f32:0x%08x".formatted(number.bits());
            case Literal.F64 number ->
                Double.isFinite(number.value()) ? number.value() + "d" : "f64:0x%016x".formatted(number.bits());
        };
    }

    static Literal parseInteger(String text) {
        return new Literal.Int(new BigInteger(text));
    }

    /** Reads text that matches {@link #DECIMAL}. */
    static Literal parseDecimal(String text) {
        String digits = text.substring(0, text.length() - 1);
        return text.endsWith("f")
                ? Literal.F32.of(Float.parseFloat(digits))
                : Literal.F64.of(Double.parseDouble(digits));
    }

    /** Reads text that matches {@link #BITS}. */
    static Literal parseBits(String text) {
        String digits = text.substring(text.indexOf('x') + 1);
        return text.startsWith("f32")
                ? new Literal.F32(Integer.parseUnsignedInt(digits, 16))
                : new Literal.F64(Long.parseUnsignedLong(digits, 16));
    }
}
