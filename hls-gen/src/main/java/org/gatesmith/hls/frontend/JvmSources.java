package org.gatesmith.hls.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.Fifo;
import org.gatesmith.hls.frontend.SourceText.Edit;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * The sources as the JVM reference runs them: assignments to variables with a contract are checked, and the calls of a dataflow
 * method run as concurrent processes on bounded FIFOs. All edits stay within their line, so failures name the user's lines.
 */
final class JvmSources {

    private static final String API = "org.gatesmith.api.";
    private static final String REGION = "region$";

    private final JavaModel model;
    private final CompilationUnitTree unit;
    private final Map<String, Integer> fifoDepths;
    private final List<Edit> edits = new ArrayList<>();

    private JvmSources(JavaModel model, CompilationUnitTree unit, Map<String, Integer> fifoDepths) {
        this.model = model;
        this.fifoDepths = fifoDepths;
        this.unit = unit;
    }

    /**
     * All sources of a model, edited.
     *
     * @param fifoDepths capacities that replace those of {@code @Depth}, as in {@link KernelRequest}
     */
    static List<SourceText> of(JavaModel model, Map<String, Integer> fifoDepths) {
        return model.units().stream()
                .map(unit -> new JvmSources(model, unit, fifoDepths).edited())
                .toList();
    }

    private SourceText edited() {
        new Editor().scan(unit, null);
        return model.text(unit).edited(edits);
    }

