package org.gatesmith.hls.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the extents in {@code @Shape}. */
final class ShapeReader {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

    private final Set<String> scalars;
    private final Map<String, Long> constants;
    private final BiConsumer<String, String> report;

    /**
     * @param scalars integer parameters of the kernel
     * @param constants integer constants of the kernel's class
     * @param report takes what is wrong with an extent, and what to do about it
     */
    ShapeReader(Set<String> scalars, Map<String, Long> constants, BiConsumer<String, String> report) {
        this.scalars = scalars;
        this.constants = constants;
        this.report = report;
    }

    /** The extents with constants replaced by their values; null when one of them was reported. */
    @Nullable
    List<Formula> read(String[] texts) {
        List<Formula> extents = new ArrayList<>();
        for (String text : texts) {
            Formula extent = extent(text);
            if (extent != null) {
                extents.add(extent);
            }
        }
        return extents.size() == texts.length ? extents : null;
    }

    private @Nullable Formula extent(String text) {
        try {
            Formula formula = Formula.parse(text);
            if (!isArithmetic(formula)) {
                report.accept(
                        "the shape \"" + text + "\" is true or false, not a number",
                        "use + - * / % and parentheses over scalar parameters and constants");
                return null;
            }
            return knowsNames(formula, text) ? positive(withConstants(formula), text) : null;
        } catch (FormulaSyntaxException e) {
            report.accept(
                    "the shape \"" + text + "\" cannot be read at character " + (e.position() + 1) + ": "
                            + e.getMessage(),
                    "use + - * / % and parentheses over scalar parameters and constants");
            return null;
        }
    }

    private static boolean isArithmetic(Formula formula) {
        return switch (formula) {
            case Formula.Number _, Formula.Name _ -> true;
            case Formula.Unary unary -> unary.operator().equals("-") && isArithmetic(unary.operand());
            case Formula.Binary binary ->
                ARITHMETIC.contains(binary.operator()) && isArithmetic(binary.left()) && isArithmetic(binary.right());
        };
    }

    private boolean knowsNames(Formula formula, String text) {
        Set<String> unknown = new TreeSet<>(formula.names());
        unknown.removeAll(scalars);
        unknown.removeAll(constants.keySet());
        if (!unknown.isEmpty()) {
            report.accept(
                    "the shape \"" + text + "\" uses " + String.join(", ", unknown)
                            + ", which is neither an integer parameter nor an integer constant of the class",
                    scalars.isEmpty()
                            ? "the kernel has no integer parameters"
                            : "integer parameters here: " + String.join(", ", new TreeSet<>(scalars)));
        }
        return unknown.isEmpty();
    }

    /** A constant extent is a number of elements. */
    private @Nullable Formula positive(Formula extent, String text) {
        if (!extent.names().isEmpty()) {
            return extent;
        }
        String fault = constantFault(extent);
        if (fault != null) {
            report.accept("the shape \"" + text + "\" " + fault, "use an extent from 1 to " + Integer.MAX_VALUE);
        }
        return fault == null ? extent : null;
    }

    private static @Nullable String constantFault(Formula extent) {
        try {
            long value = extent.evaluate(Map.of());
            return 1 <= value && value <= Integer.MAX_VALUE ? null : "is " + value + ", which is no number of elements";
        } catch (ArithmeticException e) {
            return "cannot be computed: " + e.getMessage();
        }
    }

    private Formula withConstants(Formula formula) {
        return switch (formula) {
            case Formula.Number number -> number;
            case Formula.Name name ->
                scalars.contains(name.name())
                        ? name
                        : new Formula.Number(Objects.requireNonNull(constants.get(name.name())));
            case Formula.Unary unary -> new Formula.Unary(unary.operator(), withConstants(unary.operand()));
            case Formula.Binary binary ->
                new Formula.Binary(binary.operator(), withConstants(binary.left()), withConstants(binary.right()));
        };
    }
}
