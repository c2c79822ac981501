package org.gatesmith.hls.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a kernel. */
public sealed interface Parameter {

    String name();

    /** Type of the scalar, or of the array's elements. */
    JavaType type();

    /** Contract on the value or on every element; null when there is none. */
    @Nullable
    ValueRange range();

    /** A number handed to the kernel in a control register. */
    record Scalar(String name, JavaType type, @Nullable ValueRange range) implements Parameter {}

    /**
     * An array in board memory.
     *
     * @param shape extents, outermost first, in terms of the scalar parameters; constants are already replaced
     * @param bundle name of the memory interface that carries the port
     */
    record Array(
            String name,
            JavaType type,
            @Nullable ValueRange range,
            Direction direction,
            List<Formula> shape,
            String bundle)
            implements Parameter {
        public Array {
            shape = List.copyOf(shape);
        }
    }
}
