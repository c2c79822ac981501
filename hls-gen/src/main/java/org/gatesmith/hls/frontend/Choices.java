package org.gatesmith.hls.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Lowers expressions that evaluate one of their parts only. */
final class Choices {

    private final MethodContext context;

    Choices(MethodContext context) {
        this.context = context;
    }

    /** {@code &&} and {@code ||}. */
    RValue shortCircuit(BinaryTree tree) {
        Span span = context.span(tree);
        Value left = context.expressions.condition(tree.getLeftOperand());
        boolean isAnd = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
        RValue[] right = new RValue[1];
        Value before = left;
        RValue result = context.choose(
                isAnd ? left : context.builder.not(left, span),
                span,
                () -> right[0] = context.expressions.scalar(tree.getRightOperand()),
                () -> context.expressions.scalarOf(Literal.Int.of(isAnd ? 0 : 1), JavaType.BOOLEAN, span));
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

    RValue lower(ConditionalExpressionTree tree) {
        return lower(tree, context.typeOf(tree));
    }

    private RValue lower(ConditionalExpressionTree tree, TypeMirror type) {
        Value condition = context.expressions.condition(tree.getCondition());
        if (context.builder.integerOf(condition).isEmpty()) {
            requireNumbers(context.typeOf(tree), tree);
        }
        return context.choose(
                condition,
                context.span(tree),
                () -> context.expressions.lowerAs(tree.getTrueExpression(), type),
                () -> context.expressions.lowerAs(tree.getFalseExpression(), type));
    }

    /**
     * A choice between numbers whose alternatives become a {@code target} at once; empty for other expressions. By JLS 15.25.2
     * an int beside a float is rounded to float first, but javac converts each alternative to the type that the expression is
     * wanted as, unless parentheses stand around it or the condition is constant; and what the JVM computes is what counts.
     */
    Optional<RValue> lowerAs(ExpressionTree tree, JavaType target) {
        TypeMirror type = context.types.primitive(target);
        boolean isNumber = context.typeOf(tree).getKind().isPrimitive();
        return switch (tree) {
            case ConditionalExpressionTree choice
            when isNumber && !isConstant(choice.getCondition()) -> Optional.of(lower(choice, type));
            case SwitchExpressionTree choice when isNumber -> Optional.of(context.switches.lower(choice, type));
            default -> Optional.empty();
        };
    }

    /** Whether javac knows the value (JLS 15.29). */
    private boolean isConstant(ExpressionTree tree) {
        return switch (tree) {
            case LiteralTree _ -> true;
            case ParenthesizedTree inner -> isConstant(inner.getExpression());
            case UnaryTree unary -> !Expressions.isIncrement(unary) && isConstant(unary.getExpression());
            case BinaryTree binary -> isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
            case TypeCastTree cast -> isConstant(cast.getExpression());
            case IdentifierTree _, MemberSelectTree _ ->
                context.elementOf(tree) instanceof VariableElement variable && variable.getConstantValue() != null;
            default -> false;
        };
    }

    /** Which array or function a name stands for cannot be chosen at run time. */
    void requireNumbers(TypeMirror type, ExpressionTree tree) {
        if (context.types.isArray(type)) {
            throw context.error(
                    Rule.ARRAY_VARIABLE,
                    tree,
                    "which array this is depends on values at run time; in hardware a name stands for one memory",
                    "choose between elements, or select by an index into a larger array");
        }
        if (context.types.isFunction(type)) {
            throw context.error(
                    Rule.LAMBDA,
                    tree,
                    "which function this is depends on values at run time",
                    "choose between the results of the functions");
        }
        if (context.types.leaves(type).isEmpty()) {
            throw context.unsupported(type, tree);
        }
    }
}
