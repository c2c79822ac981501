package org.gatesmith.hls.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Lowers switch statements and expressions to chains of comparisons. */
final class Switches {

    private final MethodContext context;
    private final List<Jumps.Target> expressionTargets = new ArrayList<>();

    Switches(MethodContext context) {
        this.context = context;
    }

    /** One group of labels and what it runs. */
    private record Branch(Tree tree, List<Value> labels, boolean isDefault, Runnable body, boolean fallsThrough) {}

    void lower(SwitchTree choice) {
        Value selector = selector(choice.getExpression());
        Jumps.Target target = context.jumps.enterSwitch(choice, null);
        context.statements.clear(target.breaks(), choice);
        run(selector, branches(choice.getCases(), null), target, context.span(choice));
        context.jumps.leave();
        context.bindings().remove(target.breaks());
    }

    RValue lower(SwitchExpressionTree choice, TypeMirror type) {
        Value selector = selector(choice.getExpression());
        Object variable = new Object() {
            @Override
            public String toString() {
                return "choice";
            }
        };
        context.bindings().put(variable, context.zero(type, choice));
        Jumps.Target target = context.jumps.enterSwitch(choice, variable);
        expressionTargets.add(target);
        yieldTypes.add(type);
        context.statements.clear(target.breaks(), choice);
        run(selector, branches(choice.getCases(), target), target, context.span(choice));
        yieldTypes.removeLast();
        context.jumps.leave();
        context.bindings().remove(target.breaks());
        RValue result = Objects.requireNonNull(context.bindings().get(variable));
        context.bindings().remove(variable);
        return result;
    }

    private final List<TypeMirror> yieldTypes = new ArrayList<>();

    /** {@code yield value}, or the value of an arrow. */
    void yield(ExpressionTree value) {
        Jumps.Target target = context.jumps.yieldTarget();
        RValue lowered = context.expressions.lower(value);
        context.bindings()
                .put(
                        Objects.requireNonNull(target.yieldVariable()),
                        context.expressions.convert(lowered, yieldTypes.getLast(), value));
        context.statements.set(target.breaks(), value);
    }

    /** The variable that a jump out of a switch expression assigns. */
    Optional<Object> yieldVariable(Set<Jumps.Flag> flags) {
        return expressionTargets.stream()
                .filter(target -> flags.contains(target.breaks()))
                .map(Jumps.Target::yieldVariable)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .findFirst();
    }

    private Value selector(ExpressionTree expression) {
        RValue value = context.expressions.lower(expression);
        if (value instanceof RValue.Scalar scalar && scalar.value().type() instanceof IntType) {
            return scalar.value();
        }
        throw context.error(
                Rule.UNSUPPORTED_EXPRESSION,
                expression,
                "hardware can switch on integers only, not on " + context.typeOf(expression),
                "encode the alternatives as int constants");
    }

    private List<Branch> branches(List<? extends CaseTree> cases, Jumps.@Nullable Target expression) {
        List<Branch> branches = new ArrayList<>();
        for (CaseTree branch : cases) {
            branches.add(branch(branch, expression));
        }
        return branches;
    }

    private Branch branch(CaseTree branch, Jumps.@Nullable Target expression) {
        List<Value> labels = new ArrayList<>();
        boolean isDefault = false;
        for (var label : branch.getLabels()) {
            switch (label) {
                case DefaultCaseLabelTree _ -> isDefault = true;
                case ConstantCaseLabelTree constant -> labels.add(label(constant.getConstantExpression()));
                default ->
                    throw context.error(
                            Rule.UNSUPPORTED_STATEMENT, label, "hardware can switch on integer constants only", null);
            }
        }
        if (branch.getGuard() != null) {
            throw context.error(
                    Rule.UNSUPPORTED_STATEMENT, branch.getGuard(), "case guards have no hardware equivalent", "use if");
        }
        if (branch.getCaseKind() == CaseTree.CaseKind.RULE) {
            return new Branch(branch, labels, isDefault, () -> rule(branch, expression), false);
        }
        List<? extends StatementTree> statements = Objects.requireNonNull(branch.getStatements());
        return new Branch(
                branch,
                labels,
                isDefault,
                () -> context.statements.lowerAll(statements),
                !Jumps.alwaysJumps(statements));
    }

