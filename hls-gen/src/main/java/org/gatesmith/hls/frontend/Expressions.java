package org.gatesmith.hls.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
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
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;

/** Lowers expressions. */
final class Expressions {

    private final MethodContext context;

    Expressions(MethodContext context) {
        this.context = context;
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
        throw context.unsupported(context.typeOf(tree), tree);
    }

    /** Lowers an expression whose value is assigned to, passed for or cast to a type. */
    RValue lowerAs(ExpressionTree tree, TypeMirror target) {
        TypeMirror type = context.types.resolve(target);
        return type.getKind().isPrimitive()
                ? scalarAs(tree, context.scalarType(tree, type))
                : convert(lower(tree), type, tree);
    }

    RValue.Scalar scalarAs(ExpressionTree tree, JavaType target) {
        Optional<RValue> choice = context.choices.lowerAs(tree, target);
        RValue.Scalar value = choice.isPresent() ? (RValue.Scalar) choice.get() : scalar(tree);
        return convert(value, target, context.span(tree));
    }

    RValue lower(ExpressionTree tree) {
        return switch (tree) {
            case ParenthesizedTree inner -> lower(inner.getExpression());
            case LiteralTree literal -> literal(literal);
            case IdentifierTree name -> name(name, context.elementOf(name));
            case MemberSelectTree member -> member(member);
            case UnaryTree unary -> unary(unary);
            case BinaryTree binary -> binary(binary);
            case ConditionalExpressionTree choice -> context.choices.lower(choice);
            case AssignmentTree assignment -> context.assignments.lower(assignment);
            case CompoundAssignmentTree assignment -> context.assignments.lower(assignment);
            case TypeCastTree cast -> lowerAs(cast.getExpression(), context.typeOf(cast));
            case ArrayAccessTree access -> context.arrays.read(access);
            case NewArrayTree creation ->
                throw context.error(
                        Rule.ALLOCATION,
                        creation,
                        "an array can be created only as the initial value of a local variable",
                        "declare a local array with constant extents");
            case NewClassTree creation -> create(creation);
            case MethodInvocationTree call -> context.calls.lower(call);
            case SwitchExpressionTree choice -> context.switches.lower(choice, context.typeOf(choice));
            case LambdaExpressionTree lambda -> LambdaBody.of(lambda, context);
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
            case String _ -> throw context.unsupported(context.typeOf(tree), tree);
            case null, default ->
                throw context.error(
                        Rule.UNSUPPORTED_EXPRESSION,
                        tree,
                        "null has no hardware equivalent",
                        "use a number that stands for 'none'");
        };
    }

    RValue.Scalar scalarOf(Literal literal, JavaType type, Span span) {
        return new RValue.Scalar(context.builder.constant(literal, type.irType(), span), type);
    }

    private RValue name(ExpressionTree tree, Element element) {
        RValue bound = isThis(tree)
                ? context.bindings().get(Calls.THIS)
                : context.bindings().get(element);
        if (bound != null) {
            return bound;
        }
        if (element.getKind() == ElementKind.FIELD && !isThis(tree)) {
            return field(tree, (VariableElement) element);
        }
        if (element instanceof VariableElement variable && !element.getKind().isField()) {
            return captured(tree, variable);
        }
        throw context.error(
                Rule.UNSUPPORTED_EXPRESSION,
                tree,
                "'" + tree + "' has no hardware equivalent",
                "use numbers, records of numbers and arrays of them");
    }

    /** A variable of the method around a lambda: constant, or reported already. */
    private RValue captured(ExpressionTree tree, VariableElement variable) {
        if (variable.getConstantValue() == null
                || context.types.scalar(variable.asType()).isEmpty()) {
            throw context.followUp(tree);
        }
        return context.program.constants().number(variable.getConstantValue(), variable.asType(), context, tree);
    }

