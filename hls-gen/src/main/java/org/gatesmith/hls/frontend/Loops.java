package org.gatesmith.hls.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Lowers loops: every Java loop becomes an {@link Op.While}; the pass {@code canonical-loops} finds the counted ones. */
final class Loops {

    private final MethodContext context;

    Loops(MethodContext context) {
        this.context = context;
    }

    /**
     * A loop in parts.
     *
     * @param update what follows the body, even after {@code continue}
     * @param extraVariables variables that the parts change besides those that the tree assigns
     */
    private record Parts(
            Tree tree,
            String counter,
            LoopDirectives directives,
            Supplier<Value> condition,
            StatementTree body,
            Runnable bodyPart,
            Runnable update,
            boolean testsFirst,
            Set<Object> extraVariables) {}

    void lower(ForLoopTree loop) {
        initialise(loop);
        lower(new Parts(
                loop,
                counterName(loop),
                directives(loop),
                () -> condition(loop.getCondition(), loop),
                loop.getStatement(),
                () -> context.statements.lowerAll(List.of(loop.getStatement())),
                () -> loop.getUpdate().forEach(context.statements::lower),
                true,
                Set.of()));
    }

    /** All variables that a loop declares share one list of annotations. */
    private void initialise(ForLoopTree loop) {
        for (StatementTree initializer : loop.getInitializer()) {
            if (initializer instanceof VariableTree variable && isNumber(variable)) {
                context.statements.declare(variable, VariableRole.LOOP_COUNTER);
            } else {
                context.statements.lower(initializer);
            }
        }
    }

    private boolean isNumber(VariableTree variable) {
        return context.types.scalar(context.elementOf(variable).asType()).isPresent();
    }

    void lower(WhileLoopTree loop) {
        lower(new Parts(
                loop,
                "while",
                LoopDirectives.NONE,
                () -> context.expressions.condition(loop.getCondition()),
                loop.getStatement(),
                () -> context.statements.lowerAll(List.of(loop.getStatement())),
                () -> {},
                true,
                Set.of()));
    }

    void lower(DoWhileLoopTree loop) {
        lower(new Parts(
                loop,
                "do",
                LoopDirectives.NONE,
                () -> context.expressions.condition(loop.getCondition()),
                loop.getStatement(),
                () -> context.statements.lowerAll(List.of(loop.getStatement())),
                () -> {},
                false,
                Set.of()));
    }

    /** {@code for (T x : array)} counts through the array. */
    void lower(EnhancedForLoopTree loop) {
        VariableTree variable = loop.getVariable();
        VariableElement element = (VariableElement) context.elementOf(variable);
        context.variables.check(element, variable, VariableRole.LOOP_COUNTER);
        Span span = context.span(loop);
        RValue.ArrayView array = iterated(loop);
        Value length = context.arrays.length(array, loop);
        Object index = new Object() {
            @Override
            public String toString() {
                return variable.getName() + "_index";
            }
        };
        context.bindings().put(index, new RValue.Scalar(context.builder.integer(0, IntType.I32, span), JavaType.INT));
        lower(new Parts(
                loop,
                variable.getName().toString(),
                directives(variable),
                () -> context.builder.compute(Operator.LT, IntType.BOOL, span, number(index), length),
                loop.getStatement(),
                () -> {
                    bindElement(array, number(index), variable, element);
                    context.statements.lowerAll(List.of(loop.getStatement()));
                },
                () -> {
                    Value one = context.builder.integer(1, IntType.I32, span);
                    Value next = context.builder.compute(Operator.ADD, IntType.I32, span, number(index), one);
                    context.bindings().put(index, new RValue.Scalar(next, JavaType.INT));
                },
                true,
                Set.of(index)));
        context.bindings().remove(index);
    }

    private RValue.ArrayView iterated(EnhancedForLoopTree loop) {
        if (!context.types.isArray(context.typeOf(loop.getExpression()))) {
            throw context.error(
                    Rule.UNSUPPORTED_STATEMENT,
                    loop.getExpression(),
                    "only arrays can be iterated over",
                    "use an array");
        }
        return context.arrays.view(loop.getExpression());
    }

    private Value number(Object variable) {
        return ((RValue.Scalar)
                        java.util.Objects.requireNonNull(context.bindings().get(variable)))
                .value();
    }

    private void bindElement(RValue.ArrayView array, Value index, VariableTree variable, VariableElement element) {
        RValue value = context.arrays.element(array, index, variable);
        RValue converted = context.expressions.convert(value, element.asType(), variable);
        RValue named = context.named(converted, element.getSimpleName().toString());
        context.bindings().put(element, context.assignments.assume(element, named, variable));
    }

    private Value condition(@Nullable ExpressionTree condition, Tree loop) {
        return condition == null
                ? context.builder.bool(true, context.span(loop))
                : context.expressions.condition(condition);
    }

    private static String counterName(ForLoopTree loop) {
        for (StatementTree initializer : loop.getInitializer()) {
            if (initializer instanceof VariableTree variable) {
                return variable.getName().toString();
            }
            if (initializer instanceof ExpressionStatementTree statement
                    && statement.getExpression() instanceof AssignmentTree assignment
                    && assignment.getVariable() instanceof IdentifierTree name) {
                return name.getName().toString();
            }
        }
        return "for";
    }

