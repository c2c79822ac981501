package org.gatesmith.hls.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.gatesmith.api.Constraint;
import org.gatesmith.api.Tunable;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.jspecify.annotations.Nullable;

/** Tunable constants: choosing values by editing their initialisers, and checking the choice. */
final class Tunables {

    private Tunables() {}

    /** The user's sources with the initialisers of the chosen tunables replaced. */
    static List<SourceText> chosen(List<SourceText> sources, KernelRequest request) throws DiagnosticException {
        if (request.tunables().isEmpty()) {
            return sources;
        }
        JavaModel model = JavaModel.parsed(sources);
        List<SourceText> edited = new ArrayList<>();
        List<VariableTree> known = new ArrayList<>();
        for (CompilationUnitTree unit : model.units()) {
            List<VariableTree> tunables = tunablesOfKernels(unit, request.kernel());
            known.addAll(tunables);
            edited.add(model.text(unit).edited(edits(model, unit, tunables, request.tunables())));
        }
        requireKnown(request.tunables().keySet(), known);
        return edited;
    }

    private static void requireKnown(Set<String> chosen, List<VariableTree> known) throws DiagnosticException {
        Set<String> names = new TreeSet<>();
        known.forEach(field -> names.add(field.getName().toString()));
        Set<String> unknown = new TreeSet<>(chosen);
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            throw new DiagnosticException(Diagnostic.of(
                    Rule.UNKNOWN_TUNABLE,
                    Span.NONE,
                    "there is no @Tunable constant named " + String.join(", ", unknown),
                    names.isEmpty()
                            ? "the kernel's class has no tunable constants"
                            : "tunables here: " + String.join(", ", names)));
        }
    }

    /** The tunables of the classes that hold the kernel, as far as the text shows which those are. */
    private static List<VariableTree> tunablesOfKernels(CompilationUnitTree unit, @Nullable String kernel) {
        List<VariableTree> found = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
                if (type.getMembers().stream().anyMatch(member -> mayBeKernel(member, kernel))) {
                    type.getMembers().stream()
                            .filter(member -> member instanceof VariableTree field && isTunable(field))
                            .forEach(member -> found.add((VariableTree) member));
                }
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
        return found;
    }

    private static boolean mayBeKernel(Tree member, @Nullable String kernel) {
        return member instanceof MethodTree method
                && method.getModifiers().getAnnotations().stream()
                        .filter(annotation -> isNamed(annotation, "Kernel"))
                        .anyMatch(annotation -> kernel == null || mayHaveValue(annotation, kernel));
    }

    /** Whether the argument may be the text; a constant is not looked up. */
    private static boolean mayHaveValue(AnnotationTree annotation, String text) {
        return annotation.getArguments().stream()
                .map(argument -> argument instanceof AssignmentTree named ? named.getExpression() : argument)
                .allMatch(value -> !(value instanceof LiteralTree literal) || text.equals(literal.getValue()));
    }

    private static List<SourceText.Edit> edits(
            JavaModel model, CompilationUnitTree unit, List<VariableTree> tunables, Map<String, Long> choice)
            throws DiagnosticException {
        List<SourceText.Edit> edits = new ArrayList<>();
        for (VariableTree field : tunables) {
            Long value = choice.get(field.getName().toString());
            ExpressionTree initializer = field.getInitializer();
            if (value != null && initializer != null) {
                edits.add(new SourceText.Edit(
                        model.start(unit, initializer),
                        model.end(unit, initializer),
                        literal(model, unit, field, value)));
            }
        }
        return edits;
    }

    private static String literal(JavaModel model, CompilationUnitTree unit, VariableTree field, long value)
            throws DiagnosticException {
        return switch (field.getType().toString()) {
            case "long" -> value + "L";
            case "int" -> fitting(model, unit, field, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "short" -> fitting(model, unit, field, value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "byte" -> fitting(model, unit, field, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            default ->
                throw failure(
                        model, unit, field, "tunable " + field.getName() + " has type " + field.getType(), "use int");
        };
    }

    private static String fitting(
            JavaModel model, CompilationUnitTree unit, VariableTree field, long value, long min, long max)
            throws DiagnosticException {
        if (value < min || value > max) {
            throw failure(
                    model,
                    unit,
                    field,
                    field.getName() + " = " + value + " does not fit type " + field.getType(),
                    "choose a value that the annotation permits");
        }
        return Long.toString(value);
    }

    private static DiagnosticException failure(
            JavaModel model, CompilationUnitTree unit, VariableTree field, String message, String fix) {
        return new DiagnosticException(Diagnostic.of(Rule.TUNABLE_VALUE, model.span(unit, field), message, fix));
    }

    private static boolean isTunable(VariableTree field) {
        return field.getModifiers().getAnnotations().stream().anyMatch(annotation -> isNamed(annotation, "Tunable"));
    }

    private static boolean isNamed(AnnotationTree annotation, String name) {
        String written = annotation.getAnnotationType().toString();
        return written.equals(name) || written.equals("org.gatesmith.api." + name);
    }

    /** The tunables of a class with their values; values that are not permitted and broken constraints are reported. */
    static Map<String, Long> check(TypeElement type, JavaModel model, Reporter reporter) {
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, Long> constants = new LinkedHashMap<>();
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD) {
                VariableElement field = (VariableElement) member;
                Tunable tunable = field.getAnnotation(Tunable.class);
                Long value = integerValue(field);
                if (value != null) {
                    constants.put(field.getSimpleName().toString(), value);
                }
                if (tunable != null) {
                    checkValue(field, tunable, value, model, reporter);
                    values.put(field.getSimpleName().toString(), value == null ? 0L : value);
                }
            }
        }
        checkConstraints(type, constants, model, reporter);
        return values;
    }

    private static @Nullable Long integerValue(VariableElement field) {
        return switch (field.getConstantValue()) {
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Long number -> number;
            case null, default -> null;
        };
    }

    private static void checkValue(
            VariableElement field, Tunable tunable, @Nullable Long value, JavaModel model, Reporter reporter) {
        if (tunable.value().length == 0) {
            report(
                    Rule.ANNOTATION_VALUE,
                    field,
                    "@Tunable permits no value for " + field.getSimpleName(),
                    "list the permitted values",
                    model,
                    reporter);
        } else if (value == null || !field.getModifiers().contains(Modifier.STATIC)) {
            report(
                    Rule.TUNABLE_VALUE,
                    field,
                    "tunable " + field.getSimpleName() + " must be a static final integer with a constant initialiser",
                    "write static final int " + field.getSimpleName() + " = " + tunable.value()[0] + ";",
                    model,
                    reporter);
        } else if (Arrays.stream(tunable.value()).noneMatch(permitted -> permitted == value)) {
            report(
                    Rule.TUNABLE_VALUE,
                    field,
                    field.getSimpleName() + " = " + value + " is not permitted",
                    "permitted values: " + Arrays.toString(tunable.value()).replaceAll("[\\[\\]]", ""),
                    model,
                    reporter);
        }
    }

    private static void checkConstraints(
            TypeElement type, Map<String, Long> constants, JavaModel model, Reporter reporter) {
        Constraint constraint = type.getAnnotation(Constraint.class);
        if (constraint == null) {
            return;
        }
        for (String text : constraint.value()) {
            try {
                if (Formula.parse(text).evaluate(constants) == 0) {
                    report(
                            Rule.CONSTRAINT,
                            type,
                            "the constraint " + text + " does not hold for " + valuesIn(text, constants),
                            "choose other values for the tunables",
                            model,
                            reporter);
                }
            } catch (FormulaSyntaxException | IllegalArgumentException | ArithmeticException e) {
                report(
                        Rule.CONSTRAINT,
                        type,
                        "the constraint \"" + text + "\" cannot be evaluated: " + e.getMessage(),
                        "use integer constants of the class",
                        model,
                        reporter);
            }
        }
    }

    private static String valuesIn(String text, Map<String, Long> constants) throws FormulaSyntaxException {
        return Formula.parse(text).names().stream()
                .map(name -> name + " = " + constants.get(name))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static void report(
            Rule rule, Element element, String message, String fix, JavaModel model, Reporter reporter) {
        var path = java.util.Objects.requireNonNull(model.path(element));
        reporter.report(rule, path.getCompilationUnit(), path.getLeaf(), message, fix);
    }
}
