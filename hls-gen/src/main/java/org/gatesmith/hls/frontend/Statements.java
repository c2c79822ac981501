package org.gatesmith.hls.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Lowers statements. */
final class Statements {

    /** Stands for the value that the method will return. */
    static final Object RESULT = new Object() {
        @Override
        public String toString() {
            return "result";
        }
    };

    private final MethodContext context;

    Statements(MethodContext context) {
        this.context = context;
    }

    /** Lowers the body of a method or lambda; the value that it returns. */
    RValue body(BlockTree block) {
        clear(context.jumps.returns(), block);
        if (context.resultType.getKind() != TypeKind.VOID) {
            context.bindings().put(RESULT, context.zero(context.resultType, block));
        }
        lowerAll(block.getStatements());
        RValue result = context.bindings().get(RESULT);
        return result == null ? new RValue.Nothing() : result;
    }

    /** Lowers statements in order; what follows a possible jump is done only if the jump was not taken. */
    void lowerAll(List<? extends StatementTree> statements) {
        for (int i = 0; i < statements.size(); i++) {
            StatementTree statement = statements.get(i);
            List<? extends StatementTree> rest = statements.subList(i + 1, statements.size());
            if (!rest.isEmpty() && statement instanceof IfTree branch && leavesOneSide(branch)) {
                guarded(() -> lowerWithRest(branch, rest));
                return;
            }
            guarded(() -> lower(statement));
            if (Jumps.alwaysJumps(statement)) {
                return;
            }
            Set<Jumps.Flag> pending = context.jumps.leaving(statement);
            if (!rest.isEmpty() && !pending.isEmpty()) {
                unlessPending(pending, context.span(rest.getFirst()), () -> lowerAll(rest));
                return;
            }
        }
    }

    void unlessPending(Collection<Jumps.Flag> pending, Span span, Runnable part) {
        context.branch(context.nonePending(pending, span), span, part, () -> {});
    }

    /** Goes on with the next statement after an error, so that one run reports several. */
    private static void guarded(Runnable part) {
        try {
            part.run();
        } catch (LoweringError _) {
            // already reported
        }
    }

    private static boolean leavesOneSide(IfTree branch) {
        return Jumps.alwaysJumps(branch.getThenStatement()) != Jumps.alwaysJumps(branch.getElseStatement());
    }

    /** {@code if (c) return …; rest} is {@code if (c) … else rest}: no flag is needed. */
    private void lowerWithRest(IfTree branch, List<? extends StatementTree> rest) {
        Value condition = context.expressions.condition(branch.getCondition());
        boolean thenLeaves = Jumps.alwaysJumps(branch.getThenStatement());
        Runnable thenPart = () -> lowerSide(branch.getThenStatement(), thenLeaves ? List.of() : rest);
        Runnable elsePart = () -> lowerSide(branch.getElseStatement(), thenLeaves ? rest : List.of());
        context.branch(condition, context.span(branch), thenPart, elsePart);
    }

    private void lowerSide(@Nullable StatementTree side, List<? extends StatementTree> rest) {
        List<StatementTree> all = new ArrayList<>();
        if (side != null) {
            all.add(side);
        }
        all.addAll(rest);
        lowerAll(all);
    }

    void lower(StatementTree statement) {
        switch (statement) {
            case VariableTree variable -> declare(variable);
            case ExpressionStatementTree expression -> context.expressions.lower(expression.getExpression());
            case BlockTree block -> lowerAll(block.getStatements());
            case IfTree branch -> lowerIf(branch);
            case ForLoopTree loop -> context.loops.lower(loop);
            case EnhancedForLoopTree loop -> context.loops.lower(loop);
            case WhileLoopTree loop -> context.loops.lower(loop);
            case DoWhileLoopTree loop -> context.loops.lower(loop);
            case SwitchTree choice -> context.switches.lower(choice);
            case LabeledStatementTree labeled -> lowerLabeled(labeled);
            case BreakTree jump -> set(context.jumps.target(jump), jump);
            case ContinueTree jump -> set(context.jumps.target(jump), jump);
            case YieldTree jump -> context.switches.yield(jump.getValue());
            case ReturnTree jump -> lowerReturn(jump);
            case EmptyStatementTree _, ClassTree _ -> {}
            case ThrowTree _, TryTree _ ->
                throw context.error(
                        Rule.EXCEPTION,
                        statement,
                        "hardware cannot throw or catch exceptions",
                        "write a status value to an output, or state the condition as a @Range contract");
            case AssertTree _ ->
                throw context.error(
                        Rule.UNSUPPORTED_STATEMENT,
                        statement,
                        "assert has no hardware equivalent",
                        "state the condition as a @Range contract on the variable");
            case SynchronizedTree _ ->
                throw context.error(
                        Rule.UNSUPPORTED_STATEMENT,
                        statement,
                        "hardware has no locks",
                        "use a @Dataflow method with FIFOs for concurrent parts");
            default ->
                throw context.error(
                        Rule.UNSUPPORTED_STATEMENT, statement, "this statement has no hardware equivalent", null);
        }
    }

