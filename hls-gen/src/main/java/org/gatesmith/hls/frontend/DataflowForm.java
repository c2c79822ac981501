package org.gatesmith.hls.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.gatesmith.api.Dataflow;
import org.gatesmith.hls.diag.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Checks that dataflow methods consist of declarations and of calls of void methods. Only such methods can be turned into
 * concurrent processes, for the JVM and in hardware.
 */
final class DataflowForm {

    private final JavaModel model;
    private final CompilationUnitTree unit;
    private final Reporter reporter;

    private DataflowForm(JavaModel model, CompilationUnitTree unit, Reporter reporter) {
        this.model = model;
        this.unit = unit;
        this.reporter = reporter;
    }

    /** Checks all dataflow methods of the sources. */
    static void check(JavaModel model, Reporter reporter) {
        for (CompilationUnitTree unit : model.units()) {
            DataflowForm form = new DataflowForm(model, unit, reporter);
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                    Element element = model.trees().getElement(getCurrentPath());
                    if (element != null && element.getAnnotation(Dataflow.class) != null) {
                        form.check(method, (ExecutableElement) element);
                    }
                    return super.visitMethod(method, null);
                }
            }.scan(unit, null);
        }
    }

    private void check(MethodTree tree, ExecutableElement method) {
        if (method.getReturnType().getKind() != TypeKind.VOID
                || !method.getModifiers().contains(Modifier.STATIC)) {
            report(
                    tree,
                    "a dataflow method is static and returns nothing",
                    "write results to an array or FIFO parameter");
        }
        if (tree.getBody() != null) {
            tree.getBody().getStatements().forEach(this::check);
        }
    }

    private void check(StatementTree statement) {
        switch (statement) {
            case VariableTree variable -> check(variable);
            case ExpressionStatementTree expression
            when expression.getExpression() instanceof MethodInvocationTree call && isProcess(call) ->
                call.getArguments().forEach(this::requireValue);
            default ->
                report(
                        statement,
                        "this statement is neither a declaration nor a call of a static void method",
                        "move it into one of the methods that are called");
        }
    }

    private void check(VariableTree variable) {
        ExpressionTree initializer = variable.getInitializer();
        boolean createsArray = initializer != null
                && Expressions.withoutParentheses(initializer) instanceof NewArrayTree creation
                && creation.getInitializers() == null;
        boolean createsFifo =
                initializer != null && Expressions.withoutParentheses(initializer) instanceof NewClassTree;
        if (initializer == null) {
            report(variable, "'" + variable.getName() + "' never gets a value here", "give it one, or remove it");
        } else if (!createsArray && !createsFifo) {
            requireValue(initializer);
            boolean isAlias = elementOf(variable).asType().getKind() == TypeKind.ARRAY;
            if (isAlias) {
                report(
                        initializer,
                        "between processes an array has one name and is filled by a process",
                        "create it with new and its extents, and pass it under this name");
            }
        }
    }

    private boolean isProcess(MethodInvocationTree call) {
        return elementOf(call.getMethodSelect()) instanceof ExecutableElement callee
                && callee.getModifiers().contains(Modifier.STATIC)
                && callee.getReturnType().getKind() == TypeKind.VOID;
    }

    /** What the processes are given is computed before any of them runs. */
    private void requireValue(ExpressionTree expression) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
                return reject(tree);
            }

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
                return reject(tree);
            }

            @Override
            public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
                return Expressions.isIncrement(tree) ? reject(tree) : super.visitUnary(tree, null);
            }

            @Override
            public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
                return reject(tree);
            }

            @Override
            public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
                return reject(tree);
            }

            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
                // Its body runs inside the process that is given the function.
                return null;
            }

            private @Nullable Void reject(ExpressionTree tree) {
                report(
                        tree,
                        "a dataflow method only names what its processes work on",
                        "do this in one of the methods that are called");
                return null;
            }
        }.scan(expression, null);
    }

    private Element elementOf(Tree tree) {
        return model.trees().getElement(new TreePath(new TreePath(unit), tree));
    }

    private void report(Tree tree, String message, String fix) {
        reporter.report(Rule.DATAFLOW_FORM, unit, tree, message, fix);
    }
}