    private static boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree name
                && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
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
        if (context.bindings().get(Calls.THIS) instanceof RValue.Struct struct) {
            return component(struct, field.getSimpleName().toString());
        }
        throw context.error(
                Rule.UNSUPPORTED_EXPRESSION,
                tree,
                "instance fields have no hardware equivalent",
                "use static methods and records");
    }

    RValue component(RValue.Struct struct, String name) {
        var components = struct.element().getRecordComponents();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).getSimpleName().contentEquals(name)) {
                return struct.components().get(i);
            }
        }
        throw new IllegalArgumentException(name);
    }

    private RValue member(MemberSelectTree tree) {
        if (isLength(tree)) {
            return new RValue.Scalar(
                    context.arrays.length(context.arrays.view(tree.getExpression()), tree), JavaType.INT);
        }
        Element element = context.elementOf(tree);
        if (element.getKind() == ElementKind.FIELD
                && !element.getModifiers().contains(Modifier.STATIC)
                && lower(tree.getExpression()) instanceof RValue.Struct struct) {
            return component(struct, element.getSimpleName().toString());
        }
        return name(tree, element);
    }

    private boolean isLength(MemberSelectTree tree) {
        TypeMirror owner = context.typeOf(tree.getExpression());
        return tree.getIdentifier().contentEquals("length") && owner != null && context.types.isArray(owner);
    }

    private RValue unary(UnaryTree tree) {
        return isIncrement(tree)
                ? context.assignments.step(tree)
                : context.arithmetic.unary(tree.getKind(), scalar(tree.getExpression()), tree);
    }

    private RValue binary(BinaryTree tree) {
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
            return context.choices.shortCircuit(tree);
        }
        if (context.types.isString(context.typeOf(tree))) {
            throw context.unsupported(context.typeOf(tree), tree);
        }
        if (comparesReferences(tree)) {
            throw context.error(
                    Rule.UNSUPPORTED_EXPRESSION,
                    tree,
                    "this compares references, which hardware does not have, not values",
                    "compare numbers of primitive types, component by component");
        }
        JavaType leftType = numberType(tree.getLeftOperand());
        JavaType rightType = numberType(tree.getRightOperand());
        RValue.Scalar left = operand(tree.getLeftOperand(), tree.getKind(), leftType, rightType);
        RValue.Scalar right = operand(tree.getRightOperand(), tree.getKind(), rightType, leftType);
        return context.arithmetic.binary(tree.getKind(), left, right, tree);
    }

    private JavaType numberType(ExpressionTree tree) {
        return context.scalarType(tree, context.typeOf(tree));
    }

    /** An operand of type {@code own}, as the type in which the operator computes. */
    RValue.Scalar operand(ExpressionTree tree, Tree.Kind operator, JavaType own, JavaType other) {
        return Arithmetic.promotesTogether(operator) && own != JavaType.BOOLEAN
                ? scalarAs(tree, Arithmetic.promoted(own, other))
                : scalar(tree);
    }

    private boolean comparesReferences(BinaryTree tree) {
        return (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)
                && isReference(tree.getLeftOperand())
                && isReference(tree.getRightOperand());
    }

    private boolean isReference(ExpressionTree tree) {
        return !context.typeOf(tree).getKind().isPrimitive();
    }

    private RValue create(NewClassTree tree) {
        TypeMirror type = context.typeOf(tree);
        Optional<DeclaredType> record = context.types.record(type);
        if (record.isEmpty()) {
            throw context.error(
                    Rule.ALLOCATION,
                    tree,
                    "objects of class " + type + " have no hardware equivalent",
                    context.types.fifo(type).isPresent()
                            ? "declare the FIFO as a local variable of a @Dataflow method"
                            : "use a record of primitive types");
        }
        if (context.types.leaves(type).isEmpty()) {
            throw context.error(
                    Rule.UNSUPPORTED_TYPE,
                    tree,
                    "record " + type + " has components that hardware cannot hold",
                    "use components of primitive types, or records of them");
        }
        context.calls.requireCanonicalConstructor((ExecutableElement) context.elementOf(tree), tree);
        checkComponents((TypeElement) record.get().asElement());
        List<TypeMirror> types = context.types.componentTypes(type);
        List<RValue> components = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            RValue value = lowerAs(tree.getArguments().get(i), types.get(i));
            components.add(context.assignments.assume(componentOf(record.get(), i), value, tree));
        }
        return new RValue.Struct(record.get(), components);
    }

    private void checkComponents(TypeElement record) {
        TreePath path = java.util.Objects.requireNonNull(context.program.model().path(record));
        VariableChecks checks =
                new VariableChecks(context.program.reporter(), path.getCompilationUnit(), context.types);
        for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
            if (member instanceof VariableTree field
                    && context.elementOf(field) instanceof VariableElement component
                    && !component.getModifiers().contains(Modifier.STATIC)) {
                checks.check(component, field, VariableRole.COMPONENT);
            }
        }
    }

    private static Element componentOf(DeclaredType record, int index) {
        return ((TypeElement) record.asElement()).getRecordComponents().get(index);
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
