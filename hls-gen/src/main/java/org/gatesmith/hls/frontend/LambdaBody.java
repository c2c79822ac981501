package org.gatesmith.hls.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.jspecify.annotations.Nullable;

/** Lowers lambdas: where they are written they are values, where they are called their body takes the place of the call. */
final class LambdaBody {

    private final RValue.Lambda lambda;
    private final MethodContext context;

    private LambdaBody(RValue.Lambda lambda, MethodContext context) {
        this.lambda = lambda;
        this.context = context;
    }

    /**
     * One application of a lambda.
     *
     * @param result type of the call
     * @param caller takes the operations
     */
    static LambdaBody of(RValue.Lambda lambda, TypeMirror result, OpBuilder caller) {
        return new LambdaBody(lambda, lambda.home().forLambda(result, caller));
    }

    /** The value of a lambda expression, which may use only its own variables. */
    static RValue of(LambdaExpressionTree lambda, MethodContext context) {
        Set<Element> own = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
                own.add(context.elementOf(variable));
                return super.visitVariable(variable, null);
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
                Element element = context.elementOf(name);
                if (element instanceof VariableElement variable
                        && !element.getKind().isField()
                        && variable.getConstantValue() == null
                        && !own.contains(element)) {
                    throw context.error(
                            Rule.LAMBDA,
                            name,
                            "the lambda captures '" + name + "', so it is not one known static method",
                            "pass '" + name + "' as an argument");
                }
                return null;
            }
        }.scan(lambda, null);
        return new RValue.Lambda(lambda, context);
    }

    RValue apply(List<RValue> arguments) {
        List<? extends VariableTree> parameters = lambda.tree().getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = (VariableElement) context.elementOf(parameters.get(i));
            context.variables.check(parameter, parameters.get(i), VariableRole.OTHER);
            context.bindings()
                    .put(
                            parameter,
                            context.expressions.convert(arguments.get(i), parameter.asType(), parameters.get(i)));
        }
        return switch (lambda.tree().getBody()) {
            case ExpressionTree value -> valueOf(value);
            case BlockTree block -> context.statements.body(block);
            default -> throw new IllegalStateException(String.valueOf(lambda.tree()));
        };
    }

    private RValue valueOf(ExpressionTree body) {
        if (context.resultType.getKind() == TypeKind.VOID) {
            context.expressions.lower(body);
            return new RValue.Nothing();
        }
        return context.expressions.lowerAs(body, context.resultType);
    }
}
