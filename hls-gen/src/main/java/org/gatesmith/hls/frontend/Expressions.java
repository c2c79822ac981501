package org.gatesmith.hls.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/** Lowers expressions. */
final class Expressions {

    private final MethodContext context;
    private final Arithmetic arithmetic;
    private final Arrays arrays;

    Expressions(MethodContext context) {
        this.context = context;
        this.arithmetic = new Arithmetic(context);
        this.arrays = new Arrays(context);
    }

    static ExpressionTree withoutParentheses(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree inner ? withoutParentheses(inner.getExpression()) : tree;
    }

    static boolean isIncrement(UnaryTree unary) {
        return switch (unary.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    Value condition(ExpressionTree tree) {
        return scalar(tree).value();
    }

    /** Lowers an expression that must be a number. */
    RValue.Scalar scalar(ExpressionTree tree) {
        RValue value = lower(tree);
        if (value instanceof RValue.Scalar scalar) {
            return scalar;
        }
        if (value instanceof RValue.Nothing) {
            throw new LoweringError();
        }
        throw context.error(
                Rule.UNSUPPORTED_EXPRESSION,
                tree,
                "a value of type " + context.typeOf(tree) + " cannot be used here",
                null);
    }

    RValue lower(ExpressionTree tree) {
        return switch (tree) {
            case ParenthesizedTree inner -> lower(inner.getExpression());
            case LiteralTree literal -> literal(literal);
            case IdentifierTree name -> name(name, context.elementOf(name));
            case MemberSelectTree member -> member(member);
            case UnaryTree unary -> unary(unary);
            case BinaryTree binary -> binary(binary);
            case ConditionalExpressionTree choice -> conditional(choice);
            case AssignmentTree assignment -> assign(assignment);
            case CompoundAssignmentTree assignment -> assign(assignment);
            case TypeCastTree cast -> convert(lower(cast.getExpression()), context.typeOf(cast), cast);
            case ArrayAccessTree access -> arrays.read(access);
            case NewArrayTree creation ->
                throw context.error(
                        Rule.ALLOCATION,
                        creation,
                        "an array can be created only as the initial value of a local variable",
                        "declare a local array with constant extents");
            case NewClassTree creation -> create(creation);
            case MethodInvocationTree call -> context.calls.lower(call);
            case SwitchExpressionTree choice -> context.switches.lower(choice, context.typeOf(choice));
            case LambdaExpressionTree lambda -> context.calls.lambda(lambda);
            case MemberReferenceTree reference -> context.calls.reference(reference);
            default ->
                throw context.error(
                        Rule.UNSUPPORTED_EXPRESSION, tree, "this expression has no hardware equivalent", null);
        };
    }

    private RValue literal(LiteralTree tree) {
        Span span = context.span(tree);
        return switch (tree.getValue()) {
            case Boolean b -> scalarOf(Literal.Int.of(b ? 1 : 0), JavaType.BOOLEAN, span);
            case Character c -> scalarOf(Literal.Int.of(c), JavaType.CHAR, span);
            case Integer i -> scalarOf(Literal.Int.of(i), JavaType.INT, span);
            case Long l -> scalarOf(Literal.Int.of(l), JavaType.LONG, span);
            case Float f -> scalarOf(Literal.F32.of(f), JavaType.FLOAT, span);
            case Double d -> scalarOf(Literal.F64.of(d), JavaType.DOUBLE, span);
            case String _ ->
                throw context.error(
                        Rule.STRING, tree, "strings have no hardware equivalent", "use numbers; print on the host");
            case null, default ->
                throw context.error(Rule.UNSUPPORTED_EXPRESSION, tree, "null has no hardware equivalent", null);
        };
    }

    RValue.Scalar scalarOf(Literal literal, JavaType type, Span span) {
        return new RValue.Scalar(context.builder.constant(literal, type.irType(), span), type);
    }

    private RValue name(ExpressionTree tree, Element element) {
        RValue bound = context.bindings().get(element);
        if (bound != null) {
            if (bound instanceof RValue.Nothing) {
                throw new LoweringError();
            }
            return bound;
        }
        if (element.getKind() == ElementKind.FIELD) {
            return field(tree, (VariableElement) element);
        }
        if (element.getKind().isVariable()) {
            // Its declaration was in error and has been reported.
            throw new LoweringError();
        }
        throw context.error(Rule.UNSUPPORTED_EXPRESSION, tree, "'" + tree + "' has no hardware equivalent", null);
    }

    private RValue field(ExpressionTree tree, VariableElement field) {
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            return thisComponent(tree, field);
        }
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            throw context.error(
                    Rule.MUTABLE_STATIC,
                    tree,
                    "the static field " + field.getSimpleName() + " can change, which hardware cannot follow",
                    "make it static final, or pass it as a parameter");
        }
        return context.program.constants().read(field, context, tree);
    }

