package org.gatesmith.hls.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.Fifo;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Lowers arrays and FIFOs: their creation, and reading and writing elements. */
final class Arrays {

    private final MethodContext context;

    Arrays(MethodContext context) {
        this.context = context;
    }

    /** The array or FIFO that a declaration creates or names. */
    RValue declare(VariableTree variable, VariableElement element) {
        ExpressionTree initializer = variable.getInitializer();
        if (initializer == null) {
            throw context.error(
                    Rule.ARRAY_VARIABLE,
                    variable,
                    "'" + variable.getName() + "' must be created where it is declared",
                    "write " + variable.getType() + " " + variable.getName() + " = new …;");
        }
        return switch (Expressions.withoutParentheses(initializer)) {
            case NewArrayTree creation -> create(creation, variable, element);
            case NewClassTree creation -> createFifo(creation, element);
            default -> alias(initializer, element);
        };
    }

    /** A second name for an array keeps to its own contract, as the JVM can check only what is written. */
    private RValue alias(ExpressionTree initializer, VariableElement element) {
        return switch (context.expressions.lower(initializer)) {
            case RValue.ArrayView array -> array.withContract(contract(element));
            case RValue.Channel channel -> channel;
            default -> throw context.unsupported(context.typeOf(initializer), initializer);
        };
    }