    private void rule(CaseTree branch, Jumps.@Nullable Target expression) {
        switch (branch.getBody()) {
            case ExpressionTree value when expression != null -> this.yield(value);
            case ExpressionTree value -> context.expressions.lower(value);
            case StatementTree statement -> context.statements.lowerAll(List.of(statement));
            default -> throw new IllegalStateException(String.valueOf(branch.getBody()));
        }
    }

    private Value label(ExpressionTree label) {
        RValue value = context.expressions.lower(label);
        if (value instanceof RValue.Scalar scalar
                && context.builder.integerOf(scalar.value()).isPresent()) {
            return scalar.value();
        }
        throw context.error(Rule.UNSUPPORTED_STATEMENT, label, "hardware can switch on integer constants only", null);
    }

    private void run(Value selector, List<Branch> branches, Jumps.Target target, Span span) {
        boolean fallsThrough =
                branches.stream().limit(Math.max(0, branches.size() - 1)).anyMatch(Branch::fallsThrough);
        if (fallsThrough) {
            fallThrough(selector, branches, target, span);
        } else {
            chain(selector, ordered(branches), span);
        }
    }

    /** The default branch is taken when no other matches, wherever it stands. */
    private static List<Branch> ordered(List<Branch> branches) {
        List<Branch> ordered = new ArrayList<>(
                branches.stream().filter(branch -> !branch.isDefault).toList());
        branches.stream().filter(Branch::isDefault).forEach(ordered::add);
        return ordered;
    }

    private void chain(Value selector, List<Branch> branches, Span span) {
        if (branches.isEmpty()) {
            return;
        }
        Branch first = branches.getFirst();
        if (first.isDefault) {
            first.body.run();
            return;
        }
        context.branch(
                matches(selector, first.labels, span),
                context.span(first.tree),
                first.body,
                () -> chain(selector, branches.subList(1, branches.size()), span));
    }

    private void fallThrough(Value selector, List<Branch> branches, Jumps.Target target, Span span) {
        List<Value> all = branches.stream().flatMap(b -> b.labels.stream()).toList();
        Value none = context.builder.not(matches(selector, all, span), span);
        Jumps.Flag entered = new Jumps.Flag("entered");
        context.statements.clear(entered, branches.getFirst().tree);
        for (Branch branch : branches) {
            Value here = matches(selector, branch.labels, span);
            Value starts = branch.isDefault ? context.or(here, none, span) : here;
            Value active = context.or(
                    ((RValue.Scalar) Objects.requireNonNull(context.bindings().get(entered))).value(), starts, span);
            context.bindings().put(entered, new RValue.Scalar(active, JavaType.BOOLEAN));
            Collection<Jumps.Flag> pending = context.jumps.leaving(branch.tree);
            List<Jumps.Flag> leaving = new ArrayList<>(pending);
            leaving.add(target.breaks());
            Value goes = and(active, context.nonePending(leaving, span), span);
            context.branch(goes, context.span(branch.tree), branch.body, () -> {});
        }
        context.bindings().remove(entered);
    }

    private Value and(Value left, Value right, Span span) {
        return context.isConstant(right, true)
                ? left
                : context.builder.compute(Operator.AND, IntType.BOOL, span, left, right);
    }

    private Value matches(Value selector, List<Value> labels, Span span) {
        Value any = context.builder.bool(false, span);
        for (Value label : labels) {
            Literal literal = context.builder.constantOf(label).orElseThrow();
            Value constant = context.builder.constant(literal, label.scalarType(), span);
            any = context.or(any, context.builder.compute(Operator.EQ, IntType.BOOL, span, selector, constant), span);
        }
        return any;
    }
}