    private int start(Tree tree) {
        return (int) model.trees().getSourcePositions().getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) model.trees().getSourcePositions().getEndPosition(unit, tree);
    }

    private @Nullable Element elementOf(Tree tree) {
        return model.trees().getElement(new TreePath(new TreePath(unit), tree));
    }

    private void insert(int position, String text) {
        edits.add(new Edit(position, position, text));
    }

    /** Visits a compilation unit; a prefix is added before the edits inside it, a suffix after them. */
    private final class Editor extends TreeScanner<@Nullable Void, @Nullable Void> {

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            Element element = elementOf(method);
            if (element == null || element.getAnnotation(Dataflow.class) == null || method.getBody() == null) {
                return super.visitMethod(method, null);
            }
            int open = start(method.getBody()) + 1;
            insert(
                    open,
                    " " + API + "DataflowRegion " + REGION + " = " + API + "DataflowRegion.open(\"" + method.getName()
                            + "\");");
            List<Process> processes = new ArrayList<>();
            for (StatementTree statement : method.getBody().getStatements()) {
                if (statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof MethodInvocationTree call) {
                    process(call, statement, processes);
                } else {
                    scan(statement, null);
                }
            }
            insert(end(method.getBody()) - 1, " " + REGION + ".join(); ");
            return null;
        }

        /** A call waits for the earlier ones that got the same local array: one of them fills what it reads. */
        private void process(MethodInvocationTree call, StatementTree statement, List<Process> processes) {
            Set<Element> arrays = new LinkedHashSet<>();
            for (ExpressionTree argument : call.getArguments()) {
                Element element = argument instanceof IdentifierTree ? elementOf(argument) : null;
                if (element != null
                        && element.getKind() == ElementKind.LOCAL_VARIABLE
                        && element.asType().getKind() == TypeKind.ARRAY) {
                    arrays.add(element);
                }
            }
            StringBuilder after = new StringBuilder();
            processes.stream()
                    .filter(earlier -> earlier.arrays.stream().anyMatch(arrays::contains))
                    .forEach(
                            earlier -> after.append(", \"").append(earlier.name).append('"'));
            String name = processName(call, processes);
            insert(start(statement), REGION + ".process(\"" + name + "\", () -> ");
            scan(call, null);
            insert(end(call), after + ")");
            processes.add(new Process(name, arrays));
        }

        private String processName(MethodInvocationTree call, List<Process> processes) {
            String base = call.getMethodSelect().toString();
            String name = base.substring(base.lastIndexOf('.') + 1);
            long same = processes.stream()
                    .filter(p -> p.name.equals(name) || p.name.startsWith(name + "_"))
                    .count();
            return same == 0 ? name : name + "_" + (same + 1);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            Element element = elementOf(variable);
            ExpressionTree initializer = variable.getInitializer();
            if (element instanceof VariableElement local && initializer != null && isLocal(local)) {
                if (initializer instanceof NewClassTree creation && isFifo(local)) {
                    nameFifo(creation, local);
                    return null;
                }
                Optional<ValueRange> contract = LocalAnnotations.contract(local);
                if (contract.isPresent() && !(initializer instanceof NewArrayTree)) {
                    checkInitialiser(initializer, contract.get(), local);
                    return null;
                }
            }
            return super.visitVariable(variable, null);
        }

        private void nameFifo(NewClassTree creation, VariableElement local) {
            if (creation.getArguments().isEmpty()) {
                edits.add(new Edit(
                        end(creation) - 1, end(creation), "\"" + local.getSimpleName() + "\", " + depth(local) + ")"));
            }
        }

        private static String method(VariableElement local) {
            return Objects.requireNonNull(local.getEnclosingElement())
                    .getSimpleName()
                    .toString();
        }

        private int depth(VariableElement fifo) {
            String name = fifo.getSimpleName().toString();
            Integer chosen = fifoDepths.get(method(fifo) + "." + name);
            if (chosen == null) {
                chosen = fifoDepths.get(name);
            }
            Depth depth = fifo.getAnnotation(Depth.class);
            return chosen != null ? chosen : depth == null ? Fifo.DEFAULT_CAPACITY : depth.value();
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
            return checkTarget(assignment, assignment.getVariable()) ? null : super.visitAssignment(assignment, null);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void unused) {
            return checkTarget(assignment, assignment.getVariable())
                    ? null
                    : super.visitCompoundAssignment(assignment, null);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree unary, @Nullable Void unused) {
            boolean prefix =
                    unary.getKind() == Tree.Kind.PREFIX_INCREMENT || unary.getKind() == Tree.Kind.PREFIX_DECREMENT;
            return prefix && checkTarget(unary, unary.getExpression()) ? null : super.visitUnary(unary, null);
        }

        @Override
        public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void unused) {
            // As a statement i++ is ++i, whose value is the new one.
            if (statement.getExpression() instanceof UnaryTree unary
                    && Expressions.isIncrement(unary)
                    && checkTarget(
                            unary,
                            unary.getExpression(),
                            unary.getKind() == Tree.Kind.POSTFIX_INCREMENT
                                    || unary.getKind() == Tree.Kind.POSTFIX_DECREMENT)) {
                return null;
            }
            return super.visitExpressionStatement(statement, null);
        }

        private boolean checkTarget(ExpressionTree whole, ExpressionTree target) {
            return checkTarget(whole, target, false);
        }

        private boolean checkTarget(ExpressionTree whole, ExpressionTree target, boolean postfix) {
            ExpressionTree variable = Expressions.withoutParentheses(target);
            while (variable instanceof ArrayAccessTree access) {
                variable = Expressions.withoutParentheses(access.getExpression());
            }
            Element element = variable instanceof IdentifierTree ? elementOf(variable) : null;
            if (!(element instanceof VariableElement local) || !isLocal(local)) {
                return false;
            }
            Optional<ValueRange> contract = LocalAnnotations.contract(local);
            if (contract.isEmpty()) {
                return false;
            }
            String prefix = API + "Contracts.check(";
            String suffix = bounds(contract.get(), local);
            if (postfix) {
                // The operator moves in front of its operand.
                ExpressionTree operand = ((UnaryTree) whole).getExpression();
                insert(start(whole), prefix + (whole.getKind() == Tree.Kind.POSTFIX_INCREMENT ? "++" : "--"));
                scan(operand, null);
                edits.add(new Edit(end(operand), end(whole), suffix));
            } else {
                insert(start(whole), prefix);
                scanChildren(whole);
                insert(end(whole), suffix);
            }
            return true;
        }

        private void scanChildren(ExpressionTree whole) {
            switch (whole) {
                case AssignmentTree assignment -> super.visitAssignment(assignment, null);
                case CompoundAssignmentTree assignment -> super.visitCompoundAssignment(assignment, null);
                case UnaryTree unary -> super.visitUnary(unary, null);
                default -> scan(whole, null);
            }
        }

        private String bounds(ValueRange range, VariableElement local) {
            return ", " + range.min() + "L, " + range.max() + "L, \"" + local.getSimpleName() + "\")";
        }

        private void checkInitialiser(ExpressionTree initialiser, ValueRange range, VariableElement local) {
            String type = local.asType().getKind().name().toLowerCase(Locale.ROOT);
            insert(start(initialiser), API + "Contracts.check((" + type + ") (");
            scan(initialiser, null);
            insert(end(initialiser), ")" + bounds(range, local));
        }

        private boolean isLocal(VariableElement variable) {
            return variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.PARAMETER;
        }

        private boolean isFifo(VariableElement variable) {
            return new JavaTypes(model.types(), java.util.Map.of())
                    .fifo(variable.asType())
                    .isPresent();
        }
    }

    private record Process(String name, Set<Element> arrays) {}
}
