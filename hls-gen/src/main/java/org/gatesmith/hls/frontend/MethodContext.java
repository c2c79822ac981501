package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** What the parts of the front end share while they lower one method for one kind of arguments. */
final class MethodContext {

    /** Most operations that are computed on both sides of a choice instead of behind a branch. */
    private static final int SPECULATION_LIMIT = 16;

    final Lowering program;
    final CompilationUnitTree unit;
    final ExecutableElement method;
    final JavaTypes types;

    /** What a return statement gives. */
    final TypeMirror resultType;

    final OpBuilder builder;
    final Jumps jumps = new Jumps();
    final LoopLabels labels;
    final VariableChecks variables;
    final Statements statements;
    final Expressions expressions;
    final Arithmetic arithmetic;
    final Assignments assignments;
    final Choices choices;
    final Arrays arrays;
    final Loops loops;
    final Switches switches;
    final Calls calls;
    private final TreePath unitPath;
    private Bindings bindings = new Bindings();
    private @Nullable Map<String, Value> shapeValues;

    MethodContext(
            Lowering program, CompilationUnitTree unit, ExecutableElement method, JavaTypes types, LoopLabels labels) {
        this(program, unit, method, types, types.resolve(method.getReturnType()), labels, new OpBuilder());
    }

    private MethodContext(
            Lowering program,
            CompilationUnitTree unit,
            ExecutableElement method,
            JavaTypes types,
            TypeMirror resultType,
            LoopLabels labels,
            OpBuilder builder) {
        this.program = program;
        this.unit = unit;
        this.method = method;
        this.types = types;
        this.resultType = resultType;
        this.labels = labels;
        this.builder = builder;
        this.unitPath = new TreePath(unit);
        this.variables = new VariableChecks(program.reporter(), unit, types);
        this.statements = new Statements(this);
        this.arrays = new Arrays(this);
        this.expressions = new Expressions(this);
        this.arithmetic = new Arithmetic(this);
        this.assignments = new Assignments(this);
        this.choices = new Choices(this);
        this.loops = new Loops(this);
        this.switches = new Switches(this);
        this.calls = new Calls(this);
    }

    /** For the body of a lambda that is written in this method: no variables, operations appended where it is called. */
    MethodContext forLambda(TypeMirror result, OpBuilder caller) {
        return new MethodContext(program, unit, method, types, result, labels, caller);
    }

    Bindings bindings() {
        return bindings;
    }

    Span span(Tree tree) {
        return program.model().span(unit, tree);
    }

    TypeMirror typeOf(Tree tree) {
        return types.resolve(program.model().trees().getTypeMirror(new TreePath(unitPath, tree)));
    }

    Element elementOf(Tree tree) {
        return program.model().trees().getElement(new TreePath(unitPath, tree));
    }

    LoweringError error(Rule rule, Tree tree, String message, @Nullable String fix) {
        return program.reporter().error(rule, unit, tree, message, fix);
    }

    /** Leaves a statement that depends on one whose error has been reported. */
    LoweringError followUp(Tree tree) {
        return program.reporter().followUp(unit, tree);
    }

    /** Reports a type that hardware cannot hold. */
    LoweringError unsupported(TypeMirror type, Tree tree) {
        return types.isString(type)
                ? error(Rule.STRING, tree, "strings have no hardware equivalent", "use numbers; print on the host")
                : error(
                        Rule.UNSUPPORTED_TYPE,
                        tree,
                        "type " + type + " has no hardware equivalent here",
                        "use a primitive type, a record of primitive types, an array of them, or a FIFO");
    }

    /** The value under a variable's name, so that the emitted code keeps the Java names; the same value if it is another's. */
    RValue named(RValue value, String name) {
        return value instanceof RValue.Scalar scalar && !bindings.wasBound(scalar.value())
                ? new RValue.Scalar(builder.named(scalar.value(), name), scalar.type())
                : value;
    }

    /** The number type of an expression's Java type. */
    JavaType scalarType(Tree tree, TypeMirror type) {
        return types.scalar(type).orElseThrow(() -> unsupported(type, tree));
    }

    /** The value with every number zero. */
    RValue zero(TypeMirror type, Tree tree) {
        List<JavaType> leaves = types.leaves(type).orElseThrow(() -> unsupported(type, tree));
        return structured(
                type,
                leaves.stream().map(leaf -> zero(leaf.irType(), span(tree))).toList());
    }

