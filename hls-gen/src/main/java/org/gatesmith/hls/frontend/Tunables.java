package org.gatesmith.hls.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
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

    /** The sources with the initialisers of the chosen tunables replaced. */
    static List<SourceText> chosen(List<SourceText> sources, Map<String, Long> choice) throws DiagnosticException {
        if (choice.isEmpty()) {
            return sources;
        }
        JavaModel model = JavaModel.parsed(sources);
        List<SourceText> edited = new ArrayList<>();
        Map<String, Long> pending = new TreeMap<>(choice);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            CompilationUnitTree unit = model.units().get(i);
            SourceText source = sources.get(i);
            List<SourceText.Edit> edits = edits(model, unit, choice, pending, known);
            edited.add(new SourceText(
                    source.toUri().getPath().substring(1),
                    source.displayName(),
                    SourceText.edited(source.text(), edits)));
        }
        if (!pending.isEmpty()) {
            throw new DiagnosticException(Diagnostic.of(
                    Rule.UNKNOWN_TUNABLE,
                    Span.NONE,
                    "there is no @Tunable constant named " + String.join(", ", pending.keySet()),
                    known.isEmpty()
                            ? "the source has no tunable constants"
                            : "tunables here: " + String.join(", ", known)));
        }
        return edited;
    }

    private static List<SourceText.Edit> edits(
            JavaModel model,
            CompilationUnitTree unit,
            Map<String, Long> choice,
            Map<String, Long> pending,
            List<String> known) {
        List<SourceText.Edit> edits = new ArrayList<>();
        var positions = model.trees().getSourcePositions();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
                type.getMembers().stream()
                        .filter(member -> member instanceof VariableTree field && isTunable(field))
                        .forEach(member -> visitTunable((VariableTree) member));
                return super.visitClass(type, null);
            }

            private void visitTunable(VariableTree field) {
                String name = field.getName().toString();
                known.add(name);
                Long value = choice.get(name);
                if (value != null && field.getInitializer() != null) {
                    pending.remove(name);
                    edits.add(new SourceText.Edit(
                            (int) positions.getStartPosition(unit, field.getInitializer()),
                            (int) positions.getEndPosition(unit, field.getInitializer()),
                            literal(field, value)));
                }
            }
        }.scan(unit, null);
        return edits;
    }

    private static String literal(VariableTree field, long value) {
        return field.getType().toString().equals("long") ? value + "L" : Long.toString(value);
    }

    private static boolean isTunable(VariableTree field) {
        return field.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .map(Object::toString)
                .anyMatch(name -> name.equals("Tunable") || name.equals("org.gatesmith.api.Tunable"));
    }

    /** The tunables of a class with their values; values that are not permitted and broken constraints are reported. */
    static Map<String, Long> check(TypeElement type, JavaModel model, Reporter reporter) {
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, Long> constants = new LinkedHashMap<>();
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD) {
                VariableElement field = (VariableElement) member;
                Tunable tunable = field.getAnnotation(Tunable.class);
                Long value =
                        field.getConstantValue() instanceof Number number ? Long.valueOf(number.longValue()) : null;
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

    private static void checkValue(
            VariableElement field, Tunable tunable, @Nullable Long value, JavaModel model, Reporter reporter) {
        if (value == null) {
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
