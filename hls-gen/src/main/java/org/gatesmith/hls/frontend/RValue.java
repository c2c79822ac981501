package org.gatesmith.hls.frontend;

import com.sun.source.tree.LambdaExpressionTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
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
    record Struct(DeclaredType type, List<RValue> components) implements RValue {
        public Struct {
            components = List.copyOf(components);
        }

        TypeElement element() {
            return (TypeElement) type.asElement();
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

        boolean isPort() {
            return !(memories.getFirst().type() instanceof ArrayType);
        }

        ArrayView row(Value index) {
            List<Value> indices = new ArrayList<>(prefix);
            indices.add(index);
            return new ArrayView(element, memories, indices, shape, contract);
        }

        ArrayView withContract(@Nullable Contract other) {
            return new ArrayView(element, memories, prefix, shape, other);
        }
    }

    /** A promise about the elements of the array {@code name}. */
    record Contract(String name, ValueRange range) {}

    /** A FIFO. */
    record Channel(Value fifo, JavaType type) implements RValue {}

    /** A method passed as an argument. */
    record MethodRef(ExecutableElement method) implements RValue {}

    /**
     * A lambda that captures nothing, passed as an argument.
     *
     * @param home where it is written
     */
    record Lambda(LambdaExpressionTree tree, MethodContext home) implements RValue {}

    /** The value of a call of a void method. */
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
