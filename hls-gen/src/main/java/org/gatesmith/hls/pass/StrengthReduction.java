package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;

/**
 * Replaces multiplications and divisions by constants by cheaper operators: shifts, one sum of shifts, masks, and for other
 * divisors a multiplication by the reciprocal (T. Granlund and P. L. Montgomery, "Division by Invariant Integers using
 * Multiplication", PLDI 1994).
 */
public final class StrengthReduction implements Pass {

    @Override
    public String id() {
        return "strength-reduction";
    }

    @Override
    public String summary() {
        return "Multiplies and divides by constants with shifts, sums and reciprocals.";
    }

    @Override
    public Program run(Program program) {
        KnownRanges ranges = new KnownRanges(program);
        return program.mapFunctions(function -> new Reduction(function, ranges).transform(function));
    }
}