    private RValue thisComponent(ExpressionTree tree, VariableElement field) {
        RValue self = context.bindings().get(Calls.THIS);
        if (self instanceof RValue.Struct struct) {
            return component(struct, field.getSimpleName().toString());
        }
        throw context.error(
                Rule.UNSUPPORTED_EXPRESSION,
                tree,
                "instance fields have no hardware equivalent",
                "use static methods and records");
    }

    RValue component(RValue.Struct struct, String name) {
        var components = struct.type().getRecordComponents();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).getSimpleName().contentEquals(name)) {
                return struct.components().get(i);
            }
        }
        throw new IllegalArgumentException(name);
    }

    private RValue member(MemberSelectTree tree) {
        Element element = context.elementOf(tree);
        if (tree.getIdentifier().contentEquals("length")
                && context.types.isArray(context.typeOf(tree.getExpression()))) {
            RValue.ArrayView array = (RValue.ArrayView) lower(tree.getExpression());
            return new RValue.Scalar(length(array, tree), JavaType.INT);
        }
        if (element.getKind() == ElementKind.FIELD && !element.getModifiers().contains(Modifier.STATIC)) {
            if (lower(tree.getExpression()) instanceof RValue.Struct struct) {
                return component(struct, element.getSimpleName().toString());
            }
        }
        return name(tree, element);
    }

    /** Number of elements of an array's outermost dimension. */
    Value length(RValue.ArrayView array, Tree tree) {
        return arrays.length(array, tree);
    }

    RValue element(RValue.ArrayView array, Value index, Tree tree) {
        return arrays.element(array, index, tree);
    }

    /** The array or FIFO that a declaration creates or names. */
    RValue storage(VariableTree variable, VariableElement element) {
        return arrays.declare(variable, element);
    }

    private RValue unary(UnaryTree tree) {
        if (isIncrement(tree)) {
            boolean up = tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
            boolean postfix =
                    tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
            return update(tree.getExpression(), old -> arithmetic.step((RValue.Scalar) old, up, tree), postfix, tree);
        }
        return arithmetic.unary(tree.getKind(), scalar(tree.getExpression()), tree);
    }

    private RValue binary(BinaryTree tree) {
        Span span = context.span(tree);
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
            return shortCircuit(tree, span);
        }
        if (context.types.scalar(context.typeOf(tree.getLeftOperand())).isEmpty()) {
            throw context.error(
                    context.typeOf(tree).toString().equals("java.lang.String")
                            ? Rule.STRING
                            : Rule.UNSUPPORTED_EXPRESSION,
                    tree,
                    "operator on " + context.typeOf(tree.getLeftOperand()) + " has no hardware equivalent",
                    "use primitive types");
        }
        RValue.Scalar left = scalar(tree.getLeftOperand());
        RValue.Scalar right = scalar(tree.getRightOperand());
        return arithmetic.binary(tree.getKind(), left, right, tree);
    }

    private RValue shortCircuit(BinaryTree tree, Span span) {
        Value left = condition(tree.getLeftOperand());
        boolean isAnd = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
        RValue[] right = new RValue[1];
        Value before = left;
        RValue result = context.choose(
                isAnd ? left : context.builder.not(left, span),
                span,
                () -> right[0] = scalar(tree.getRightOperand()),
                () -> scalarOf(Literal.Int.of(isAnd ? 0 : 1), JavaType.BOOLEAN, span));
        return simplified(result, before, right[0], isAnd, span);
    }

    /** A right side without effects needs no branch: both sides are computed and joined by a gate. */
    private RValue simplified(RValue result, Value left, @Nullable RValue right, boolean isAnd, Span span) {
        if (right instanceof RValue.Scalar rightScalar
                && result instanceof RValue.Scalar joined
                && joined.value() != rightScalar.value()
                && context.builder.replaceLastSelect(joined.value())) {
            Operator gate = isAnd ? Operator.AND : Operator.OR;
            return new RValue.Scalar(
                    context.builder.compute(gate, IntType.BOOL, span, left, rightScalar.value()), JavaType.BOOLEAN);
        }
        return result;
    }

    private RValue conditional(ConditionalExpressionTree tree) {
        Value condition = condition(tree.getCondition());
        TypeMirror type = context.typeOf(tree);
        return context.choose(
                condition,
                context.span(tree),
                () -> convert(lower(tree.getTrueExpression()), type, tree),
                () -> convert(lower(tree.getFalseExpression()), type, tree));
    }

    private RValue assign(AssignmentTree tree) {
        ExpressionTree target = withoutParentheses(tree.getVariable());
        if (target instanceof ArrayAccessTree access) {
            return arrays.write(access, _ -> lower(tree.getExpression()), false, false, tree);
        }
        VariableElement variable = localVariable(target, tree);
        RValue value = convert(lower(tree.getExpression()), variable.asType(), tree);
        return bind(variable, value, tree);
    }

    private RValue assign(CompoundAssignmentTree tree) {
        return update(
                tree.getVariable(),
                old -> arithmetic.binary(
                        Arithmetic.compoundOperation(tree.getKind()),
                        (RValue.Scalar) old,
                        scalar(tree.getExpression()),
                        tree),
                false,
                tree);
    }

    /** Replaces the value of a variable or element by a function of the old one. */
    private RValue update(ExpressionTree tree, UnaryOperator<RValue> change, boolean yieldsOld, Tree at) {
        ExpressionTree target = withoutParentheses(tree);
        if (target instanceof ArrayAccessTree access) {
            return arrays.write(access, change, true, yieldsOld, at);
        }
        VariableElement variable = localVariable(target, at);
        RValue old = scalar(target);
        RValue changed = bind(variable, convert(change.apply(old), variable.asType(), at), at);
        return yieldsOld ? old : changed;
    }

    private VariableElement localVariable(ExpressionTree target, Tree at) {
        Element element = context.elementOf(target);
        if (element instanceof VariableElement variable && element.getKind() != ElementKind.FIELD) {
            if (context.types.isArray(variable.asType())
                    || context.types.fifo(variable.asType()).isPresent()) {
                throw context.error(
                        Rule.ARRAY_VARIABLE,
                        at,
                        "'" + variable.getSimpleName()
                                + "' is assigned again; in hardware a name stands for one memory",
                        "copy the elements, or select by an index into a larger array");
            }
            return variable;
        }
        throw context.error(
                Rule.MUTABLE_STATIC,
                at,
                "'" + target + "' is a field; hardware has no state between calls",
                "use a local variable or an array parameter");
    }

    private RValue bind(VariableElement variable, RValue value, Tree at) {
        RValue named = value instanceof RValue.Scalar scalar
                ? new RValue.Scalar(
                        context.builder.named(
                                scalar.value(), variable.getSimpleName().toString(), context.span(at)),
                        scalar.type())
                : value;
        RValue assumed = assume(variable, named, at);
        context.bindings().put(variable, assumed);
        return assumed;
    }

    /** Adds the contract of a variable, if it has one, to a value. */
    RValue assume(Element variable, RValue value, Tree at) {
        Optional<ValueRange> contract = LocalAnnotations.contract(variable);
        if (contract.isEmpty() || !(value instanceof RValue.Scalar scalar)) {
            return value;
        }
        return new RValue.Scalar(
                assume(scalar.value(), contract.get(), variable.getSimpleName().toString(), at), scalar.type());
    }

    Value assume(Value value, ValueRange contract, String what, Tree at) {
        if (!(value.type() instanceof IntType)) {
            throw context.error(Rule.CONTRACT_TYPE, at, "the contract on '" + what + "' needs an integer type", null);
        }
        Value result = Value.named(value.type(), what);
        context.builder.append(new Op.Assume(
                result,
                value,
                BigInteger.valueOf(contract.min()),
                BigInteger.valueOf(contract.max()),
                what,
                context.span(at)));
        return result;
    }

    private RValue create(NewClassTree tree) {
        TypeMirror type = context.typeOf(tree);
        Optional<TypeElement> record = context.types.record(type);
        if (record.isEmpty()) {
            throw context.error(
                    Rule.ALLOCATION,
                    tree,
                    "objects of class " + type + " have no hardware equivalent",
                    "use a record of primitive types");
        }
        context.calls.requireCanonicalConstructor((ExecutableElement) context.elementOf(tree), tree);
        List<TypeMirror> types = context.types.componentTypes(type);
        List<RValue> components = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            RValue value = convert(lower(tree.getArguments().get(i)), types.get(i), tree);
            components.add(assume(record.get().getRecordComponents().get(i), value, tree));
        }
        return new RValue.Struct(record.get(), components);
    }

    /** Converts as an assignment or cast does (JLS 5.1). */
    RValue convert(RValue value, TypeMirror type, Tree at) {
        if (value instanceof RValue.Scalar scalar) {
            Optional<JavaType> target = context.types.scalar(type);
            return target.isEmpty() ? value : convert(scalar, target.get(), context.span(at));
        }
        return value;
    }

    RValue.Scalar convert(RValue.Scalar scalar, JavaType target, Span span) {
        JavaType source = scalar.type();
        if (source == target) {
            return scalar;
        }
        Value value = scalar.value();
        if (target.irType() instanceof IntType integer) {
            Value whole = source.isFloatingPoint() ? truncate(value, target, span) : value;
            return new RValue.Scalar(context.builder.cast(whole, integer, span), target);
        }
        Operator operator = source.isFloatingPoint() ? Operator.FLOAT_CONVERT : Operator.INT_TO_FLOAT;
        FloatType type = (FloatType) target.irType();
        return new RValue.Scalar(context.builder.compute(operator, type, span, value), target);
    }

    /** Floating point goes to long, or to int and from there to the narrower types (JLS 5.1.3). */
    private Value truncate(Value value, JavaType target, Span span) {
        return target == JavaType.LONG
                ? context.builder.compute(Operator.FLOAT_TO_INT64, IntType.I64, span, value)
                : context.builder.compute(Operator.FLOAT_TO_INT32, IntType.I32, span, value);
    }
}
