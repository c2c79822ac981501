package org.gatesmith.hls.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code break}, {@code continue}, {@code yield} and {@code return} lead while a method is lowered. Structured control flow
 * has no jumps: each becomes a flag that is set, and what follows is done only while the flag is not set.
 */
final class Jumps {

    /** A flag variable that a jump sets. */
    static final class Flag {
        private final String name;

        Flag(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    /**
     * A statement that can be the target of jumps.
     *
     * @param continues what a jump to the next iteration sets; null if it is no loop
     * @param yieldVariable takes the value of a switch expression; null if it is none
     */
    record Target(
            Tree tree,
            Set<Name> labels,
            Flag breaks,
            @Nullable Flag continues,
            @Nullable Object yieldVariable) {}

    private final Deque<Target> targets = new ArrayDeque<>();
    private final Map<Tree, Set<Name>> labels = new IdentityHashMap<>();
    private final Flag returns = new Flag("returned");

    Flag returns() {
        return returns;
    }

    /** Remembers the labels of a statement, of which there may be several; the statement without them. */
    StatementTree label(LabeledStatementTree labeled) {
        Set<Name> names = new LinkedHashSet<>();
        StatementTree statement = labeled;
        while (statement instanceof LabeledStatementTree inner) {
            names.add(inner.getLabel());
            statement = inner.getStatement();
        }
        labels.put(statement, names);
        return statement;
    }

    /** Whether a statement is the target of a break without a label. */
    static boolean isTarget(Tree statement) {
        return switch (statement) {
            case ForLoopTree _, EnhancedForLoopTree _, WhileLoopTree _, DoWhileLoopTree _, SwitchTree _ -> true;
            default -> false;
        };
    }

    Target enterLoop(Tree tree) {
        return enter(tree, new Flag("stop"), new Flag("skip"), null);
    }

    Target enterSwitch(Tree tree, @Nullable Object yieldVariable) {
        return enter(tree, new Flag("left"), null, yieldVariable);
    }

    Target enterBlock(Tree tree) {
        return enter(tree, new Flag("left"), null, null);
    }

    private Target enter(Tree tree, Flag breaks, @Nullable Flag continues, @Nullable Object yieldVariable) {
        Target target = new Target(tree, labels.getOrDefault(tree, Set.of()), breaks, continues, yieldVariable);
        targets.push(target);
        return target;
    }

    void leave() {
        targets.pop();
    }

    Flag target(BreakTree jump) {
        return targets.stream()
                .filter(t -> jump.getLabel() == null
                        ? isTarget(t.tree())
                        : t.labels().contains(jump.getLabel()))
                .findFirst()
                .orElseThrow()
                .breaks();
    }

    Flag target(ContinueTree jump) {
        Flag flag = targets.stream()
                .filter(t -> t.continues() != null)
                .filter(t -> jump.getLabel() == null || t.labels().contains(jump.getLabel()))
                .findFirst()
                .orElseThrow()
                .continues();
        return java.util.Objects.requireNonNull(flag);
    }

    /** The switch expression that a {@code yield} belongs to. */
    Target yieldTarget() {
        return targets.stream()
                .filter(t -> t.yieldVariable() != null)
                .findFirst()
                .orElseThrow();
    }

    /** The flags that a statement may set and that concern what follows it. */
    Set<Flag> leaving(Tree statement) {
        Scan scan = new Scan();
        scan.scan(statement, null);
        return scan.flags;
    }

    /** Whether a statement never completes normally, as far as its form shows. */
    static boolean alwaysJumps(@Nullable StatementTree statement) {
        return switch (statement) {
            case BreakTree _, ContinueTree _, ReturnTree _, YieldTree _, ThrowTree _ -> true;
            case BlockTree block -> alwaysJumps(block.getStatements());
            case IfTree branch -> alwaysJumps(branch.getThenStatement()) && alwaysJumps(branch.getElseStatement());
            case null, default -> false;
        };
    }

    static boolean alwaysJumps(List<? extends StatementTree> statements) {
        return statements.stream().anyMatch(Jumps::alwaysJumps);
    }

    /** Finds the jumps that leave a statement. */
    private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<Flag> flags = new LinkedHashSet<>();
        private final Set<Name> innerLabels = new LinkedHashSet<>();
        private int loops;
        private int breakables;
        private int switchExpressions;

        @Override
        public @Nullable Void visitBreak(BreakTree jump, @Nullable Void unused) {
            boolean inside = jump.getLabel() == null ? breakables > 0 : innerLabels.contains(jump.getLabel());
            if (!inside) {
                flags.add(target(jump));
            }
            return null;
        }

        @Override
        public @Nullable Void visitContinue(ContinueTree jump, @Nullable Void unused) {
            boolean inside = jump.getLabel() == null ? loops > 0 : innerLabels.contains(jump.getLabel());
            if (!inside) {
                flags.add(target(jump));
            }
            return null;
        }

        @Override
        public @Nullable Void visitYield(YieldTree jump, @Nullable Void unused) {
            if (switchExpressions == 0) {
                flags.add(yieldTarget().breaks());
            }
            return super.visitYield(jump, null);
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree jump, @Nullable Void unused) {
            flags.add(returns);
            return null;
        }

        @Override
        public @Nullable Void visitLabeledStatement(LabeledStatementTree labeled, @Nullable Void unused) {
            innerLabels.add(labeled.getLabel());
            return super.visitLabeledStatement(labeled, null);
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void unused) {
            return insideLoop(() -> super.visitForLoop(loop, null));
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void unused) {
            return insideLoop(() -> super.visitEnhancedForLoop(loop, null));
        }

        @Override
        public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void unused) {
            return insideLoop(() -> super.visitWhileLoop(loop, null));
        }

        @Override
        public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, @Nullable Void unused) {
            return insideLoop(() -> super.visitDoWhileLoop(loop, null));
        }

        private @Nullable Void insideLoop(Runnable visit) {
            loops++;
            breakables++;
            visit.run();
            breakables--;
            loops--;
            return null;
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree choice, @Nullable Void unused) {
            breakables++;
            super.visitSwitch(choice, null);
            breakables--;
            return null;
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree choice, @Nullable Void unused) {
            switchExpressions++;
            super.visitSwitchExpression(choice, null);
            switchExpressions--;
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            return null;
        }
    }
}
