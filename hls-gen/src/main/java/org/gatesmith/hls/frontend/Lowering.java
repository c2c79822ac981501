package org.gatesmith.hls.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;

/** Lowers one kernel and all that it calls. */
final class Lowering {

    private final JavaModel model;
    private final Reporter reporter;
    private final LoopLabels labels = new LoopLabels();
    private final Instances instances;
    private final ClassConstants constants;
    private final Set<String> taken = new HashSet<>();
    private boolean permitsApproximation;

    Lowering(JavaModel model, Reporter reporter, LoadedClasses classes) {
        this.model = model;
        this.reporter = reporter;
        this.instances = new Instances(this);
        this.constants = new ClassConstants(this, classes);
    }

    JavaModel model() {
        return model;
    }

    Reporter reporter() {
        return reporter;
    }

    LoopLabels labels() {
        return labels;
    }

    Instances instances() {
        return instances;
    }

    ClassConstants constants() {
        return constants;
    }

    boolean permitsApproximation() {
        return permitsApproximation;
    }

    boolean isTaken(String name) {
        return taken.contains(name);
    }

    void take(String name) {
        taken.add(name);
    }

    String freshTableName(String base) {
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** The kernel as a program; what is wrong with it has been reported. */
    Program lower(TreePath path, ExecutableElement method, KernelSignature signature) {
        permitsApproximation = !signature.tolerance().isExact();
        take(signature.name());
        MethodTree tree = (MethodTree) path.getLeaf();
        JavaTypes types = new JavaTypes(model.types(), Map.of());
        MethodContext context = new MethodContext(this, path.getCompilationUnit(), method, types, labels);
        new MethodAnnotations(context).checkKernel(tree);
        List<Value> parameters = new ArrayList<>();
        List<Op> prologue = context.builder.capture(() -> bind(context, tree, signature, parameters));
        Function top = instances.body(context, tree, prologue, parameters, signature.name());
        List<Function> functions = new ArrayList<>(List.of(top));
        functions.addAll(instances.functions());
        return new Program(constants.tables(), functions);
    }

    private void bind(MethodContext context, MethodTree tree, KernelSignature signature, List<Value> parameters) {
        Map<String, Value> scalars = new LinkedHashMap<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            VariableElement element = context.method.getParameters().get(i);
            switch (signature.parameters().get(i)) {
                case Parameter.Array array -> context.bindings().put(element, port(element, array, parameters));
                case Parameter.Scalar scalar -> {
                    Value value = Value.named(scalar.type().irType(), scalar.name());
                    parameters.add(value);
                    ValueRange range = scalar.range();
                    Value assumed = range == null
                            ? value
                            : context.assignments.assume(
                                    value,
                                    range,
                                    scalar.name(),
                                    tree.getParameters().get(i));
                    context.bindings().put(element, new RValue.Scalar(assumed, scalar.type()));
                    scalars.put(scalar.name(), assumed);
                }
            }
        }
        context.setShapeValues(scalars);
    }

    private RValue port(VariableElement element, Parameter.Array array, List<Value> parameters) {
        Value port = Value.named(portType(array), array.name());
        parameters.add(port);
        ValueRange range = array.range();
        return new RValue.ArrayView(
                ((ArrayType) element.asType()).getComponentType(),
                List.of(port),
                List.of(),
                array.shape(),
                range == null ? null : new RValue.Contract(array.name(), range));
    }

    private static PortType portType(Parameter.Array array) {
        ScalarType element = array.type().irType();
        ValueRange range = array.range();
        return range == null || element instanceof FloatType
                ? PortType.of(element)
                : new PortType(element, BigInteger.valueOf(range.min()), BigInteger.valueOf(range.max()));
    }
}
