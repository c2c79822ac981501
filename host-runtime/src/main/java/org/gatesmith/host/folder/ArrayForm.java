package org.gatesmith.host.folder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gatesmith.hls.signature.JavaType;

/**
 * Element type and extents of an array.
 *
 * @param type Java keyword of the element type
 * @param shape extents, outermost first
 */
public record ArrayForm(String type, List<Long> shape) {

    public ArrayForm {
        Objects.requireNonNull(type, "type");
        if (Arrays.stream(JavaType.values()).map(JavaType::keyword).noneMatch(type::equals)) {
            throw new IllegalArgumentException("there are no elements of type \"" + type + "\"");
        }
        shape = List.copyOf(shape);
    }

    public static ArrayForm of(JavaType type, List<Long> shape) {
        return new ArrayForm(type.keyword(), shape);
    }

    /** The element type. */
    public JavaType elementType() {
        return JavaType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    /** Number of elements. */
    public long elements() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** As in {@code int[64][32]}. */
    public String text() {
        StringBuilder text = new StringBuilder(type);
        shape.forEach(extent -> text.append('[').append(extent).append(']'));
        return text.toString();
    }
}
