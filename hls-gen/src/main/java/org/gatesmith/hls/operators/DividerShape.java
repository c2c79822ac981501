package org.gatesmith.hls.operators;

import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * The divider ({@code gs_div} of the Verilog library) that a DIV or REM takes. Both operands are signed if one is; an unsigned
 * operand then takes a bit more.
 */
public record DividerShape(int dividendWidth, int divisorWidth, boolean signed) {

    /** For a {@code DIV} or {@code REM}. */
    public static DividerShape of(Op.Compute op) {
        Value dividend = op.operand(0);
        Value divisor = op.operand(1);
        boolean signed = dividend.intType().signed() || divisor.intType().signed();
        return new DividerShape(width(dividend, signed), width(divisor, signed), signed);
    }

    private static int width(Value value, boolean signed) {
        return value.intType().width() + (signed && !value.intType().signed() ? 1 : 0);
    }

    /** Cycles from operands to results: one per quotient bit, and two for the signs. */
    public int latency() {
        return dividendWidth + (signed ? 2 : 0);
    }
}
