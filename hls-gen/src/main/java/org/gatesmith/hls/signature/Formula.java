package org.gatesmith.hls.signature;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An integer expression over named values, as written in {@code @Shape} and {@code @Constraint}: decimal numbers, names,
 * {@code + - * / %}, parentheses, comparisons, {@code && || !}, with Java's precedence. Evaluated in 64-bit arithmetic; an
 * overflow is an {@link ArithmeticException}. Truth is 1, falsehood 0.
 */
public sealed interface Formula {

    /** A number. */
    record Number(long value) implements Formula {}

    /** A scalar parameter or constant. */
    record Name(String name) implements Formula {}

    /** Two operands joined by an operator as Java writes it. */
    record Binary(String operator, Formula left, Formula right) implements Formula {}

    /** {@code -x} or {@code !x}. */
    record Unary(String operator, Formula operand) implements Formula {}

    /**
     * Reads an expression.
     *
     * @throws FormulaSyntaxException with the position of the first character that does not fit
     */
    static Formula parse(String text) throws FormulaSyntaxException {
        return new FormulaParser(text).parse();
    }

    /**
     * The value of the expression.
     *
     * @throws ArithmeticException on overflow or division by zero
     * @throws IllegalArgumentException if a name has no value
     */
    default long evaluate(Map<String, Long> values) {
        return switch (this) {
            case Number number -> number.value();
            case Name name -> lookUp(values, name.name());
            case Unary unary ->
                unary.operator().equals("-")
                        ? Math.negateExact(unary.operand().evaluate(values))
                        : truth(unary.operand().evaluate(values) == 0);
            case Binary binary ->
                apply(
                        binary.operator(),
                        binary.left().evaluate(values),
                        binary.right().evaluate(values));
        };
    }

    /** All names that occur, sorted. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        collectNames(this, names);
        return names;
    }

    /** The expression with minimal spaces and only the parentheses it needs, in Java's syntax. */
    default String text() {
        return switch (this) {
            case Number number -> Long.toString(number.value());
            case Name name -> name.name();
            case Unary unary -> unary.operator() + parenthesised(unary.operand());
            case Binary binary ->
                parenthesised(binary.left()) + " " + binary.operator() + " " + parenthesised(binary.right());
        };
    }

    private static String parenthesised(Formula formula) {
        return formula instanceof Binary ? "(" + formula.text() + ")" : formula.text();
    }

    private static void collectNames(Formula formula, Set<String> names) {
        switch (formula) {
            case Number _ -> {}
            case Name name -> names.add(name.name());
            case Unary unary -> collectNames(unary.operand(), names);
            case Binary binary -> {
                collectNames(binary.left(), names);
                collectNames(binary.right(), names);
            }
        }
    }

    private static long lookUp(Map<String, Long> values, String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return value;
    }

    private static long truth(boolean condition) {
        return condition ? 1 : 0;
    }

    private static long apply(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> Math.addExact(left, right);
            case "-" -> Math.subtractExact(left, right);
            case "*" -> Math.multiplyExact(left, right);
            case "/" -> Math.divideExact(left, right);
            case "%" -> left % right;
            case "<" -> truth(left < right);
            case "<=" -> truth(left <= right);
            case ">" -> truth(left > right);
            case ">=" -> truth(left >= right);
            case "==" -> truth(left == right);
            case "!=" -> truth(left != right);
            case "&&" -> truth(left != 0 && right != 0);
            case "||" -> truth(left != 0 || right != 0);
            default -> throw new IllegalStateException(operator);
        };
    }
}
