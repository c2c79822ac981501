package org.gatesmith.hls.frontend;

import com.sun.source.tree.LambdaExpressionTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/** What a Java expression or variable is while it is lowered. */
sealed interface RValue {

    /** A number. */
    record Scalar(Value value, JavaType type) implements RValue {}

    /** A record, taken apart into its components. */
    record Struct(TypeElement type, List<RValue> components) implements RValue {
        public Struct {
            components = List.copyOf(components);
        }
    }

    /**
     * An array, or a row of one. An array of records is one array per leaf component.
     *
     * @param element type of the innermost Java element
     * @param memories the IR arrays, one per leaf
     * @param prefix indices already applied
     * @param shape extents of a port in terms of scalar parameters; null for on-chip arrays
     * @param contract on every element, or null
     */
    record ArrayView(
            TypeMirror element,
            List<Value> memories,
            List<Value> prefix,
            @Nullable List<Formula> shape,
            @Nullable Contract contract)
            implements RValue {
        public ArrayView {
            memories = List.copyOf(memories);
            prefix = List.copyOf(prefix);
        }

        /** Number of indices that still lead to an element. */
        int rank() {
            return memories.getFirst().type() instanceof ArrayType array ? array.rank() - prefix.size() : 1;
        }

        ArrayView row(Value index) {
            List<Value> indices = new ArrayList<>(prefix);
            indices.add(index);
            return new ArrayView(element, memories, indices, shape, contract);
        }
    }

    /** A promise about the elements of the array {@code name}. */
    record Contract(String name, ValueRange range) {}

    /** A FIFO. */
    record Channel(Value fifo, JavaType type) implements RValue {}

    /** A method passed as an argument. */
    record MethodRef(ExecutableElement method) implements RValue {}

    /** A lambda that captures nothing, passed as an argument. */
    record Lambda(LambdaExpressionTree tree) implements RValue {}

    /** The value of a call of a void method, and of what was reported as an error. */
    record Nothing() implements RValue {}

    /** The numbers that make up a value, in order. */
    default List<Value> leaves() {
        return switch (this) {
            case Scalar scalar -> List.of(scalar.value());
            case Struct struct ->
                struct.components().stream().flatMap(c -> c.leaves().stream()).toList();
            default -> List.of();
        };
    }

    /** The same value with other numbers. */
    default RValue withLeaves(List<Value> leaves) {
        return rebuild(leaves.iterator());
    }

    private RValue rebuild(Iterator<Value> leaves) {
        return switch (this) {
            case Scalar scalar -> new Scalar(leaves.next(), scalar.type());
            case Struct struct ->
                new Struct(
                        struct.type(),
                        struct.components().stream().map(c -> c.rebuild(leaves)).toList());
            default -> this;
        };
    }
}
