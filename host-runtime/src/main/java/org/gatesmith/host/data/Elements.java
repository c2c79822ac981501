package org.gatesmith.host.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.gatesmith.hls.signature.JavaType;

/**
 * A run of elements of one Java type in memory, on the heap or mapped from a file, little-endian as every supported host is.
 * A boolean takes one byte, 0 or 1. The number of elements is a {@code long}: mapped files may exceed 2 GiB.
 */
public final class Elements {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final JavaType type;
    private final MemorySegment segment;

    private Elements(JavaType type, MemorySegment segment) {
        this.type = type;
        this.segment = segment;
    }

    /** The elements in {@code segment}, whose size must be a multiple of the element's. */
    public static Elements in(MemorySegment segment, JavaType type) {
        if (segment.byteSize() % type.bytes() != 0) {
            throw new IllegalArgumentException(
                    segment.byteSize() + " bytes hold no whole number of " + type.keyword() + " elements");
        }
        return new Elements(type, segment);
    }

    /** New elements on the heap with the contents of a Java array of primitives. */
    public static Elements copyOf(Object array) {
        PrimitiveArray source = PrimitiveArray.of(array);
        Elements copy = new Elements(
                source.type(),
                MemorySegment.ofArray(
                        new byte
                                [Math.multiplyExact(
                                        source.length(), source.type().bytes())]));
        copy.copyFrom(array);
        return copy;
    }

    /**
     * The contents of a Java array of primitives, sharing its memory. There is no such view of a {@code boolean[]}.
     */
    public static Elements over(Object array) {
        PrimitiveArray shared = PrimitiveArray.of(array);
        return new Elements(shared.type(), shared.segment());
    }

    public JavaType type() {
        return type;
    }

    /** Number of elements. */
    public long count() {
        return segment.byteSize() / type.bytes();
    }

    /** The memory that holds them. */
    public MemorySegment segment() {
        return segment;
    }

    /** {@code count} elements from the one at {@code from} on, sharing this memory. */
    public Elements slice(long from, long count) {
        return new Elements(type, segment.asSlice(from * type.bytes(), count * type.bytes()));
    }

    /**
     * The element at an index: an integer's value ({@code char} zero-extended, {@code boolean} 0 or 1), the raw bits of a
     * floating-point number, those of a {@code float} zero-extended.
     */
    public long bits(long index) {
        return switch (type) {
            case BOOLEAN, BYTE -> segment.get(ValueLayout.JAVA_BYTE, index);
            case SHORT -> segment.get(SHORT, index * 2);
            case CHAR -> segment.get(CHAR, index * 2);
            case INT -> segment.get(INT, index * 4);
            case FLOAT -> Integer.toUnsignedLong(segment.get(INT, index * 4));
            case LONG, DOUBLE -> segment.get(LONG, index * 8);
        };
    }

    /** Stores the low bits of {@code bits}, in the representation of {@link #bits(long)}. */
    public void setBits(long index, long bits) {
        switch (type) {
            case BOOLEAN, BYTE -> segment.set(ValueLayout.JAVA_BYTE, index, (byte) bits);
            case SHORT, CHAR -> segment.set(SHORT, index * 2, (short) bits);
            case INT, FLOAT -> segment.set(INT, index * 4, (int) bits);
            case LONG, DOUBLE -> segment.set(LONG, index * 8, bits);
        }
    }

    /** The element at an index as the nearest {@code double}. */
    public double value(long index) {
        return valueOf(type, bits(index));
    }

    /** The {@code double} nearest to the element with these bits. */
    public static double valueOf(JavaType type, long bits) {
        return switch (type) {
            case FLOAT -> Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            default -> bits;
        };
    }

    /** The element with these bits as Java prints it. */
    static String textOf(JavaType type, long bits) {
        return switch (type) {
            case BOOLEAN -> String.valueOf(bits != 0);
            case FLOAT -> String.valueOf(Float.intBitsToFloat((int) bits));
            case DOUBLE -> String.valueOf(Double.longBitsToDouble(bits));
            default -> String.valueOf(bits);
        };
    }

    /** The bits of one element in hexadecimal, as wide as the type. */
    static String hexOf(JavaType type, long bits) {
        long mask = -1L >>> (64 - 8 * type.bytes());
        return String.format(Locale.ROOT, "0x%0" + 2 * type.bytes() + "x", bits & mask);
    }

    /** Overwrites all elements with those of another run of the same type and length. */
    public void copyFrom(Elements source) {
        if (source.type != type || source.count() != count()) {
            throw new IllegalArgumentException("cannot copy " + source + " into " + this);
        }
        segment.copyFrom(source.segment);
    }

    /** Overwrites all elements with those of a Java array of the same type and length. */
    public void copyFrom(Object array) {
        PrimitiveArray.of(array).copyTo(this);
    }

    /** Overwrites a Java array of the same type and length. */
    public void copyTo(Object array) {
        PrimitiveArray.of(array).copyFrom(this);
    }

    /**
     * A new Java array with the elements.
     *
     * @throws DataException there are more than a Java array can hold
     */
    public Object toArray() throws DataException {
        Object array = newArray(type, count());
        copyTo(array);
        return array;
    }

    /**
     * A new Java array of zeroes.
     *
     * @throws DataException it would have more elements than a Java array can hold
     */
    public static Object newArray(JavaType type, long count) throws DataException {
        // Two below the largest int: the limit of HotSpot, which keeps header words for itself.
        if (count > Integer.MAX_VALUE - 2) {
            throw new DataException(
                    DataFault.ARRAY_SIZE,
                    String.format(
                            Locale.ROOT,
                            "%,d elements do not fit a Java array, which holds at most 2,147,483,645",
                            count));
        }
        return PrimitiveArray.create(type, (int) count);
    }

    @Override
    public String toString() {
        return count() + " " + type.keyword() + " elements";
    }
}
