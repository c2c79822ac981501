package org.gatesmith.hls.emit;

import org.gatesmith.hls.ir.Op;

/**
 * A counted loop about to be written.
 *
 * @param counter name of the counter's variable
 * @param type type of that variable
 * @param lower first value, as it is assigned to the variable
 * @param bound what the counter is compared with
 */
public record CountedLoop(Op.For loop, String counter, CType type, String lower, Expression bound) {

    /** {@code i++}, {@code i -= 4}. */
    public String step() {
        long step = loop.step();
        if (Math.abs(step) == 1) {
            return counter + (step > 0 ? "++" : "--");
        }
        return counter + (step > 0 ? " += " : " -= ") + Math.abs(step);
    }
}
