package org.gatesmith.hls.interp;

import java.util.List;

/**
 * A compiled function.
 *
 * @param registers of one activation
 * @param parameters where the caller puts the operands
 * @param results where the caller finds the results
 */
record FunctionCode(String name, Registers registers, List<Register> parameters, List<Register> results, Step body) {

    /** Registers for one activation. */
    Frame frame(Meter meter) {
        return registers.frame(meter);
    }
}
