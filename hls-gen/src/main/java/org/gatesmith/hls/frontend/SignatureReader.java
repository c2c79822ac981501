package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/** Reads a kernel's signature and reports what is wrong with it. */
final class SignatureReader {

    private final Lowering program;
    private final CompilationUnitTree unit;
    private final ExecutableElement method;
    private final MethodTree tree;
    private final JavaTypes types;
    private final VariableChecks checks;

    SignatureReader(Lowering program, CompilationUnitTree unit, ExecutableElement method, MethodTree tree) {
        this.program = program;
        this.unit = unit;
        this.method = method;
        this.tree = tree;
        this.types = new JavaTypes(program.model().types(), Map.of());
        this.checks = new VariableChecks(program.reporter(), unit, types);
    }

    /** The signature; parameters in error are left out and have been reported. */
    KernelSignature read(String name) {
        checkMethod(name);
        checkNames();
        Map<String, Long> constants = constants();
        Set<String> integers = method.getParameters().stream()
                .filter(p -> isInteger(p.asType()))
                .map(p -> p.getSimpleName().toString())
                .collect(Collectors.toSet());
        Set<String> extentNames = method.getParameters().stream()
                .map(p -> p.getAnnotation(Shape.class))
                .filter(Objects::nonNull)
                .flatMap(shape -> Stream.of(shape.value()))
                .map(String::strip)
                .collect(Collectors.toSet());
        List<Parameter> parameters = new ArrayList<>();
        int bundles = 0;
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement element = method.getParameters().get(i);
            VariableTree variable = tree.getParameters().get(i);
            Parameter parameter = types.isArray(element.asType())
                    ? array(element, variable, integers, constants, "gmem" + bundles++)
                    : scalar(element, variable, extentNames);
            if (parameter != null) {
                parameters.add(parameter);
            }
        }
        requireOutput(parameters);
        String className = program.model()
                .elements()
                .getBinaryName(JavaModel.owner(method))
                .toString();
        return new KernelSignature(
                name, className, method.getSimpleName().toString(), parameters, tolerance(), summary());
    }

    private boolean isInteger(TypeMirror type) {
        return type.getKind().isPrimitive()
                && types.scalar(type).orElseThrow() != JavaType.BOOLEAN
                && types.scalar(type).orElseThrow().irType() instanceof IntType;
    }

    private void checkMethod(String name) {
        if (!method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))
                || method.getReturnType().getKind() != TypeKind.VOID) {
            signatureError(
                    "kernel method '" + method.getSimpleName() + "' must be public static void",
                    "return results through an @Out array");
        }
        if (!method.getTypeParameters().isEmpty()) {
            signatureError(
                    "kernel method '" + method.getSimpleName() + "' is generic, so it is not one piece of hardware",
                    "write the types out; a generic method may be called from the kernel");
        }
        KernelNames.fault(name)
                .ifPresent(fault -> signatureError(
                        "kernel name '" + name + "' " + fault, "use another name of letters, digits and underscores"));
        checkOwner();
    }

    /** The kernel's class must be reachable from everywhere without an object. */
    private void checkOwner() {
        Element owner = JavaModel.owner(method);
        while (owner != null && owner.getKind() != ElementKind.PACKAGE) {
            if (!owner.getKind().isDeclaredType()
                    || owner.getModifiers().contains(Modifier.PRIVATE)
                    || (isNested(owner) && !owner.getModifiers().contains(Modifier.STATIC))) {
                signatureError(
                        "class " + JavaModel.owner(method).getSimpleName() + " must be reachable and static",
                        "move the kernel to a top-level class");
                return;
            }
            owner = owner.getEnclosingElement();
        }
    }

    private static boolean isNested(Element type) {
        Element outer = type.getEnclosingElement();
        return outer != null && outer.getKind() != ElementKind.PACKAGE;
    }

    /** VHDL, which HLS tools write too, takes names for equal that differ in case only (IEEE 1076, 15.4). */
    private void checkNames() {
        Map<String, VariableElement> seen = new HashMap<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            String name = parameter.getSimpleName().toString();
            VariableElement earlier = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), parameter);
            if (earlier != null) {
                report(
                        Rule.DUPLICATE_NAME,
                        tree.getParameters().get(i),
                        "parameters '" + earlier.getSimpleName() + "' and '" + name
                                + "' differ in case only, which hardware tools do not tell apart",
                        "give one of them another name");
            }
        }
    }

    private void requireOutput(List<Parameter> parameters) {
        boolean writes = parameters.stream()
                .anyMatch(p -> p instanceof Parameter.Array array && array.direction() != Direction.IN);
        if (!writes && parameters.size() == method.getParameters().size()) {
            signatureError(
                    "kernel method '" + method.getSimpleName() + "' has no array that it could write its results to",
                    "add an array parameter marked @Out or @InOut");
        }
    }

    private void signatureError(String message, String fix) {
        report(Rule.KERNEL_SIGNATURE, tree, message, fix);
    }

    private @Nullable Parameter scalar(VariableElement element, VariableTree variable, Set<String> extentNames) {
        String name = element.getSimpleName().toString();
        if (!element.asType().getKind().isPrimitive()) {
            report(
                    Rule.UNSUPPORTED_TYPE,
                    variable,
                    "parameter '" + name + "' has type " + element.asType() + ", which a kernel cannot take",
                    "use a primitive type or a one-dimensional array of one");
            return null;
        }
        JavaType type = types.scalar(element.asType()).orElseThrow();
        if (!checks.check(element, variable, VariableRole.CONTROL)) {
            return null;
        }
        ValueRange range = LocalAnnotations.contract(element).orElse(null);
        // An extent of an array cannot be negative.
        if (range == null && extentNames.contains(name) && type.irType() instanceof IntType integer) {
            range = new ValueRange(
                    0, integer.max().min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue());
        }
        return new Parameter.Scalar(name, type, range);
    }

    private @Nullable Parameter array(
            VariableElement element,
            VariableTree variable,
            Set<String> integers,
            Map<String, Long> constants,
            String bundle) {
        String name = element.getSimpleName().toString();
        ArrayType arrayType = (ArrayType) element.asType();
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
        boolean isFit = checks.check(element, variable, VariableRole.PORT);
        Direction direction = direction(element, variable, name);
        List<Formula> shape = shape(element, variable, name, integers, constants);
        if (direction == null || shape == null || !isFit) {
            return null;
        }
        ValueRange range = LocalAnnotations.contract(element).orElse(null);
        return new Parameter.Array(name, type.get(), range, direction, shape, bundle);
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
            Set<String> integers,
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
        ShapeReader reader = new ShapeReader(
                integers, constants, (message, fix) -> report(Rule.SHAPE_EXPRESSION, variable, message, fix));
        return reader.read(shape.value());
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

    private Tolerance tolerance() {
        var given = method.getAnnotation(org.gatesmith.api.Tolerance.class);
        if (given == null) {
            return Tolerance.EXACT;
        }
        if (!(given.ulp() >= 0 && given.rel() >= 0 && given.abs() >= 0)
                || given.ulp() + given.rel() + given.abs() == 0) {
            report(
                    Rule.ANNOTATION_VALUE,
                    tree,
                    "@Tolerance needs at least one positive bound and no negative one",
                    "give the permitted error, or remove the annotation");
        }
        return new Tolerance(given.ulp(), given.rel(), given.abs());
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
}
