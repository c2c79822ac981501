package org.gatesmith.hls.frontend;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;

/**
 * Arguments for one run of a kernel, made from its signature alone: scalars and elements within their contracts, edge cases as
 * often as ordinary values; scalars that occur in shapes stay small.
 */
public final class RandomArguments {

    private static final int LARGEST_EXTENT = 20;

    private final SplittableRandom random;

    private RandomArguments(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Arguments in the order of the parameters: primitive arrays and boxed scalars. */
    public static List<Object> of(KernelSignature signature, long seed) {
        return new RandomArguments(seed).of(signature);
    }

    private List<Object> of(KernelSignature signature) {
        Set<String> extents = new HashSet<>();
        signature.arrays().forEach(array -> array.shape().forEach(extent -> extents.addAll(extent.names())));
        Map<String, Object> scalars = new LinkedHashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        signature.scalars().forEach(scalar -> {
            Object value = extents.contains(scalar.name()) ? extent(scalar) : number(scalar.type(), scalar.range());
            scalars.put(scalar.name(), value);
            if (value instanceof Number number) {
                sizes.put(scalar.name(), number.longValue());
            }
        });
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : signature.parameters()) {
            arguments.add(
                    switch (parameter) {
                        case Parameter.Scalar scalar -> scalars.get(scalar.name());
                        case Parameter.Array array -> array(array, sizes);
                    });
        }
        return arguments;
    }

    private Object extent(Parameter.Scalar scalar) {
        ValueRange range = scalar.range();
        long min = range == null ? 0 : Math.max(0, range.min());
        long max = range == null ? LARGEST_EXTENT : Math.min(range.max(), min + LARGEST_EXTENT);
        return boxed(scalar.type(), random.nextLong(min, max + 1));
    }

    private Object array(Parameter.Array array, Map<String, Long> sizes) {
        long length = 1;
        for (Formula extent : array.shape()) {
            length *= extent.evaluate(sizes);
        }
        Object elements = Array.newInstance(componentOf(array.type()), Math.toIntExact(length));
        for (int i = 0; i < length; i++) {
            Array.set(elements, i, number(array.type(), array.range()));
        }
        return elements;
    }

    private static Class<?> componentOf(JavaType type) {
        return switch (type) {
            case BOOLEAN -> boolean.class;
            case BYTE -> byte.class;
            case SHORT -> short.class;
            case CHAR -> char.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
        };
    }

    private Object number(JavaType type, ValueRange range) {
        return switch (type) {
            case BOOLEAN -> random.nextBoolean();
            case FLOAT -> (float) floating(Float.MIN_VALUE, Float.MAX_VALUE, Float.intBitsToFloat(random.nextInt()));
            case DOUBLE -> floating(Double.MIN_VALUE, Double.MAX_VALUE, Double.longBitsToDouble(random.nextLong()));
            case BYTE -> boxed(type, integer(range, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case SHORT -> boxed(type, integer(range, Short.MIN_VALUE, Short.MAX_VALUE));
            case CHAR -> boxed(type, integer(range, Character.MIN_VALUE, Character.MAX_VALUE));
            case INT -> boxed(type, integer(range, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> boxed(type, integer(range, Long.MIN_VALUE, Long.MAX_VALUE));
        };
    }

    private static Object boxed(JavaType type, long value) {
        return switch (type) {
            case BYTE -> (byte) value;
            case SHORT -> (short) value;
            case CHAR -> (char) value;
            case INT -> (int) value;
            case LONG -> value;
            case BOOLEAN, FLOAT, DOUBLE -> throw new IllegalArgumentException(type.keyword());
        };
    }

    private long integer(ValueRange range, long least, long most) {
        long min = range == null ? least : range.min();
        long max = range == null ? most : range.max();
        return switch (random.nextInt(6)) {
            case 0 -> min + within(min, max, random.nextLong(3));
            case 1 -> max - within(min, max, random.nextLong(3));
            case 2, 3 -> Math.clamp(random.nextLong(-20, 21), min, max);
            // All widths alike, so that carries and signs meet at every bit.
            case 4 -> Math.clamp(random.nextLong() >> random.nextInt(64), min, max);
            default -> max == Long.MAX_VALUE ? random.nextLong(min, max) : random.nextLong(min, max + 1);
        };
    }

    private static long within(long min, long max, long offset) {
        return max - min >= 0 && max - min < offset ? 0 : offset;
    }

    private double floating(double smallest, double largest, double anyBits) {
        double magnitude = switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NaN;
            case 3 -> smallest;
            case 4 -> largest;
            case 5 -> anyBits;
            case 6 -> Math.scalb(random.nextDouble(), random.nextInt(-40, 41));
            case 7 -> random.nextInt(100) + 0.5;
            case 8 -> 0x1p31 + random.nextInt(3) - 1;
            case 9 -> 0x1p63;
            default -> random.nextInt(-20, 21);
        };
        return random.nextBoolean() ? magnitude : -magnitude;
    }
}
