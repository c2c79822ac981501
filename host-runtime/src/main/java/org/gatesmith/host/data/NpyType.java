package org.gatesmith.host.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.JavaType;

/**
 * The dtypes that are read, and the Java types that each may feed. An unsigned dtype feeds the Java type of its width bit for
 * bit: {@code |u1} 200 becomes the {@code byte} -56. Java has an unsigned type of its own only for 16 bits; there
 * {@code <u2} feeds {@code char} and {@code short}. No other conversion takes place.
 */
public enum NpyType {
    B1("|b1", JavaType.BOOLEAN),
    I1("|i1", JavaType.BYTE),
    U1("|u1", JavaType.BYTE),
    I2("<i2", JavaType.SHORT),
    U2("<u2", JavaType.CHAR, JavaType.SHORT),
    I4("<i4", JavaType.INT),
    U4("<u4", JavaType.INT),
    I8("<i8", JavaType.LONG),
    U8("<u8", JavaType.LONG),
    F4("<f4", JavaType.FLOAT),
    F8("<f8", JavaType.DOUBLE);

    private final String descr;
    private final List<JavaType> feeds;

    NpyType(String descr, JavaType... feeds) {
        this.descr = descr;
        this.feeds = List.of(feeds);
    }

    /** The text in the header, such as {@code <i4}. */
    public String descr() {
        return descr;
    }

    /** Bytes of one element. */
    public int bytes() {
        return feeds.getFirst().bytes();
    }

    /** Whether its elements can be passed to a parameter with this element type. */
    public boolean feeds(JavaType type) {
        return feeds.contains(type);
    }

    /** The dtype with that text; single bytes have no byte order, so that {@code <u1} means {@code |u1}. */
    static Optional<NpyType> of(String descr) {
        String orderless = descr.endsWith("1") ? "|" + descr.substring(1) : descr;
        return Arrays.stream(values()).filter(t -> t.descr.equals(orderless)).findFirst();
    }

    /** The dtype in which elements of a Java type are written. */
    static NpyType of(JavaType type) {
        return switch (type) {
            case BOOLEAN -> B1;
            case BYTE -> I1;
            case SHORT -> I2;
            case CHAR -> U2;
            case INT -> I4;
            case LONG -> I8;
            case FLOAT -> F4;
            case DOUBLE -> F8;
        };
    }

    /** The dtypes that may feed a Java type, in words. */
    static String accepted(JavaType type) {
        return Arrays.stream(values())
                .filter(t -> t.feeds(type))
                .map(t -> "'" + t.descr + "'")
                .collect(Collectors.joining(" or "));
    }

    /** All dtypes, in words. */
    static String supported() {
        return Arrays.stream(values()).map(t -> "'" + t.descr + "'").collect(Collectors.joining(", "));
    }
}
