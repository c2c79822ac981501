package org.gatesmith.hls.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** The functions of a program: methods are lowered once for each kind of arguments they are called with. */
final class Instances {

    /** Deepest chain of calls that is taken for recursion that ends. */
    private static final int DEEPEST_RECURSION = 200;

    private final Lowering program;
    private final Map<FunctionInstance.Key, FunctionInstance> instances = new LinkedHashMap<>();
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<ExecutableElement, Boolean> recursive = new HashMap<>();
    private final Set<FunctionInstance.Key> inProgress = new HashSet<>();

    Instances(Lowering program) {
        this.program = program;
    }

    /** The lowered functions, callers before callees. */
    List<Function> functions() {
        List<Function> reversed = new ArrayList<>(functions.values());
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    FunctionInstance of(FunctionInstance.Request request, MethodContext caller, Tree call) {
        boolean specialised = isRecursive(request.method(), request.path());
        FunctionInstance.Key key = key(request, specialised, caller);
        if (inProgress.contains(key) || inProgress.size() > DEEPEST_RECURSION) {
            throw caller.error(
                    Rule.RECURSION,
                    call,
                    "the recursion of '" + request.method().getSimpleName()
                            + "' does not end at a depth known at compile time",
                    "make the argument that ends it a constant, or use a loop");
        }
        FunctionInstance known = instances.get(key);
        if (known != null) {
            return known;
        }
        inProgress.add(key);
        try {
            FunctionInstance instance = lower(request, specialised, caller);
            instances.put(key, instance);
            return instance;
        } finally {
            inProgress.remove(key);
        }
    }

    private static FunctionInstance.Key key(
            FunctionInstance.Request request, boolean specialised, MethodContext caller) {
        List<RValue> arguments = new ArrayList<>(request.arguments());
        if (request.self() != null) {
            arguments.addFirst(request.self());
        }
        List<Object> forms = new ArrayList<>();
        for (RValue argument : arguments) {
            forms.add(FunctionInstance.form(argument));
            if (specialised) {
                argument.leaves()
                        .forEach(leaf -> forms.add(caller.builder
                                .constantOf(leaf)
                                .map(Object::toString)
                                .orElse("")));
            }
        }
        List<String> types = request.method().getTypeParameters().stream()
                .map(p -> String.valueOf(request.typeArguments().get(p)))
                .toList();
        return new FunctionInstance.Key(request.method(), forms, types);
    }

    private boolean isRecursive(ExecutableElement method, TreePath path) {
        Boolean known = recursive.get(method);
        if (known == null) {
            known = reaches(path, method, new HashSet<>());
            recursive.put(method, known);
        }
        return known;
    }

    private boolean reaches(TreePath from, ExecutableElement target, Set<Element> visited) {
        boolean[] found = {false};
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                Element callee = program.model().trees().getElement(getCurrentPath());
                if (target.equals(callee)) {
                    found[0] = true;
                } else if (callee != null && visited.add(callee)) {
                    TreePath path = program.model().path(callee);
                    found[0] |= path != null && reaches(path, target, visited);
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(from, null);
        return found[0];
    }

    private FunctionInstance lower(FunctionInstance.Request request, boolean specialised, MethodContext caller) {
        ExecutableElement method = request.method();
        JavaTypes types = new JavaTypes(program.model().types(), request.typeArguments());
        MethodContext context =
                new MethodContext(program, request.path().getCompilationUnit(), method, types, program.labels());
        MethodTree tree = (MethodTree) request.path().getLeaf();
        List<ScalarType> results = resultTypes(context, tree);
        new MethodAnnotations(context).checkCalled(tree);
        Parameters parameters = new Parameters(context, caller, specialised);
        List<Op> prologue = context.builder.capture(() -> bind(parameters, request, context, tree));
        Function function = body(
                context,
                tree,
                prologue,
                parameters.values,
                uniqueName(method.getSimpleName().toString()));
        functions.put(function.name(), function);
        return new FunctionInstance(function.name(), results, types);
    }

    private static void bind(
            Parameters parameters, FunctionInstance.Request request, MethodContext context, MethodTree tree) {
        if (request.self() != null) {
            context.bindings().put(Calls.THIS, parameters.bind("self", request.self()));
        }
        for (int i = 0; i < request.arguments().size(); i++) {
            VariableElement parameter = request.method().getParameters().get(i);
            VariableTree declaration = tree.getParameters().get(i);
            if (request.method().getAnnotation(Kernel.class) == null) {
                context.variables.check(parameter, declaration, roleOf(parameter, context));
            }
            RValue bound = parameters.bind(
                    parameter.getSimpleName().toString(), request.arguments().get(i));
            RValue promised = Arrays.underContract(bound, parameter);
            context.bindings().put(parameter, context.assignments.assume(parameter, promised, declaration));
        }
    }

    private static VariableRole roleOf(VariableElement parameter, MethodContext context) {
        if (context.types.isArray(parameter.asType())) {
            return VariableRole.ARRAY_NAME;
        }
        return context.types.scalar(parameter.asType()).isPresent() ? VariableRole.NUMBER : VariableRole.OTHER;
    }

    /** The body of a method after its parameters are bound. */
    Function body(MethodContext context, MethodTree tree, List<Op> prologue, List<Value> parameters, String name) {
        ExecutableElement method = context.method;
        List<Value> yields = new ArrayList<>();
        List<Op> ops = context.builder.capture(() -> {
            context.builder.appendAll(prologue);
            yields.addAll(context.statements.body(tree.getBody()).leaves());
        });
        return new Function(
                name,
                new Region(parameters, ops, yields),
                method.getAnnotation(Dataflow.class) == null ? Function.Style.SEQUENTIAL : Function.Style.DATAFLOW,
                method.getAnnotation(NoInline.class) == null ? Function.Inlining.INLINE : Function.Inlining.KEEP,
                context.program.model().wholeSpan(context.unit, tree));
    }

    private static List<ScalarType> resultTypes(MethodContext context, MethodTree tree) {
        TypeMirror type = context.resultType;
        if (type.getKind() == TypeKind.VOID) {
            return List.of();
        }
        if (context.types.isArray(type)) {
            throw context.error(
                    Rule.UNSUPPORTED_TYPE,
                    tree,
                    "'" + tree.getName() + "' returns an array, which hardware cannot hand back",
                    "pass an array as a parameter and fill it");
        }
        return context.types.leaves(type).orElseThrow(() -> context.unsupported(type, tree)).stream()
                .map(JavaType::irType)
                .toList();
    }

    private String uniqueName(String base) {
        String name = base;
        for (int i = 2; program.isTaken(name) || functions.containsKey(name); i++) {
            name = base + "_" + i;
        }
        program.take(name);
        return name;
    }

    /** Makes the parameters of one function. */
    private static final class Parameters {
        private final MethodContext context;
        private final MethodContext caller;
        private final boolean specialised;
        private final List<Value> values = new ArrayList<>();

        Parameters(MethodContext context, MethodContext caller, boolean specialised) {
            this.context = context;
            this.caller = caller;
            this.specialised = specialised;
        }

        RValue bind(String name, RValue argument) {
            return switch (argument) {
                case RValue.ArrayView array ->
                    new RValue.ArrayView(
                            array.element(),
                            array.memories().stream()
                                    .map(m -> parameter(m, name))
                                    .toList(),
                            array.prefix().stream()
                                    .map(p -> parameter(p, name + "_index"))
                                    .toList(),
                            array.shape(),
                            array.contract());
                case RValue.Channel channel -> new RValue.Channel(parameter(channel.fifo(), name), channel.type());
                default -> argument.withLeaves(leaves(name, argument));
            };
        }

        private List<Value> leaves(String name, RValue argument) {
            List<String> names = new ArrayList<>();
            MethodContext.addNames(names, name, argument);
            List<Value> leaves = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Value leaf = argument.leaves().get(i);
                Value parameter = parameter(leaf, names.get(i));
                Literal constant = specialised ? caller.builder.constantOf(leaf).orElse(null) : null;
                leaves.add(
                        constant == null
                                ? parameter
                                : context.builder.constant(constant, leaf.scalarType(), Span.NONE));
            }
            return leaves;
        }

        private Value parameter(Value argument, String name) {
            Value parameter = Value.named(argument.type(), name);
            values.add(parameter);
            return parameter;
        }
    }
}
