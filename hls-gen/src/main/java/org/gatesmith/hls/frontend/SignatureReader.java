package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/** Reads a kernel's signature and reports what is wrong with it. */
final class SignatureReader {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Lowering program;
    private final CompilationUnitTree unit;
    private final ExecutableElement method;
    private final MethodTree tree;
    private final JavaTypes types;

    SignatureReader(Lowering program, CompilationUnitTree unit, ExecutableElement method, MethodTree tree) {
        this.program = program;
        this.unit = unit;
        this.method = method;
        this.tree = tree;
        this.types = new JavaTypes(program.model().types(), Map.of());
    }

    /** The signature; parameters in error are left out and have been reported. */
    KernelSignature read(String name) {
        checkMethod(name);
        Map<String, Long> constants = constants();
        Set<String> scalars = method.getParameters().stream()
                .filter(p -> types.scalar(p.asType()).isPresent())
                .map(p -> p.getSimpleName().toString())
                .collect(Collectors.toSet());
        Set<String> extentNames = method.getParameters().stream()
                .map(p -> p.getAnnotation(Shape.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(shape -> java.util.Arrays.stream(shape.value()))
                .map(String::strip)
                .collect(Collectors.toSet());
        List<Parameter> parameters = new ArrayList<>();
        int bundles = 0;
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement element = method.getParameters().get(i);
            VariableTree variable = tree.getParameters().get(i);
            Parameter parameter = types.isArray(element.asType())
                    ? array(element, variable, scalars, constants, "gmem" + bundles++)
                    : scalar(element, variable, extentNames);
            if (parameter != null) {
                parameters.add(parameter);
            }
        }
        String className = program.model()
                .elements()
                .getBinaryName(JavaModel.owner(method))
                .toString();
        return new KernelSignature(
                name, className, method.getSimpleName().toString(), parameters, tolerance(), summary());
    }

    private void checkMethod(String name) {
        if (!method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))
                || method.getReturnType().getKind() != TypeKind.VOID) {
            report(
                    Rule.KERNEL_SIGNATURE,
                    tree,
                    "kernel method '" + method.getSimpleName() + "' must be public static void",
                    "return results through an @Out array");
        }
        if (!IDENTIFIER.matcher(name).matches()) {
            report(
                    Rule.KERNEL_SIGNATURE,
                    tree,
                    "kernel name '" + name + "' is not a C identifier",
                    "use letters, digits and underscores");
        }
        Element owner = JavaModel.owner(method);
        while (owner != null && owner.getKind().isClass()) {
            Element outer = owner.getEnclosingElement();
            boolean isInner = outer != null
                    && outer.getKind().isClass()
                    && !owner.getModifiers().contains(Modifier.STATIC);
            if (owner.getModifiers().contains(Modifier.PRIVATE) || isInner) {
                report(
                        Rule.KERNEL_SIGNATURE,
                        tree,
                        "class " + owner.getSimpleName() + " must be reachable and static",
                        "move the kernel to a top-level class");
            }
            owner = outer;
        }
    }

    private @Nullable Parameter scalar(VariableElement element, VariableTree variable, Set<String> extentNames) {
        Optional<JavaType> type =
                element.asType().getKind().isPrimitive() ? types.scalar(element.asType()) : Optional.empty();
        String name = element.getSimpleName().toString();
        if (type.isEmpty()) {
            report(
                    Rule.UNSUPPORTED_TYPE,
                    variable,
                    "parameter '" + name + "' has type " + element.asType() + ", which a kernel cannot take",
                    "use a primitive type or a one-dimensional array of one");
            return null;
        }
        reject(element, variable, In.class, Out.class, InOut.class, Shape.class);
        ValueRange range = contract(element, variable, type.get());
        // An extent of an array cannot be negative.
        if (range == null && extentNames.contains(name) && type.get().irType() instanceof IntType integer) {
            range = new ValueRange(
                    0,
                    integer.max()
                            .min(java.math.BigInteger.valueOf(Integer.MAX_VALUE))
                            .longValue());
        }
        return new Parameter.Scalar(name, type.get(), range);
    }

    @SafeVarargs
    private void reject(
            VariableElement element,
            VariableTree variable,
            Class<? extends java.lang.annotation.Annotation>... annotations) {
        for (var annotation : annotations) {
            if (element.getAnnotation(annotation) != null) {
                report(
                        Rule.MISPLACED_ANNOTATION,
                        variable,
                        "@" + annotation.getSimpleName() + " belongs on an array parameter, '" + element.getSimpleName()
                                + "' is a scalar",
                        "remove it");
            }
        }
    }

    private @Nullable Parameter array(
            VariableElement element,
            VariableTree variable,
            Set<String> scalars,
            Map<String, Long> constants,
            String bundle) {
        String name = element.getSimpleName().toString();
        javax.lang.model.type.ArrayType arrayType = (javax.lang.model.type.ArrayType) element.asType();
        Optional<JavaType> type = arrayType.getComponentType().getKind().isPrimitive()
                ? types.scalar(arrayType.getComponentType())
                : Optional.empty();
        if (type.isEmpty()) {
            report(
                    Rule.UNSUPPORTED_TYPE,
                    variable,
                    "parameter '" + name + "' has type " + element.asType() + ", which a memory port cannot have",
                    "use a one-dimensional array of a primitive type and give its extents with @Shape");
            return null;
        }
        Direction direction = direction(element, variable, name);
        List<Formula> shape = shape(element, variable, name, scalars, constants);
        if (direction == null || shape == null) {
            return null;
        }
        return new Parameter.Array(name, type.get(), contract(element, variable, type.get()), direction, shape, bundle);
    }

    private @Nullable Direction direction(VariableElement element, VariableTree variable, String name) {
        List<Direction> given = new ArrayList<>();
        if (element.getAnnotation(In.class) != null) {
            given.add(Direction.IN);
        }
        if (element.getAnnotation(Out.class) != null) {
            given.add(Direction.OUT);
        }
        if (element.getAnnotation(InOut.class) != null) {
            given.add(Direction.INOUT);
        }
        if (given.size() != 1) {
            report(
                    Rule.MISSING_DIRECTION,
                    variable,
                    "array parameter '" + name + "' has " + given.size() + " of @In, @Out and @InOut",
                    "give it exactly one");
            return null;
        }
        return given.getFirst();
    }

    private @Nullable List<Formula> shape(
            VariableElement element,
            VariableTree variable,
            String name,
            Set<String> scalars,
            Map<String, Long> constants) {
        Shape shape = element.getAnnotation(Shape.class);
        if (shape == null || shape.value().length == 0) {
            report(
                    Rule.MISSING_SHAPE,
                    variable,
                    "array parameter '" + name + "' has no @Shape",
                    "state its extents over the scalar parameters, for instance @Shape(\"n\")");
            return null;
        }
        List<Formula> extents = new ArrayList<>();
        for (String text : shape.value()) {
            Formula extent = extent(text, variable, name, scalars, constants);
            if (extent == null) {
                return null;
            }
            extents.add(extent);
        }
        return extents;
    }

    private @Nullable Formula extent(
            String text, VariableTree variable, String name, Set<String> scalars, Map<String, Long> constants) {
        try {
            Formula formula = Formula.parse(text);
            Set<String> unknown = new java.util.TreeSet<>(formula.names());
            unknown.removeAll(scalars);
            unknown.removeAll(constants.keySet());
            if (unknown.isEmpty()) {
                return withConstants(formula, scalars, constants);
            }
            report(
                    Rule.SHAPE_EXPRESSION,
                    variable,
                    "the shape \"" + text + "\" of '" + name + "' uses " + String.join(", ", unknown)
                            + ", which is neither a scalar parameter nor an integer constant of the class",
                    "scalar parameters here: " + String.join(", ", new java.util.TreeSet<>(scalars)));
        } catch (FormulaSyntaxException e) {
            report(
                    Rule.SHAPE_EXPRESSION,
                    variable,
                    "the shape \"" + text + "\" of '" + name + "' cannot be read at character " + (e.position() + 1)
                            + ": " + e.getMessage(),
                    "use + - * / % and parentheses over scalar parameters and constants");
        }
        return null;
    }

    private static Formula withConstants(Formula formula, Set<String> scalars, Map<String, Long> constants) {
        return switch (formula) {
            case Formula.Number number -> number;
            case Formula.Name name ->
                scalars.contains(name.name())
                        ? name
                        : new Formula.Number(java.util.Objects.requireNonNull(constants.get(name.name())));
            case Formula.Unary unary ->
                new Formula.Unary(unary.operator(), withConstants(unary.operand(), scalars, constants));
            case Formula.Binary binary ->
                new Formula.Binary(
                        binary.operator(),
                        withConstants(binary.left(), scalars, constants),
                        withConstants(binary.right(), scalars, constants));
        };
    }

    /** Integer constants of the kernel's class, as javac knows them. */
    private Map<String, Long> constants() {
        Map<String, Long> constants = new LinkedHashMap<>();
        for (Element member : JavaModel.owner(method).getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD
                    && ((VariableElement) member).getConstantValue() instanceof Number number
                    && !(number instanceof Float)
                    && !(number instanceof Double)) {
                constants.put(member.getSimpleName().toString(), number.longValue());
            }
        }
        return constants;
    }

    private @Nullable ValueRange contract(VariableElement element, VariableTree variable, JavaType type) {
        Optional<String> fault = LocalAnnotations.fault(element);
        if (fault.isPresent()) {
            report(Rule.ANNOTATION_VALUE, variable, fault.get(), null);
            return null;
        }
        Optional<ValueRange> range = LocalAnnotations.contract(element);
        if (range.isEmpty()) {
            return null;
        }
        if (!(type.irType() instanceof IntType integer)
                || !integer.contains(java.math.BigInteger.valueOf(range.get().min()))
                || !integer.contains(java.math.BigInteger.valueOf(range.get().max()))) {
            report(
                    Rule.CONTRACT_TYPE,
                    variable,
                    "the contract " + range.get() + " on '" + element.getSimpleName() + "' does not fit type "
                            + type.keyword(),
                    "use a wider type or a narrower contract");
            return null;
        }
        return range.get();
    }

    private Tolerance tolerance() {
        var given = method.getAnnotation(org.gatesmith.api.Tolerance.class);
        return given == null ? Tolerance.EXACT : new Tolerance(given.ulp(), given.rel(), given.abs());
    }

    /** First sentence of the documentation comment. */
    private String summary() {
        String comment = program.model().elements().getDocComment(method);
        if (comment == null) {
            return "";
        }
        String text = comment.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private void report(Rule rule, Tree at, String message, @Nullable String fix) {
        program.reporter().report(rule, unit, at, message, fix);
    }

    /** The name that the annotation gives the kernel. */
    static String nameOf(ExecutableElement method) {
        return method.getAnnotation(Kernel.class).value();
    }
}
