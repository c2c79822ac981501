package org.gatesmith.hls.emit.hlscpp;

import java.util.Map;
import org.gatesmith.hls.signature.Formula;

/** Shape formulas in C++, whose operators are Java's. */
final class FormulaText {

    private FormulaText() {}

    /**
     * An extent as one factor of a product.
     *
     * @param variables C++ names of the scalar parameters
     */
    static String factor(Formula formula, Map<String, String> variables) {
        return formula instanceof Formula.Binary ? "(" + text(formula, variables) + ")" : text(formula, variables);
    }

    private static String text(Formula formula, Map<String, String> variables) {
        return switch (formula) {
            case Formula.Number number -> Long.toString(number.value());
            case Formula.Name name -> variables.getOrDefault(name.name(), name.name());
            case Formula.Unary unary -> unary.operator() + factor(unary.operand(), variables);
            case Formula.Binary binary ->
                factor(binary.left(), variables) + " " + binary.operator() + " " + factor(binary.right(), variables);
        };
    }
}