    private Value zero(ScalarType type, Span span) {
        Literal literal = type == FloatType.F32
                ? Literal.F32.of(0)
                : type == FloatType.F64 ? Literal.F64.of(0) : Literal.Int.of(0);
        return builder.constant(literal, type, span);
    }

    /** A fresh value of the same form, for instance the parameters of a region. */
    static List<Value> freshLeaves(List<Value> leaves, List<String> names) {
        List<Value> fresh = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            fresh.add(Value.named(leaves.get(i).type(), names.get(i)));
        }
        return fresh;
    }

    /** Names for the numbers of some variables, in the order of {@link Bindings#leaves}. */
    List<String> leafNames(List<Object> variables) {
        List<String> names = new ArrayList<>();
        for (Object variable : variables) {
            RValue value = bindings.get(variable);
            if (value != null) {
                addNames(names, nameOf(variable), value);
            }
        }
        return names;
    }

    static void addNames(List<String> names, String name, RValue value) {
        if (value instanceof RValue.Scalar) {
            names.add(name);
        } else if (value instanceof RValue.Struct struct) {
            var components = struct.element().getRecordComponents();
            for (int i = 0; i < components.size(); i++) {
                addNames(
                        names,
                        name + "_" + components.get(i).getSimpleName(),
                        struct.components().get(i));
            }
        }
    }

    private static String nameOf(Object variable) {
        return switch (variable) {
            case VariableElement element -> element.getSimpleName().toString();
            case Jumps.Flag flag -> flag.name();
            default -> variable.toString();
        };
    }

    /** True while none of some jumps is pending. */
    Value nonePending(Collection<Jumps.Flag> flags, Span span) {
        Value pending = builder.bool(false, span);
        for (Jumps.Flag flag : flags) {
            if (bindings.get(flag) instanceof RValue.Scalar state) {
                pending = or(pending, state.value(), span);
            }
        }
        return builder.not(pending, span);
    }

    Value or(Value left, Value right, Span span) {
        if (isConstant(left, false)) {
            return right;
        }
        return isConstant(right, false) ? left : builder.compute(Operator.OR, IntType.BOOL, span, left, right);
    }

    boolean isConstant(Value condition, boolean value) {
        return builder.integerOf(condition)
                .filter(c -> (c.signum() != 0) == value)
                .isPresent();
    }

    /** Runs one of two parts; variables that differ afterwards are merged. */
    void branch(Value condition, Span span, Runnable thenPart, Runnable elsePart) {
        choose(
                condition,
                span,
                () -> {
                    thenPart.run();
                    return new RValue.Nothing();
                },
                () -> {
                    elsePart.run();
                    return new RValue.Nothing();
                });
    }

    /** Evaluates one of two expressions, which must be numbers, records or nothing unless the condition is constant. */
    RValue choose(Value condition, Span span, Supplier<RValue> thenPart, Supplier<RValue> elsePart) {
        if (builder.integerOf(condition).isPresent()) {
            return isConstant(condition, true) ? thenPart.get() : elsePart.get();
        }
        Bindings before = bindings;
        Alternative thenSide = alternative(before, thenPart);
        Alternative elseSide = alternative(before, elsePart);
        List<Object> changed = before.variables().stream()
                .filter(v -> !sameLeaves(v, thenSide.bindings, elseSide.bindings))
                .toList();
        assignAlike(before, thenSide.bindings, elseSide.bindings);
        if (changed.isEmpty()
                && isSpeculatable(thenSide.ops)
                && isSpeculatable(elseSide.ops)
                && !thenSide.value.leaves().isEmpty()) {
            return select(condition, span, thenSide, elseSide);
        }
        return merge(condition, span, thenSide, elseSide, changed);
    }

    private record Alternative(List<Op> ops, Bindings bindings, RValue value) {}

    private Alternative alternative(Bindings before, Supplier<RValue> part) {
        bindings = before.copy();
        try {
            RValue[] value = {new RValue.Nothing()};
            List<Op> ops = builder.capture(() -> value[0] = part.get());
            return new Alternative(ops, bindings, value[0]);
        } finally {
            bindings = before;
        }
    }

    /** A variable that both sides give the same value, one from outside of both, has that value afterwards. */
    private static void assignAlike(Bindings before, Bindings thenSide, Bindings elseSide) {
        List<Object> alike = before.variables().stream()
                .filter(v -> thenSide.get(v) != null && sameLeaves(v, thenSide, elseSide))
                .toList();
        before.setLeaves(alike, thenSide.leaves(alike));
    }

    private static boolean sameLeaves(Object variable, Bindings left, Bindings right) {
        List<Object> one = List.of(variable);
        return left.leaves(one).equals(right.leaves(one));
    }

    private static boolean isSpeculatable(List<Op> ops) {
        return ops.size() <= SPECULATION_LIMIT
                && ops.stream()
                        .allMatch(op -> op instanceof Op.Constant
                                || (op instanceof Op.Compute compute
                                        && compute.operator() != Operator.DIV
                                        && compute.operator() != Operator.REM));
    }

    private RValue select(Value condition, Span span, Alternative thenSide, Alternative elseSide) {
        builder.appendAll(thenSide.ops);
        builder.appendAll(elseSide.ops);
        List<Value> chosen = new ArrayList<>();
        for (int i = 0; i < thenSide.value.leaves().size(); i++) {
            Value a = thenSide.value.leaves().get(i);
            Value b = elseSide.value.leaves().get(i);
            chosen.add(a == b ? a : builder.compute(Operator.SELECT, a.scalarType(), span, condition, a, b));
        }
        return thenSide.value.withLeaves(chosen);
    }

    private RValue merge(Value condition, Span span, Alternative thenSide, Alternative elseSide, List<Object> changed) {
        List<Value> thenYields = new ArrayList<>(thenSide.bindings.leaves(changed));
        List<Value> elseYields = new ArrayList<>(elseSide.bindings.leaves(changed));
        List<String> names = leafNames(changed);
        thenYields.addAll(thenSide.value.leaves());
        elseYields.addAll(elseSide.value.leaves());
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < thenYields.size(); i++) {
            results.add(Value.named(thenYields.get(i).type(), i < names.size() ? names.get(i) : null));
        }
        builder.append(new Op.If(
                results,
                condition,
                new Region(List.of(), thenSide.ops, thenYields),
                new Region(List.of(), elseSide.ops, elseYields),
                span));
        bindings.setLeaves(changed, results.subList(0, names.size()));
        return thenSide.value.withLeaves(results.subList(names.size(), results.size()));
    }

    /** A number or record of a Java type, made of {@code leaves}. */
    RValue structured(TypeMirror type, List<Value> leaves) {
        return structured(type, leaves.iterator());
    }

    private RValue structured(TypeMirror type, Iterator<Value> leaves) {
        Optional<JavaType> scalar = types.scalar(type);
        if (scalar.isPresent()) {
            return new RValue.Scalar(leaves.next(), scalar.get());
        }
        return new RValue.Struct(
                types.record(type).orElseThrow(),
                types.componentTypes(type).stream()
                        .map(component -> structured(component, leaves))
                        .toList());
    }

    /** The numbers that the names in shapes stand for; set while the kernel method itself is lowered. */
    void setShapeValues(Map<String, Value> values) {
        shapeValues = Map.copyOf(values);
    }

    /** The number of elements of a port. */
    Value portLength(RValue.ArrayView port, Tree tree) {
        List<Formula> shape = port.shape();
        if (shape == null || shapeValues == null) {
            throw error(
                    Rule.UNSUPPORTED_EXPRESSION,
                    tree,
                    "the length of a memory port is known in the kernel method only",
                    "pass the length as an int argument");
        }
        Value length = builder.integer(1, IntType.I32, span(tree));
        for (Formula extent : shape) {
            length = builder.compute(Operator.MUL, IntType.I32, span(tree), length, value(extent, shapeValues, tree));
        }
        return length;
    }

    private Value value(Formula formula, Map<String, Value> names, Tree tree) {
        Span span = span(tree);
        return switch (formula) {
            case Formula.Number number -> builder.integer(number.value(), IntType.I32, span);
            case Formula.Name name -> java.util.Objects.requireNonNull(names.get(name.name()));
            case Formula.Unary unary ->
                builder.compute(Operator.NEG, IntType.I32, span, value(unary.operand(), names, tree));
            case Formula.Binary binary ->
                builder.compute(
                        switch (binary.operator()) {
                            case "+" -> Operator.ADD;
                            case "-" -> Operator.SUB;
                            case "*" -> Operator.MUL;
                            case "/" -> Operator.DIV;
                            case "%" -> Operator.REM;
                            default -> throw new IllegalStateException(binary.operator());
                        },
                        IntType.I32,
                        span,
                        value(binary.left(), names, tree),
                        value(binary.right(), names, tree));
        };
    }
}
