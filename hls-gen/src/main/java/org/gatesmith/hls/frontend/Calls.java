package org.gatesmith.hls.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Lowers method calls. */
final class Calls {

    /** Stands for the record on which a method was called. */
    static final Object THIS = new Object() {
        @Override
        public String toString() {
            return "self";
        }
    };

    private final MethodContext context;

    Calls(MethodContext context) {
        this.context = context;
    }

    RValue lower(MethodInvocationTree call) {
        ExecutableElement method = (ExecutableElement) context.elementOf(call.getMethodSelect());
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return callStatic(method, call);
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            return callOn(context.expressions.lower(select.getExpression()), method, call);
        }
        RValue self = context.bindings().get(THIS);
        if (self != null) {
            return callOn(self, method, call);
        }
        throw virtual(method, call);
    }

    private LoweringError virtual(ExecutableElement method, Tree call) {
        return context.error(
                Rule.VIRTUAL_CALL,
                call,
                "the call of '" + method.getSimpleName() + "' depends on an object at run time",
                "call a static method, or a method of a record");
    }

    private RValue callStatic(ExecutableElement method, MethodInvocationTree call) {
        String owner = JavaModel.owner(method).getQualifiedName().toString();
        if (owner.startsWith("java.")) {
            List<RValue.Scalar> arguments = new ArrayList<>();
            for (int i = 0; i < call.getArguments().size(); i++) {
                RValue.Scalar argument =
                        context.expressions.scalar(call.getArguments().get(i));
                JavaType type =
                        context.scalarType(call, method.getParameters().get(i).asType());
                arguments.add(context.expressions.convert(argument, type, context.span(call)));
            }
            return new Intrinsics(context).call(owner, method, arguments, call);
        }
        return invoke(method, null, arguments(method, call), call, call.getArguments());
    }

    private RValue callOn(RValue receiver, ExecutableElement method, MethodInvocationTree call) {
        return switch (receiver) {
            case RValue.Channel channel -> channelOperation(channel, method, call);
            case RValue.MethodRef reference -> callStatic(reference.method(), call);
            case RValue.Lambda lambda -> applyLambda(lambda, call);
            case RValue.Struct struct
            when isAccessor(struct, method) ->
                context.expressions.component(struct, method.getSimpleName().toString());
            case RValue.Struct struct -> invoke(method, struct, arguments(method, call), call, call.getArguments());
            case RValue.Nothing _ -> throw new LoweringError();
            default -> throw virtual(method, call);
        };
    }

    private static boolean isAccessor(RValue.Struct struct, ExecutableElement method) {
        return method.getParameters().isEmpty()
                && struct.type().getRecordComponents().stream()
                        .anyMatch(c -> c.getSimpleName().equals(method.getSimpleName()));
    }

    private RValue channelOperation(RValue.Channel channel, ExecutableElement method, MethodInvocationTree call) {
        Span span = context.span(call);
        switch (method.getSimpleName().toString()) {
            case "read" -> {
                Value result = Value.of(channel.type().irType());
                context.builder.append(new Op.FifoRead(result, channel.fifo(), span));
                return new RValue.Scalar(result, channel.type());
            }
            case "write" -> {
                RValue.Scalar value =
                        context.expressions.scalar(call.getArguments().getFirst());
                Value converted =
                        context.expressions.convert(value, channel.type(), span).value();
                context.builder.append(new Op.FifoWrite(channel.fifo(), converted, span));
                return new RValue.Nothing();
            }
            case "isEmpty" -> {
                Value result = Value.of(IntType.BOOL);
                context.builder.append(new Op.FifoEmpty(result, channel.fifo(), span));
                return new RValue.Scalar(result, JavaType.BOOLEAN);
            }
            default ->
                throw context.error(
                        Rule.UNSUPPORTED_METHOD,
                        call,
                        "hardware FIFOs have no '" + method.getSimpleName() + "'",
                        "use read, write and isEmpty");
        }
    }

    private List<RValue> arguments(ExecutableElement method, MethodInvocationTree call) {
        if (method.isVarArgs()) {
            throw context.error(
                    Rule.UNSUPPORTED_METHOD,
                    call,
                    "'" + method.getSimpleName() + "' takes a variable number of arguments",
                    "give it a fixed number of parameters");
        }
        List<RValue> arguments = new ArrayList<>();
        for (int i = 0; i < call.getArguments().size(); i++) {
            ExpressionTree tree = call.getArguments().get(i);
            RValue value = context.expressions.lower(tree);
            arguments.add(context.expressions.convert(
                    value, method.getParameters().get(i).asType(), tree));
        }
        return arguments;
    }

    private RValue invoke(
            ExecutableElement method,
            RValue.@Nullable Struct self,
            List<RValue> arguments,
            Tree call,
            List<? extends ExpressionTree> argumentTrees) {
        TreePath path = context.program.model().path(method);
        if (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
            throw context.error(
                    path == null ? Rule.NO_SOURCE : Rule.VIRTUAL_CALL,
                    call,
                    path == null
                            ? "the source of '" + method.getSimpleName() + "' in " + method.getEnclosingElement()
                                    + " is not at hand"
                            : "'" + method.getSimpleName() + "' has no body that hardware could be made from",
                    path == null
                            ? "put the .java file beside the kernel, or write the computation in the kernel"
                            : null);
        }
        Map<Element, TypeMirror> typeArguments = typeArguments(method, argumentTrees);
        FunctionInstance instance = context.program
                .instances()
                .of(new FunctionInstance.Request(method, path, self, arguments, typeArguments), context, call);
        List<Value> operands = new ArrayList<>();
        if (self != null) {
            operands.addAll(self.leaves());
        }
        arguments.forEach(argument -> operands.addAll(FunctionInstance.operands(argument)));
        List<Value> results = instance.resultTypes().stream().map(Value::of).toList();
        context.builder.append(new Op.Call(results, instance.name(), operands, context.span(call)));
        if (results.isEmpty()) {
            return new RValue.Nothing();
        }
        return instance.types().record(method.getReturnType()).isPresent()
                ? context.structured(instance.types().resolve(method.getReturnType()), results)
                : new RValue.Scalar(
                        results.getFirst(),
                        instance.types().scalar(method.getReturnType()).orElseThrow());
    }

    /** The types that the type variables of a generic method stand for in one call. */
    private Map<Element, TypeMirror> typeArguments(
            ExecutableElement method, List<? extends ExpressionTree> argumentTrees) {
        Map<Element, TypeMirror> typeArguments = new HashMap<>(context.types.typeArguments());
        for (int i = 0; i < argumentTrees.size(); i++) {
            TypeMirror declared = method.getParameters().get(i).asType();
            if (declared.getKind() == TypeKind.TYPEVAR) {
                typeArguments.putIfAbsent(
                        context.program.model().types().asElement(declared), context.typeOf(argumentTrees.get(i)));
            }
        }
        return typeArguments;
    }

    void requireCanonicalConstructor(ExecutableElement constructor, Tree tree) {
        TreePath path = context.program.model().path(constructor);
        boolean hasCode = path != null
                && path.getLeaf() instanceof MethodTree method
                && method.getBody() != null
                && context.span(method).startLine() > 0
                && isWritten(path, method);
        if (hasCode) {
            throw context.error(
                    Rule.UNSUPPORTED_METHOD,
                    tree,
                    "the constructor of record " + JavaModel.owner(constructor).getSimpleName()
                            + " runs code of its own",
                    "remove the constructor and use a static factory method");
        }
    }

    /** javac gives records a canonical constructor of its own, at the place of the record itself. */
    private boolean isWritten(TreePath path, MethodTree constructor) {
        var positions = context.program.model().trees().getSourcePositions();
        Tree record = path.getParentPath().getLeaf();
        return positions.getStartPosition(path.getCompilationUnit(), constructor)
                        != positions.getStartPosition(path.getCompilationUnit(), record)
                && positions.getEndPosition(path.getCompilationUnit(), constructor) >= 0;
    }

    RValue reference(MemberReferenceTree reference) {
        Element target = context.elementOf(reference);
        if (target instanceof ExecutableElement method && method.getModifiers().contains(Modifier.STATIC)) {
            return new RValue.MethodRef(method);
        }
        throw context.error(
                Rule.LAMBDA,
                reference,
                "'" + reference + "' does not name a static method",
                "refer to a static method");
    }

    RValue lambda(LambdaExpressionTree lambda) {
        Set<Element> own = new HashSet<>();
        lambda.getParameters().forEach(p -> own.add(context.elementOf(p)));
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
                own.add(context.elementOf(variable));
                return super.visitVariable(variable, null);
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
                Element element = context.elementOf(name);
                if (element instanceof VariableElement
                        && element.getKind() != ElementKind.FIELD
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
        return new RValue.Lambda(lambda);
    }

    /** The body of a lambda that captures nothing stands in the place of the call. */
    private RValue applyLambda(RValue.Lambda lambda, MethodInvocationTree call) {
        List<? extends VariableTree> parameters = lambda.tree().getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = (VariableElement) context.elementOf(parameters.get(i));
            RValue argument = context.expressions.lower(call.getArguments().get(i));
            context.bindings().put(parameter, context.expressions.convert(argument, parameter.asType(), call));
        }
        return switch (lambda.tree().getBody()) {
            case ExpressionTree value ->
                context.expressions.convert(context.expressions.lower(value), context.typeOf(call), call);
            case BlockTree block ->
                throw context.error(
                        Rule.LAMBDA,
                        block,
                        "a lambda passed to hardware must be one expression",
                        "use a static method");
            default -> throw new IllegalStateException();
        };
    }
}
