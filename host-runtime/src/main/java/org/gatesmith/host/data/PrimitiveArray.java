package org.gatesmith.host.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.util.Locale;
import org.gatesmith.hls.signature.JavaType;

/**
 * A Java array of primitives whose type is known only at run time.
 *
 * @param array the array
 * @param type its element type
 */
record PrimitiveArray(Object array, JavaType type) {

    static PrimitiveArray of(Object array) {
        Class<?> component = array.getClass().getComponentType();
        if (component == null || !component.isPrimitive()) {
            throw new IllegalArgumentException(array.getClass().getName() + " is no array of primitives");
        }
        return new PrimitiveArray(array, JavaType.valueOf(component.getName().toUpperCase(Locale.ROOT)));
    }

    static Object create(JavaType type, int length) {
        return switch (type) {
            case BOOLEAN -> new boolean[length];
            case BYTE -> new byte[length];
            case SHORT -> new short[length];
            case CHAR -> new char[length];
            case INT -> new int[length];
            case LONG -> new long[length];
            case FLOAT -> new float[length];
            case DOUBLE -> new double[length];
        };
    }

    int length() {
        return Array.getLength(array);
    }

    void copyTo(Elements target) {
        checkMatches(target);
        if (array instanceof boolean[] flags) {
            for (int i = 0; i < flags.length; i++) {
                target.segment().set(ValueLayout.JAVA_BOOLEAN, i, flags[i]);
            }
        } else {
            target.segment().copyFrom(segment());
        }
    }

    void copyFrom(Elements source) {
        checkMatches(source);
        if (array instanceof boolean[] flags) {
            for (int i = 0; i < flags.length; i++) {
                flags[i] = source.bits(i) != 0;
            }
        } else {
            segment().copyFrom(source.segment());
        }
    }

    private void checkMatches(Elements other) {
        if (other.type() != type || other.count() != length()) {
            throw new IllegalArgumentException(
                    other + " do not match a " + type.keyword() + " array of length " + length());
        }
    }

    /** The array's memory; the foreign-memory API has none for booleans. */
    MemorySegment segment() {
        return switch (array) {
            case byte[] a -> MemorySegment.ofArray(a);
            case short[] a -> MemorySegment.ofArray(a);
            case char[] a -> MemorySegment.ofArray(a);
            case int[] a -> MemorySegment.ofArray(a);
            case long[] a -> MemorySegment.ofArray(a);
            case float[] a -> MemorySegment.ofArray(a);
            case double[] a -> MemorySegment.ofArray(a);
            default -> throw new IllegalStateException("no memory behind a " + type.keyword() + " array");
        };
    }
}
