package org.gatesmith.hls.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

/** Lowers switch statements and expressions to chains of comparisons. */
final class Switches {

    private final MethodContext context;

    /** The switch expressions around the current place, innermost first. */
    private final Deque<Yields> expressions = new ArrayDeque<>();

    Switches(MethodContext context) {
        this.context = context;
    }

    /** Where the values of a switch expression go, and as which type. */
    private record Yields(Jumps.Target target, TypeMirror type) {}

    /** One group of labels and what it runs. */
    private record Branch(Tree tree, List<Value> labels, boolean isDefault, Runnable body, boolean fallsThrough) {}

    void lower(SwitchTree choice) {
        Value selector = selector(choice.getExpression());
        Jumps.Target target = context.jumps.enterSwitch(choice, null);
        lower(choice, selector, choice.getCases(), target);
    }

    /** The value of a switch expression whose alternatives become a {@code type}. */
    RValue lower(SwitchExpressionTree choice, TypeMirror type) {
        context.choices.requireNumbers(type, choice);
        Value selector = selector(choice.getExpression());
        Object variable = new Object() {
            @Override
            public String toString() {
                return "choice";
            }
        };
        context.bindings().put(variable, context.zero(type, choice));
        Jumps.Target target = context.jumps.enterSwitch(choice, variable);
        expressions.push(new Yields(target, type));
        try {
            lower(choice, selector, choice.getCases(), target);
        } finally {
            expressions.pop();
        }
        RValue result = Objects.requireNonNull(context.bindings().get(variable));
        context.bindings().remove(variable);
        return result;
    }

    private void lower(Tree choice, Value selector, List<? extends CaseTree> cases, Jumps.Target target) {
        try {
            context.statements.clear(target.breaks(), choice);
            declareShared(cases);
            run(choice, selector, branches(cases, target), target);
        } finally {
            context.jumps.leave();
        }
        context.bindings().remove(target.breaks());
    }

    /** A number declared in one group of an old switch is in scope in the groups below, which may assign it. */
    private void declareShared(List<? extends CaseTree> cases) {
        for (CaseTree branch : cases) {
            for (StatementTree statement :
                    Objects.requireNonNullElse(branch.getStatements(), List.<StatementTree>of())) {
                if (statement instanceof VariableTree variable) {
                    TypeMirror type = context.elementOf(variable).asType();
                    if (context.types.leaves(type).isPresent()) {
                        context.bindings().put(context.elementOf(variable), context.zero(type, variable));
                    }
                }
            }
        }
    }

    /** {@code yield value}, or the value of an arrow. */
    void yield(ExpressionTree value) {
        Yields innermost = Objects.requireNonNull(expressions.peek());
        context.bindings()
                .put(
                        Objects.requireNonNull(innermost.target.yieldVariable()),
                        context.expressions.lowerAs(value, innermost.type));
        context.statements.set(innermost.target.breaks(), value);
    }

    /** The variable that a jump out of a switch expression assigns. */
    Optional<Object> yieldVariable(Set<Jumps.Flag> flags) {
        return expressions.stream()
                .map(Yields::target)
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

    private List<Branch> branches(List<? extends CaseTree> cases, Jumps.Target target) {
        List<Branch> branches = new ArrayList<>();
        for (CaseTree branch : cases) {
            branches.add(branch(branch, target));
        }
        return branches;
    }

    private Branch branch(CaseTree branch, Jumps.Target target) {
        List<Value> labels = new ArrayList<>();
        boolean isDefault = false;
        for (var label : branch.getLabels()) {
            switch (label) {
                case DefaultCaseLabelTree _ -> isDefault = true;
                case ConstantCaseLabelTree constant -> labels.add(label(constant.getConstantExpression()));
                default ->
                    throw context.error(
                            Rule.UNSUPPORTED_STATEMENT,
                            label,
                            "hardware can switch on integer constants only",
                            "use if");
            }
        }
        if (branch.getGuard() != null) {
            throw context.error(
                    Rule.UNSUPPORTED_STATEMENT, branch.getGuard(), "case guards have no hardware equivalent", "use if");
        }
        if (branch.getCaseKind() == CaseTree.CaseKind.RULE) {
            return new Branch(branch, labels, isDefault, () -> rule(branch, target), false);
        }
        List<? extends StatementTree> statements = Objects.requireNonNull(branch.getStatements());
        return new Branch(
                branch,
                labels,
                isDefault,
                () -> context.statements.lowerAll(statements),
                !Jumps.alwaysJumps(statements));
    }

    private void rule(CaseTree branch, Jumps.Target target) {
        switch (branch.getBody()) {
            case ExpressionTree value when target.yieldVariable() != null -> this.yield(value);
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
        throw context.error(
                Rule.UNSUPPORTED_STATEMENT, label, "hardware can switch on integer constants only", "use if");
    }

    private void run(Tree choice, Value selector, List<Branch> branches, Jumps.Target target) {
        Span span = context.span(choice);
        boolean fallsThrough =
                branches.stream().limit(Math.max(0, branches.size() - 1)).anyMatch(Branch::fallsThrough);
        if (fallsThrough) {
            List<Jumps.Flag> leaving = new ArrayList<>(context.jumps.leaving(choice));
            leaving.add(target.breaks());
            fallThrough(selector, branches, leaving, span);
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

    /** @param leaving jumps that one branch may take, after which those below do not run */
    private void fallThrough(Value selector, List<Branch> branches, List<Jumps.Flag> leaving, Span span) {
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
