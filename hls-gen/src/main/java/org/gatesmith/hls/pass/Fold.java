package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;

/**
 * Evaluates what is constant and applies the identities of {@link IntegerRules}, {@link ComparisonRules} and {@link FloatRules}:
 * constants, sums, products and masks with neutral elements, casts of casts, decided comparisons, selections, branches and loops,
 * and elements of tables at constant indices.
 */
public final class Fold implements Pass {

    @Override
    public String id() {
        return "fold";
    }

    @Override
    public String summary() {
        return "Evaluates constants and applies arithmetic identities that hold for every operand.";
    }

    @Override
    public Program run(Program program) {
        return program.mapFunctions(function -> new Folding(program).transform(function));
    }
}
