package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;

/**
 * Keeps the elements of arrays that are only ever reached by constant indices as values, which loops carry and branches yield.
 * In hardware they become registers and wires, free of the order and the ports of a memory. What an array holds before it is
 * written is zero, which costs nothing where nobody reads it.
 */
public final class PromoteMemory implements Pass {

    @Override
    public String id() {
        return "promote-memory";
    }

    @Override
    public String summary() {
        return "Turns arrays whose indices are all constant into values that loops carry and branches yield.";
    }

    @Override
    public Program run(Program program) {
        return program.mapFunctions(function -> {
            PromotableArrays arrays = PromotableArrays.of(function);
            return arrays.isEmpty() ? function : new Promotion(arrays).transform(function);
        });
    }
}
