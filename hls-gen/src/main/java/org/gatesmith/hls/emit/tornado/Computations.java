package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.range.IntRange;

/** Lowers computations to expressions of Java. */
final class Computations {

    private final TaskScope scope;
    private final WideProducts wide = new WideProducts();

    Computations(TaskScope scope) {
        this.scope = scope;
    }

    /** Keeps a product of more than 64 bits for the operations that take a half of it. */
    void remember(Op.Compute product) {
        wide.add(product);
    }

    static Term literal(Op.Constant constant) {
        if (!(constant.literal() instanceof Literal.Int(BigInteger value))) {
            return FloatTerms.literal(constant.literal());
        }
        Register register = IntType.I32.contains(value) ? Register.INT : Register.LONG;
        String suffix = register == Register.LONG ? "L" : "";
        return Term.atom(value.longValue() + suffix, register, IntRange.constant(value));
    }

    Term of(Op.Compute compute) {
        if (compute.operands().stream().anyMatch(wide::contains)) {
            return wide.part(compute, scope::term);
        }
        List<Term> operands = operands(compute);
        ScalarType result = compute.result().scalarType();
        return switch (compute.operator().kind()) {
            case INTEGER -> IntegerTerms.compute(compute.operator(), operands, (IntType) result);
            case COMPARISON -> Comparisons.of(compute.operator(), operands.get(0), operands.get(1));
            case FLOAT_COMPARISON -> Comparisons.floats(compute.operator(), operands.get(0), operands.get(1));
            case FLOAT, APPROXIMATE -> FloatTerms.compute(compute.operator(), operands, (FloatType) result);
            case CONVERSION -> FloatTerms.convert(compute.operator(), operands.getFirst(), result);
            case SELECT -> select(operands, result);
        };
    }

    /**
     * Where nobody needs the quotient the divisor may be zero, which stops a processor. What is known of its range is known under
     * the condition alone.
     */
    private List<Term> operands(Op.Compute compute) {
        List<Term> operands =
                new ArrayList<>(compute.operands().stream().map(scope::term).toList());
        boolean divides = compute.operator() == Operator.DIV || compute.operator() == Operator.REM;
        if (divides && scope.predicate() != null && !operands.getLast().range().isConstant()) {
            Term divisor = operands.removeLast();
            String one = divisor.isInt() ? "1" : "1L";
            String text = "Exact.choose(" + scope.predicate() + ", " + divisor.value() + ", " + one + ")";
            operands.add(Term.atom(text, divisor.register(), divisor.range()));
        }
        return operands;
    }

    private static Term select(List<Term> operands, ScalarType result) {
        Term then = TaskScope.converted(operands.get(1), result);
        Term otherwise = TaskScope.converted(operands.get(2), result);
        return choice(operands.getFirst(), then, otherwise, result);
    }

    /** Integers are chosen by masks: a Java conditional becomes a branch in OpenCL. */
    static Term choice(Term condition, Term then, Term otherwise, ScalarType result) {
        Register register = Register.of(result);
        if (!register.isInteger()) {
            String text = condition.condition() + " ? " + then.operand() + " : " + otherwise.operand();
            return Term.compound(text, register, IntRange.NONE);
        }
        IntRange range = then.range().join(otherwise.range());
        if (isNumber(then, 1) && isNumber(otherwise, 0)) {
            return condition.operandsAre01() ? condition : Term.truth(condition.condition());
        }
        String text = "Exact.choose(" + condition.value() + ", " + chosen(then, register) + ", "
                + chosen(otherwise, register) + ")";
        return Term.atom(text, register, range);
    }

    private static String chosen(Term term, Register register) {
        return register == Register.LONG && term.isInt() ? term.longOperand() : term.value();
    }

    private static boolean isNumber(Term term, int number) {
        return term.range().isConstant() && term.range().min().equals(BigInteger.valueOf(number));
    }
}
