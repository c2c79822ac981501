package org.gatesmith.hls.frontend;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.gatesmith.hls.diag.Rule;

/** Checks that a dataflow method consists of declarations and of calls of void methods. */
final class DataflowForm {

    private final MethodContext context;

    DataflowForm(MethodContext context) {
        this.context = context;
    }

    void check(MethodTree method) {
        if (context.method.getReturnType().getKind() != TypeKind.VOID) {
            report(method, "a dataflow method returns nothing", "write results to an array or FIFO parameter");
        }
        method.getBody().getStatements().forEach(this::check);
    }

    private void check(StatementTree statement) {
        boolean fits = statement instanceof VariableTree
                || (statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof MethodInvocationTree call
                        && isProcess(call));
        if (!fits) {
            report(
                    statement,
                    "this statement is neither a declaration nor a call of a static void method",
                    "move it into one of the methods that are called");
        }
    }

    private boolean isProcess(MethodInvocationTree call) {
        Element element = context.elementOf(call.getMethodSelect());
        return element instanceof ExecutableElement callee
                && callee.getModifiers().contains(Modifier.STATIC)
                && callee.getReturnType().getKind() == TypeKind.VOID;
    }

    private void report(com.sun.source.tree.Tree tree, String message, String fix) {
        context.program.reporter().report(Rule.DATAFLOW_FORM, context.unit, tree, message, fix);
    }
}