    private void lowerIf(IfTree branch) {
        Value condition = context.expressions.condition(branch.getCondition());
        context.branch(
                condition,
                context.span(branch),
                () -> lowerAll(List.of(branch.getThenStatement())),
                () -> lowerSide(branch.getElseStatement(), List.of()));
    }

    private void lowerLabeled(LabeledStatementTree labeled) {
        StatementTree statement = context.jumps.label(labeled);
        if (Jumps.isTarget(statement)) {
            lower(statement);
        } else {
            Jumps.Target target = context.jumps.enterBlock(statement);
            clear(target.breaks(), statement);
            try {
                lowerAll(List.of(statement));
            } finally {
                context.jumps.leave();
            }
            context.bindings().remove(target.breaks());
        }
    }

    void set(Jumps.Flag flag, Tree at) {
        setFlag(flag, true, at);
    }

    void clear(Jumps.Flag flag, Tree at) {
        setFlag(flag, false, at);
    }

    private void setFlag(Jumps.Flag flag, boolean value, Tree at) {
        context.bindings()
                .put(flag, new RValue.Scalar(context.builder.bool(value, context.span(at)), JavaType.BOOLEAN));
    }

    private void lowerReturn(ReturnTree jump) {
        if (jump.getExpression() != null) {
            context.bindings().put(RESULT, context.expressions.lowerAs(jump.getExpression(), context.resultType));
        }
        set(context.jumps.returns(), jump);
    }

    private void declare(VariableTree variable) {
        declare(variable, roleOf(variable));
    }

    /** Lowers the declaration of a variable, whose annotations must suit its role. */
    void declare(VariableTree variable, VariableRole role) {
        VariableElement element = (VariableElement) context.elementOf(variable);
        context.variables.check(element, variable, role);
        if (!context.types.isHardware(element.asType())) {
            throw context.unsupported(element.asType(), variable);
        }
        context.bindings().put(element, initialValue(variable, element));
    }

    private VariableRole roleOf(VariableTree variable) {
        TypeMirror type = context.elementOf(variable).asType();
        boolean creates = variable.getInitializer() != null
                && switch (Expressions.withoutParentheses(variable.getInitializer())) {
                    case NewArrayTree _, NewClassTree _ -> true;
                    default -> false;
                };
        if (context.types.scalar(type).isPresent()) {
            return VariableRole.NUMBER;
        }
        if (context.types.isArray(type)) {
            return creates ? VariableRole.ARRAY : VariableRole.ARRAY_NAME;
        }
        return context.types.fifo(type).isPresent() && creates ? VariableRole.FIFO : VariableRole.OTHER;
    }

    private RValue initialValue(VariableTree variable, VariableElement element) {
        TypeMirror type = element.asType();
        if (context.types.isArray(type) || context.types.fifo(type).isPresent()) {
            return context.arrays.declare(variable, element);
        }
        ExpressionTree initializer = variable.getInitializer();
        if (initializer == null) {
            return context.zero(type, variable);
        }
        RValue value = context.expressions.lowerAs(initializer, type);
        boolean isFunction = value instanceof RValue.MethodRef || value instanceof RValue.Lambda;
        if (isFunction != context.types.isFunction(type)) {
            throw context.unsupported(type, variable);
        }
        return context.assignments.assume(
                element, context.named(value, element.getSimpleName().toString()), variable);
    }
}