    private LoopDirectives directives(ForLoopTree loop) {
        return loop.getInitializer().stream()
                .filter(VariableTree.class::isInstance)
                .findFirst()
                .map(variable -> directives((VariableTree) variable))
                .orElse(LoopDirectives.NONE);
    }

    private LoopDirectives directives(VariableTree counter) {
        LoopDirectives directives = LocalAnnotations.loopDirectives(context.elementOf(counter));
        if (directives.reassociate() && !context.program.permitsApproximation()) {
            context.program
                    .reporter()
                    .report(
                            Rule.APPROXIMATE_FUNCTION,
                            context.unit,
                            counter,
                            "@Reassociate changes the last bits of sums",
                            "annotate the kernel with @Tolerance to state the permitted error, or remove it");
        }
        return directives;
    }

    private void lower(Parts parts) {
        Jumps.Target target = context.jumps.enterLoop(parts.tree);
        try {
            lower(parts, target);
        } finally {
            context.jumps.leave();
        }
        context.bindings().remove(target.breaks());
    }

    private void lower(Parts parts, Jumps.Target target) {
        Span span = context.span(parts.tree);
        String label =
                context.labels.label(parts.tree, context.method.getSimpleName().toString(), parts.counter);
        Jumps.Flag skip = java.util.Objects.requireNonNull(target.continues());
        Set<Jumps.Flag> exits = new LinkedHashSet<>(context.jumps.leaving(parts.body));
        exits.remove(skip);
        context.statements.clear(target.breaks(), parts.tree);
        List<Object> carried = carriedVariables(parts, exits);
        List<Value> initial = context.bindings().leaves(carried);
        List<String> names = context.leafNames(carried);

        Runnable iteration = () -> iteration(parts, skip, exits);
        Region before = region(carried, initial, names, () -> {
            if (!parts.testsFirst) {
                iteration.run();
            }
            return List.of(goesOn(parts, exits, span));
        });
        Region body = region(carried, initial, names, () -> {
            if (parts.testsFirst) {
                iteration.run();
            }
            return List.of();
        });
        List<Value> results = MethodContext.freshLeaves(initial, names);
        context.bindings().setLeaves(carried, results);
        context.builder.append(new Op.While(results, label, initial, before, body, parts.directives, span));
    }

    private void iteration(Parts parts, Jumps.Flag skip, Set<Jumps.Flag> exits) {
        context.statements.clear(skip, parts.tree);
        parts.bodyPart.run();
        context.statements.unlessPending(exits, context.span(parts.tree), parts.update);
        context.bindings().remove(skip);
    }

    /** The loop's condition, which Java evaluates only if no jump has left the loop. */
    private Value goesOn(Parts parts, Set<Jumps.Flag> exits, Span span) {
        Value live = context.nonePending(exits, span);
        RValue result = context.choose(
                live,
                span,
                () -> new RValue.Scalar(parts.condition.get(), JavaType.BOOLEAN),
                () -> new RValue.Scalar(context.builder.bool(false, span), JavaType.BOOLEAN));
        return ((RValue.Scalar) result).value();
    }

    private Region region(
            List<Object> carried, List<Value> initial, List<String> names, Supplier<List<Value>> content) {
        List<Value> parameters = MethodContext.freshLeaves(initial, names);
        context.bindings().setLeaves(carried, parameters);
        List<Value> yields = new ArrayList<>();
        List<Op> ops = context.builder.capture(() -> {
            yields.addAll(content.get());
            yields.addAll(context.bindings().leaves(carried));
        });
        return new Region(parameters, ops, yields);
    }

    /** The variables declared before the loop that it assigns, and the flags that its jumps set, in order of declaration. */
    private List<Object> carriedVariables(Parts parts, Set<Jumps.Flag> exits) {
        Set<Object> assigned = new LinkedHashSet<>(parts.extraVariables);
        new AssignedVariables(assigned).scan(parts.tree, null);
        assigned.addAll(exits);
        if (exits.contains(context.jumps.returns())) {
            assigned.add(Statements.RESULT);
        }
        context.switches.yieldVariable(exits).ifPresent(assigned::add);
        return context.bindings().variables().stream()
                .filter(assigned::contains)
                .toList();
    }

    private final class AssignedVariables extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<Object> assigned;

        AssignedVariables(Set<Object> assigned) {
            this.assigned = assigned;
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
            add(assignment.getVariable());
            return super.visitAssignment(assignment, null);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void unused) {
            add(assignment.getVariable());
            return super.visitCompoundAssignment(assignment, null);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree unary, @Nullable Void unused) {
            if (Expressions.isIncrement(unary)) {
                add(unary.getExpression());
            }
            return super.visitUnary(unary, null);
        }

        private void add(ExpressionTree variable) {
            ExpressionTree inner = Expressions.withoutParentheses(variable);
            if (inner instanceof IdentifierTree) {
                assigned.add(context.elementOf(inner));
            }
        }
    }
}