    private RValue create(NewArrayTree creation, VariableTree variable, VariableElement element) {
        TypeMirror innermost = context.types.innermost(element.asType());
        List<JavaType> leaves = context.types
                .leaves(innermost)
                .orElseThrow(() -> context.error(
                        Rule.UNSUPPORTED_TYPE,
                        variable,
                        "an array of " + innermost + " has no hardware equivalent",
                        "use elements of a primitive type or a record of primitive types"));
        boolean initialised = creation.getInitializers() != null;
        List<Integer> extents = initialised ? initialiserExtents(creation) : extents(creation, variable);
        requireExtents(extents, context.types.rank(element.asType()), creation);
        Span span = context.span(variable);
        ArrayDirectives directives = LocalAnnotations.arrayDirectives(element);
        requireDimensions(directives, extents.size(), variable);
        List<String> names = leafNames(element, innermost);
        List<Value> memories = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Value memory = Value.named(new ArrayType(leaves.get(i).irType(), extents), names.get(i));
            context.builder.append(new Op.AllocArray(memory, !initialised, directives, span));
            memories.add(memory);
        }
        RValue.ArrayView array = new RValue.ArrayView(innermost, memories, List.of(), null, contract(element));
        if (initialised) {
            initialise(array, creation);
        }
        return array;
    }

    private static RValue.@Nullable Contract contract(VariableElement element) {
        return LocalAnnotations.contract(element)
                .map(range -> new RValue.Contract(element.getSimpleName().toString(), range))
                .orElse(null);
    }

    /** The argument as a parameter sees it: with the contract that the parameter itself states. */
    static RValue underContract(RValue argument, VariableElement parameter) {
        // Hardware relies on the contract of a port wherever it is written.
        return argument instanceof RValue.ArrayView array && !(array.isPort() && contract(parameter) == null)
                ? array.withContract(contract(parameter))
                : argument;
    }

    private List<String> leafNames(VariableElement element, TypeMirror innermost) {
        List<String> names = new ArrayList<>();
        addLeafNames(names, element.getSimpleName().toString(), innermost);
        return names;
    }

    /** Adds the names of the IR arrays of an array of {@code type}: its own, with those of record components appended. */
    void addLeafNames(List<String> names, String name, TypeMirror type) {
        if (context.types.scalar(type).isPresent()) {
            names.add(name);
            return;
        }
        var record = (TypeElement) context.types.record(type).orElseThrow().asElement();
        var components = record.getRecordComponents();
        List<TypeMirror> types = context.types.componentTypes(type);
        for (int i = 0; i < types.size(); i++) {
            addLeafNames(names, name + "_" + components.get(i).getSimpleName(), types.get(i));
        }
    }

    private void requireDimensions(ArrayDirectives directives, int rank, Tree tree) {
        for (var split : directives.partitions()) {
            requireDimension("@Partition", split.dimension(), rank, tree);
        }
        for (var split : directives.reshapes()) {
            requireDimension("@Reshape", split.dimension(), rank, tree);
        }
    }

    private void requireDimension(String annotation, int dimension, int rank, Tree tree) {
        if (dimension > rank) {
            throw context.error(
                    Rule.ANNOTATION_VALUE,
                    tree,
                    annotation + " names dimension " + dimension + " of an array with " + rank,
                    "dimensions count from 1; 0 stands for all");
        }
    }

    private List<Integer> extents(NewArrayTree creation, VariableTree variable) {
        List<Integer> extents = new ArrayList<>();
        for (ExpressionTree dimension : creation.getDimensions()) {
            extents.add(extent(dimension, variable));
        }
        return extents;
    }

    private void requireExtents(List<Integer> extents, int rank, NewArrayTree creation) {
        if (extents.size() != rank) {
            throw context.error(
                    Rule.ALLOCATION,
                    creation,
                    "rows cannot be arrays of their own; in hardware an array is one memory",
                    "give every extent, and copy into the rows in a loop");
        }
        BigInteger elements = extents.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        if (elements.bitLength() > 31) {
            throw context.error(
                    Rule.ALLOCATION,
                    creation,
                    "an array of " + elements + " elements does not fit on any chip",
                    "keep a tile on chip and the whole array in a port");
        }
    }

    private int extent(ExpressionTree dimension, VariableTree variable) {
        Optional<BigInteger> value =
                context.builder.integerOf(context.expressions.scalar(dimension).value());
        if (value.isEmpty()) {
            throw context.error(
                    Rule.ALLOCATION,
                    dimension,
                    "the extent '" + dimension + "' of '" + variable.getName() + "' is not known at compile time",
                    "use a static final constant that is large enough, and a loop bound for what is used of it");
        }
        if (value.get().signum() <= 0) {
            throw context.error(
                    Rule.ALLOCATION, dimension, "an extent of " + value.get() + " is not possible", "use 1 or more");
        }
        return value.get().intValueExact();
    }

    private List<Integer> initialiserExtents(NewArrayTree creation) {
        List<? extends ExpressionTree> elements = elements(creation);
        if (elements.isEmpty()) {
            throw context.error(Rule.ALLOCATION, creation, "an array needs at least one element", "remove the array");
        }
        List<Integer> extents = new ArrayList<>(List.of(elements.size()));
        List<List<Integer>> rows = elements.stream()
                .map(element -> element instanceof NewArrayTree row ? rowExtents(row) : List.<Integer>of())
                .distinct()
                .toList();
        if (rows.size() > 1) {
            throw context.error(
                    Rule.ALLOCATION,
                    creation,
                    "all rows of an array must have the same length",
                    "fill the short rows up and keep their lengths in an array");
        }
        extents.addAll(rows.getFirst());
        return extents;
    }

    /** A row is given by its elements, with or without its type before them. */
    private List<Integer> rowExtents(NewArrayTree row) {
        if (row.getInitializers() == null) {
            throw context.error(
                    Rule.ALLOCATION,
                    row,
                    "a row in an initialiser must list its elements",
                    "create the whole array with new and its extents");
        }
        return initialiserExtents(row);
    }

    private static List<? extends ExpressionTree> elements(NewArrayTree creation) {
        return java.util.Objects.requireNonNull(creation.getInitializers());
    }

    private void initialise(RValue.ArrayView array, NewArrayTree creation) {
        Span span = context.span(creation);
        List<? extends ExpressionTree> elements = elements(creation);
        for (int i = 0; i < elements.size(); i++) {
            Value index = context.builder.integer(i, IntType.I32, span);
            if (elements.get(i) instanceof NewArrayTree row) {
                initialise(array.row(index), row);
            } else {
                store(array, index, context.expressions.lowerAs(elements.get(i), array.element()), elements.get(i));
            }
        }
    }

    private RValue createFifo(NewClassTree creation, VariableElement element) {
        JavaType type = context.types
                .fifo(element.asType())
                .orElseThrow(() -> context.unsupported(context.typeOf(creation), creation));
        if (context.method.getAnnotation(Dataflow.class) == null) {
            throw context.error(
                    Rule.FIFO_OUTSIDE_DATAFLOW,
                    creation,
                    "a FIFO joins the processes of a @Dataflow method; '" + context.method.getSimpleName()
                            + "' is none",
                    "annotate the method with @Dataflow, or use a local array");
        }
        if (!creation.getArguments().isEmpty()) {
            throw context.error(
                    Rule.ALLOCATION,
                    creation,
                    "the name and depth of a FIFO in a kernel come from its variable",
                    "write @Depth(n) before the variable and leave the parentheses empty");
        }
        Depth depth = element.getAnnotation(Depth.class);
        Value fifo =
                Value.named(new FifoType(type.irType()), element.getSimpleName().toString());
        context.builder.append(
                new Op.AllocFifo(fifo, depth == null ? Fifo.DEFAULT_CAPACITY : depth.value(), context.span(creation)));
        return new RValue.Channel(fifo, type);
    }

    /** An expression that names an array. */
    RValue.ArrayView view(ExpressionTree tree) {
        if (context.expressions.lower(tree) instanceof RValue.ArrayView array) {
            return array;
        }
        throw context.unsupported(context.typeOf(tree), tree);
    }

    private Value index(ArrayAccessTree access) {
        return context.expressions.scalarAs(access.getIndex(), JavaType.INT).value();
    }

    RValue read(ArrayAccessTree access) {
        RValue.ArrayView array = view(access.getExpression());
        return element(array, index(access), access);
    }

    RValue element(RValue.ArrayView array, Value index, Tree tree) {
        if (array.rank() > 1) {
            return array.row(index);
        }
        List<JavaType> types = context.types.leaves(array.element()).orElseThrow();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Value result = Value.of(types.get(i).irType());
            context.builder.append(new Op.Load(
                    result, array.memories().get(i), array.row(index).prefix(), context.span(tree)));
            values.add(result);
        }
        return context.structured(array.element(), values);
    }

    /**
     * Writes an element.
     *
     * @param change the new value from the old one
     * @param readsOld whether {@code change} needs the old value
     * @param yieldsOld whether the expression's value is the old one
     */
    RValue write(ArrayAccessTree access, UnaryOperator<RValue> change, boolean readsOld, boolean yieldsOld, Tree tree) {
        RValue.ArrayView array = view(access.getExpression());
        Value index = index(access);
        if (array.rank() > 1) {
            throw context.error(
                    Rule.ARRAY_VARIABLE, tree, "a row of an array cannot be replaced", "copy its elements in a loop");
        }
        RValue old = readsOld ? element(array, index, access) : new RValue.Nothing();
        RValue changed = context.expressions.convert(change.apply(old), array.element(), tree);
        RValue stored = store(array, index, changed, tree);
        return yieldsOld ? old : stored;
    }

    private RValue store(RValue.ArrayView array, Value index, RValue value, Tree tree) {
        RValue.Contract contract = array.contract();
        List<Value> leaves = new ArrayList<>();
        for (int i = 0; i < array.memories().size(); i++) {
            Value leaf = value.leaves().get(i);
            Value kept = contract == null || !(leaf.type() instanceof IntType)
                    ? leaf
                    : context.assignments.assume(leaf, contract.range(), contract.name(), tree);
            context.builder.append(
                    new Op.Store(array.memories().get(i), array.row(index).prefix(), kept, context.span(tree)));
            leaves.add(kept);
        }
        return value.withLeaves(leaves);
    }

    Value length(RValue.ArrayView array, Tree tree) {
        Span span = context.span(tree);
        if (array.memories().getFirst().type() instanceof ArrayType type) {
            int extent = type.extents().get(array.prefix().size());
            return context.builder.integer(extent, IntType.I32, span);
        }
        return context.portLength(array, tree);
    }
}
