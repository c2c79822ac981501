package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;

/**
 * Makes trees of chains of one associative integer operator, so that they take the logarithm of the chain's time. What comes
 * late is joined last, above all what a loop carries from one iteration to the next: then only one operator stays in the
 * recurrence. An intermediate result that may have wrapped around, and lost bits that the chain still needs, ends the chain.
 * A condition under which something is added to a carried sum moves to what is added. Floating-point sums keep their order, which is part of the result.
 */
public final class Balance implements Pass {

    @Override
    public String id() {
        return "balance";
    }

    @Override
    public String summary() {
        return "Makes trees of chains of integer sums, products, minima, maxima and bitwise operators.";
    }

    @Override
    public Program run(Program program) {
        return program.mapFunctions(function -> new Balancing(function).transform(function));
    }
}
