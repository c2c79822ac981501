package org.gatesmith.host.data;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;

/** The values at which hardware most often goes wrong, as element bits. */
final class EdgeValues {
    /** Largest number below the normal ones: all fraction bits set. */
    private static final double LARGEST_SUBNORMAL_FLOAT = Math.nextDown(Float.MIN_NORMAL);

    private static final double LARGEST_SUBNORMAL_DOUBLE = Math.nextDown(Double.MIN_NORMAL);

    private EdgeValues() {}

    static List<Long> ofIntegers(ValueRange range) {
        return LongStream.of(range.min(), range.max(), -1, 0, 1)
                .filter(range::contains)
                .distinct()
                .boxed()
                .toList();
    }

    static List<Long> ofFloats(JavaType type, FloatValues values) {
        DoubleStream finite = DoubleStream.concat(
                        DoubleStream.of(values.min(), values.max(), -1, -0.0, 0.0, 1), subnormals(type))
                .filter(values::contains);
        DoubleStream special = values.specials() == FloatValues.Specials.NONE
                ? DoubleStream.empty()
                : DoubleStream.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN);
        return DoubleStream.concat(finite, special)
                .mapToLong(value -> FloatValues.bits(type, value))
                .distinct()
                .boxed()
                .toList();
    }

    private static DoubleStream subnormals(JavaType type) {
        double smallest = type == JavaType.FLOAT ? Float.MIN_VALUE : Double.MIN_VALUE;
        double largest = type == JavaType.FLOAT ? LARGEST_SUBNORMAL_FLOAT : LARGEST_SUBNORMAL_DOUBLE;
        return DoubleStream.of(-largest, -smallest, smallest, largest);
    }
}
