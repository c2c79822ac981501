package org.gatesmith.hls.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;

/** Lowers expressions that give a variable or array element a new value. */
final class Assignments {

    private final MethodContext context;

    Assignments(MethodContext context) {
        this.context = context;
    }

    RValue lower(AssignmentTree tree) {
        ExpressionTree target = Expressions.withoutParentheses(tree.getVariable());
        if (target instanceof ArrayAccessTree access) {
            return context.arrays.write(
                    access,
                    _ -> context.expressions.lowerAs(tree.getExpression(), context.typeOf(target)),
                    false,
                    false,
                    tree);
        }
        VariableElement variable = localVariable(target, tree);
        return bind(variable, context.expressions.lowerAs(tree.getExpression(), variable.asType()), tree);
    }

    RValue lower(CompoundAssignmentTree tree) {
        Tree.Kind operator = Arithmetic.compoundOperation(tree.getKind());
        return update(tree.getVariable(), old -> combine(old, operator, tree), false, tree);
    }

    private RValue combine(RValue.Scalar old, Tree.Kind operator, CompoundAssignmentTree tree) {
        ExpressionTree operand = tree.getExpression();
        JavaType type = context.scalarType(operand, context.typeOf(operand));
        RValue.Scalar right = context.expressions.operand(operand, operator, type, old.type());
        return context.arithmetic.binary(operator, old, right, tree);
    }

    /** {@code ++} and {@code --}. */
    RValue step(UnaryTree tree) {
        boolean up = tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
        boolean postfix =
                tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        return update(tree.getExpression(), old -> context.arithmetic.step(old, up, tree), postfix, tree);
    }

    /** Replaces the value of a variable or element by a function of the old one. */
    private RValue update(ExpressionTree tree, Function<RValue.Scalar, RValue> change, boolean yieldsOld, Tree at) {
        UnaryOperator<RValue> onNumber = old -> {
            if (old instanceof RValue.Scalar number) {
                return change.apply(number);
            }
            throw context.unsupported(context.typeOf(tree), tree);
        };
        ExpressionTree target = Expressions.withoutParentheses(tree);
        if (target instanceof ArrayAccessTree access) {
            return context.arrays.write(access, onNumber, true, yieldsOld, at);
        }
        VariableElement variable = localVariable(target, at);
        RValue old = context.expressions.scalar(target);
        RValue changed = bind(variable, context.expressions.convert(onNumber.apply(old), variable.asType(), at), at);
        return yieldsOld ? old : changed;
    }

    private VariableElement localVariable(ExpressionTree target, Tree at) {
        Element element = context.elementOf(target);
        if (!(element instanceof VariableElement variable) || element.getKind() == ElementKind.FIELD) {
            throw context.error(
                    Rule.MUTABLE_STATIC,
                    at,
                    "'" + target + "' is a field; hardware has no state between calls",
                    "use a local variable or an array parameter");
        }
        if (context.types.leaves(variable.asType()).isEmpty()) {
            throw context.error(
                    context.types.isFunction(variable.asType()) ? Rule.LAMBDA : Rule.ARRAY_VARIABLE,
                    at,
                    "'" + variable.getSimpleName()
                            + "' is assigned again; in hardware a name stands for one memory or function",
                    "copy the elements, or select by an index into a larger array");
        }
        return variable;
    }

    private RValue bind(VariableElement variable, RValue value, Tree at) {
        RValue named = context.named(value, variable.getSimpleName().toString());
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
}
