package org.gatesmith.hls.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
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

    /**
     * One call of a method, arguments evaluated.
     *
     * @param type the method's type as javac inferred it for this call
     * @param self the record on which the method is called, or null
     */
    private record Invocation(
            ExecutableElement method,
            ExecutableType type,
            RValue.@Nullable Struct self,
            List<RValue> arguments,
            ExpressionTree tree) {}

    RValue lower(MethodInvocationTree call) {
        ExecutableElement method = (ExecutableElement) context.elementOf(call.getMethodSelect());
        if (method.getModifiers().contains(Modifier.STATIC)) {
            requireSource(method, call);
            return call(invocation(method, null, call));
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            requireHardware(context.typeOf(select.getExpression()), method, call);
            return callOn(context.expressions.lower(select.getExpression()), method, call);
        }
        RValue self = context.bindings().get(THIS);
        if (self != null) {
            return callOn(self, method, call);
        }
        throw virtual(method, call);
    }

    private void requireSource(ExecutableElement method, Tree tree) {
        Intrinsics.requireKnown(method, tree, context);
        if (!Intrinsics.isOfJava(method) && context.program.model().path(method) == null) {
            throw noSource("'" + method.getSimpleName() + "'", JavaModel.owner(method), tree);
        }
    }

    /** Methods of boxed numbers, streams, collections and the like. */
    private void requireHardware(TypeMirror receiver, ExecutableElement method, Tree call) {
        boolean hasMethods = context.types.record(receiver).isPresent()
                || context.types.isArray(receiver)
                || context.types.fifo(receiver).isPresent()
                || context.types.isFunction(receiver)
                || context.types.isString(receiver);
        if (Intrinsics.isOfJava(method) && !hasMethods) {
            throw Intrinsics.unsupported(method, call, context);
        }
    }

    private LoweringError virtual(ExecutableElement method, Tree call) {
        return context.error(
                Rule.VIRTUAL_CALL,
                call,
                "the call of '" + method.getSimpleName() + "' depends on an object at run time",
                "call a static method, or a method of a record");
    }

    private Invocation invocation(ExecutableElement method, RValue.@Nullable Struct self, MethodInvocationTree call) {
        if (method.isVarArgs()) {
            throw context.error(
                    Rule.UNSUPPORTED_METHOD,
                    call,
                    "'" + method.getSimpleName() + "' takes a variable number of arguments",
                    "call a method with a fixed number of parameters");
        }
        ExecutableType type = (ExecutableType) context.typeOf(call.getMethodSelect());
        List<RValue> arguments = new ArrayList<>();
        for (int i = 0; i < call.getArguments().size(); i++) {
            arguments.add(argument(
                    call.getArguments().get(i), type.getParameterTypes().get(i)));
        }
        return new Invocation(method, type, self, arguments, call);
    }

    private RValue argument(ExpressionTree tree, TypeMirror parameter) {
        RValue value = context.expressions.lowerAs(tree, parameter);
        boolean isFunction = value instanceof RValue.MethodRef || value instanceof RValue.Lambda;
        if (isFunction != context.types.isFunction(parameter) || !context.types.isHardware(parameter)) {
            throw context.unsupported(parameter, tree);
        }
        return value;
    }

    /** Calls a method that is known at compile time. */
    private RValue call(Invocation call) {
        return Intrinsics.isOfJava(call.method)
                ? new Intrinsics(context).call(call.method, call.arguments, call.tree)
                : invoke(call);
    }

    private RValue callOn(RValue receiver, ExecutableElement method, MethodInvocationTree call) {
        return switch (receiver) {
            case RValue.Channel channel -> channelOperation(channel, method, call);
            case RValue.MethodRef reference -> apply(reference, requireFunction(method, call), call);
            case RValue.Lambda lambda -> apply(lambda, requireFunction(method, call), call);
            case RValue.Struct struct -> callOnRecord(struct, implementation(struct, method), call);
            case RValue.ArrayView _ ->
                throw context.error(
                        Rule.UNSUPPORTED_METHOD,
                        call,
                        "arrays have no method '" + method.getSimpleName() + "' in hardware",
                        "copy or compare the elements in a loop");
            default -> throw virtual(method, call);
        };
    }

    /** Only the one abstract method of a functional interface is the function that was passed. */
    private ExecutableElement requireFunction(ExecutableElement method, MethodInvocationTree call) {
        if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
            throw context.error(
                    Rule.LAMBDA,
                    call,
                    "'" + method.getSimpleName() + "' makes one function from another, which hardware cannot",
                    "call the functions one after the other");
        }
        return method;
    }

    private ExecutableElement implementation(RValue.Struct struct, ExecutableElement method) {
        Elements elements = context.program.model().elements();
        return ElementFilter.methodsIn(struct.element().getEnclosedElements()).stream()
                .filter(candidate -> elements.overrides(candidate, method, struct.element()))
                .findFirst()
                .orElse(method);
    }

    private RValue callOnRecord(RValue.Struct struct, ExecutableElement method, MethodInvocationTree call) {
        JavaModel model = context.program.model();
        boolean isGenerated = model.path(struct.element()) != null && model.path(method) == null;
        if (isGenerated && isAccessor(struct, method)) {
            return context.expressions.component(struct, method.getSimpleName().toString());
        }
        if (Intrinsics.isOfJava(method) || isGenerated) {
            throw context.error(
                    Rule.UNSUPPORTED_METHOD,
                    call,
                    "'" + method.getSimpleName() + "' of " + struct.element().getSimpleName()
                            + " has no hardware equivalent",
                    "use the components of the record");
        }
        return invoke(invocation(method, struct, call));
    }

    private static boolean isAccessor(RValue.Struct struct, ExecutableElement method) {
        return method.getParameters().isEmpty()
                && struct.element().getRecordComponents().stream()
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
                        context.expressions.scalarAs(call.getArguments().getFirst(), channel.type());
                context.builder.append(new Op.FifoWrite(channel.fifo(), value.value(), span));
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

    private RValue invoke(Invocation call) {
        TreePath path = requireBody(call);
        FunctionInstance instance = context.program
                .instances()
                .of(
                        new FunctionInstance.Request(call.method, path, call.self, call.arguments, typeArguments(call)),
                        context,
                        call.tree);
        List<Value> operands = new ArrayList<>();
        if (call.self != null) {
            operands.addAll(call.self.leaves());
        }
        call.arguments.forEach(argument -> operands.addAll(FunctionInstance.operands(argument)));
        List<Value> results = instance.resultTypes().stream().map(Value::of).toList();
        context.builder.append(new Op.Call(results, instance.name(), operands, context.span(call.tree)));
        return results.isEmpty()
                ? new RValue.Nothing()
                : context.structured(instance.types().resolve(call.method.getReturnType()), results);
    }

    /** Where the method is written. */
    private TreePath requireBody(Invocation call) {
        TreePath path = context.program.model().path(call.method);
        if (path != null && path.getLeaf() instanceof MethodTree tree && tree.getBody() != null) {
            return path;
        }
        throw context.error(
                Rule.VIRTUAL_CALL,
                call.tree,
                "'" + call.method.getSimpleName() + "' has no body that hardware could be made from",
                "call a static method, or a method of a record");
    }

    private LoweringError noSource(String what, Element owner, Tree tree) {
        return context.error(
                Rule.NO_SOURCE,
                tree,
                "the source of " + what + " in " + owner + " is not at hand",
                "put the .java file beside the kernel, or write the computation in the kernel");
    }

    /** The types that the type variables of a generic method, or of its record, stand for in one call. */
    private Map<Element, TypeMirror> typeArguments(Invocation call) {
        Map<Element, TypeMirror> found = new HashMap<>();
        if (call.self != null) {
            found.putAll(JavaTypes.argumentsOf(call.self.type()));
        }
        for (int i = 0; i < call.arguments.size(); i++) {
            match(
                    call.method.getParameters().get(i).asType(),
                    call.type.getParameterTypes().get(i),
                    found);
        }
        match(call.method.getReturnType(), call.type.getReturnType(), found);
        return found;
    }

    private void match(TypeMirror declared, TypeMirror actual, Map<Element, TypeMirror> found) {
        if (actual.getKind() != TypeKind.VOID) {
            context.types.match(declared, context.types.resolve(actual), found);
        }
    }

    void requireCanonicalConstructor(ExecutableElement constructor, Tree tree) {
        TypeElement record = JavaModel.owner(constructor);
        if (context.program.model().path(record) == null) {
            throw noSource("the constructor", record, tree);
        }
        if (context.program.model().elements().getOrigin(constructor) == Elements.Origin.EXPLICIT) {
            throw context.error(
                    Rule.UNSUPPORTED_METHOD,
                    tree,
                    "the constructor of record " + record.getSimpleName() + " runs code of its own",
                    "remove the constructor and use a static factory method");
        }
    }

    RValue reference(MemberReferenceTree reference) {
        Element target = context.elementOf(reference);
        if (target instanceof ExecutableElement method && method.getModifiers().contains(Modifier.STATIC)) {
            requireSource(method, reference);
            return new RValue.MethodRef(method);
        }
        throw context.error(
                Rule.LAMBDA,
                reference,
                "'" + reference + "' does not name a static method",
                "refer to a static method");
    }

    /** Arguments and result are converted as the functional interface says, before and after those of the method itself. */
    private RValue apply(RValue.MethodRef reference, ExecutableElement function, MethodInvocationTree call) {
        Invocation passed = invocation(function, null, call);
        ExecutableElement method = reference.method();
        if (method.isVarArgs() || method.getParameters().size() != passed.arguments.size()) {
            throw context.error(
                    Rule.LAMBDA,
                    call,
                    "'" + method.getSimpleName() + "' takes a variable number of arguments",
                    "refer to a method with a fixed number of parameters");
        }
        List<RValue> arguments = new ArrayList<>();
        for (int i = 0; i < passed.arguments.size(); i++) {
            TypeMirror parameter = method.getParameters().get(i).asType();
            arguments.add(context.expressions.convert(passed.arguments.get(i), parameter, call));
        }
        RValue result = call(new Invocation(method, typeForReference(method, passed.type), null, arguments, call));
        return context.expressions.convert(result, context.typeOf(call), call);
    }

    /** The type of a referenced method; a generic one has the types of the function whose place it takes. */
    private ExecutableType typeForReference(ExecutableElement method, ExecutableType function) {
        return method.getTypeParameters().isEmpty() ? (ExecutableType) method.asType() : function;
    }

    /** The body of a lambda that captures nothing stands in the place of the call. */
    private RValue apply(RValue.Lambda lambda, ExecutableElement function, MethodInvocationTree call) {
        List<RValue> arguments = invocation(function, null, call).arguments;
        return LambdaBody.of(lambda, context.typeOf(call), context.builder).apply(arguments);
    }
}
