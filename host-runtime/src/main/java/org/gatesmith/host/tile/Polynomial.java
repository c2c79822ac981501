package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gatesmith.hls.signature.Formula;

/**
 * A polynomial with whole coefficients over named scalars.
 *
 * @param terms coefficients by their factors: the names, sorted, a power repeated; none is 0
 */
record Polynomial(Map<String, Term> terms) {

    /**
     * A product.
     *
     * @param factors names, sorted, a power repeated
     */
    record Term(long coefficient, List<String> factors) {

        long evaluate(Map<String, Long> values) {
            return factors.stream().map(name -> value(values, name)).reduce(coefficient, Math::multiplyExact);
        }

        private Term times(Term other) {
            List<String> all = new ArrayList<>(factors);
            all.addAll(other.factors);
            all.sort(null);
            return new Term(Math.multiplyExact(coefficient, other.coefficient), List.copyOf(all));
        }

        private Term without(String name) {
            List<String> rest = new ArrayList<>(factors);
            rest.remove(name);
            return new Term(coefficient, List.copyOf(rest));
        }

        private static long value(Map<String, Long> values, String name) {
            Long value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no value for " + name);
            }
            return value;
        }
    }

    Polynomial {
        terms = Map.copyOf(terms);
    }

    /** The formula as a polynomial; empty if it divides, compares or joins truths. */
    static Optional<Polynomial> of(Formula formula) {
        return switch (formula) {
            case Formula.Number number -> Optional.of(sum(List.of(new Term(number.value(), List.of()))));
            case Formula.Name name -> Optional.of(sum(List.of(new Term(1, List.of(name.name())))));
            case Formula.Unary unary ->
                unary.operator().equals("-") ? of(unary.operand()).map(Polynomial::negated) : Optional.empty();
            case Formula.Binary binary ->
                of(binary.left())
                        .flatMap(left -> of(binary.right()).flatMap(right -> left.joined(binary.operator(), right)));
        };
    }

    private Optional<Polynomial> joined(String operator, Polynomial right) {
        return switch (operator) {
            case "+" -> Optional.of(plus(right));
            case "-" -> Optional.of(plus(right.negated()));
            case "*" -> Optional.of(times(right));
            default -> Optional.empty();
        };
    }

    /** Degree in one scalar. */
    int degree(String name) {
        return terms.values().stream()
                .mapToInt(term ->
                        (int) term.factors().stream().filter(name::equals).count())
                .max()
                .orElse(0);
    }

    /** What the scalar is multiplied with, for a polynomial of degree 1 in it. */
    Polynomial coefficientOf(String name) {
        return sum(terms(term -> term.factors().contains(name)).stream()
                .map(term -> term.without(name))
                .toList());
    }

    /** The part without the scalar. */
    Polynomial without(String name) {
        return sum(terms(term -> !term.factors().contains(name)));
    }

    long evaluate(Map<String, Long> values) {
        return terms.values().stream().map(term -> term.evaluate(values)).reduce(0L, Math::addExact);
    }

    private List<Term> terms(Predicate<Term> condition) {
        return terms.values().stream().filter(condition).toList();
    }

    private Polynomial plus(Polynomial other) {
        List<Term> all = new ArrayList<>(terms.values());
        all.addAll(other.terms.values());
        return sum(all);
    }

    private Polynomial times(Polynomial other) {
        List<Term> products = new ArrayList<>();
        terms.values().forEach(left -> other.terms.values().forEach(right -> products.add(left.times(right))));
        return sum(products);
    }

    private Polynomial negated() {
        return times(sum(List.of(new Term(-1, List.of()))));
    }

    private static Polynomial sum(List<Term> summands) {
        Map<String, Term> byFactors = new TreeMap<>();
        for (Term term : summands) {
            byFactors.merge(
                    String.join(" ", term.factors()),
                    term,
                    (a, b) -> new Term(Math.addExact(a.coefficient(), b.coefficient()), a.factors()));
        }
        byFactors.values().removeIf(term -> term.coefficient() == 0);
        return new Polynomial(byFactors);
    }
}
