package org.gatesmith.host.data;

import java.util.List;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * Random contents for inputs that the user does not give. An element depends only on the seed, the parameter's name and the
 * element's index, so that a large array can be made tile by tile, in any order. One element in sixteen is an edge value.
 *
 * <p>The algorithm is part of the interface and described at {@link RandomBits}: element {@code i} uses words {@code 2 i} and
 * {@code 2 i + 1} of the parameter's stream.
 *
 * @param seed any number
 */
public record RandomInputs(long seed) {
    private static final int EDGE_CHANCE = 16;
    private static final int WIDE_CHANCE = 4;

    /** The values a type has without a contract; for floating point the range of {@link FloatValues#ORDINARY}. */
    static ValueRange fullRange(JavaType type) {
        return switch (type) {
            case BOOLEAN -> new ValueRange(0, 1);
            case BYTE -> new ValueRange(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> new ValueRange(Short.MIN_VALUE, Short.MAX_VALUE);
            case CHAR -> new ValueRange(Character.MIN_VALUE, Character.MAX_VALUE);
            case INT -> new ValueRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> new ValueRange(Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT, DOUBLE -> throw new IllegalArgumentException(type.keyword() + " has no integer range");
        };
    }

    /**
     * Fills integers or booleans, evenly spread over the range; edge values are its ends and those of -1, 0 and 1 within it.
     *
     * @param name the parameter's name
     * @param first index of the first element of {@code target} in the whole array
     * @param range the permitted values, null for all of the type
     */
    public void fillIntegers(String name, Elements target, long first, @Nullable ValueRange range) {
        ValueRange values = range == null ? fullRange(target.type()) : range;
        fill(name, target, first, new IntegerSource(values, EdgeValues.ofIntegers(values)));
    }

    /**
     * Fills floating-point numbers. Three in four are evenly spread over the range, one in four has an evenly spread exponent;
     * edge values are the ends of the range and, as far as they lie within it, -1, 1, both zeroes, the smallest and the
     * largest subnormal numbers, and if asked for infinities and NaN.
     *
     * @param name the parameter's name
     * @param first index of the first element of {@code target} in the whole array
     */
    public void fillFloats(String name, Elements target, long first, FloatValues values) {
        List<Long> edges = EdgeValues.ofFloats(target.type(), values);
        fill(name, target, first, new FloatSource(target.type(), values, edges));
    }

    private void fill(String name, Elements target, long first, Source source) {
        RandomBits random = RandomBits.of(seed, name);
        for (long i = 0; i < target.count(); i++) {
            long index = 2 * (first + i);
            target.setBits(i, source.bits(random.word(index), random.word(index + 1)));
        }
    }

    /** Makes an element's bits of two random words: the first chooses the kind, the second the value. */
    private sealed interface Source {
        long bits(long choice, long word);
    }

    private record IntegerSource(ValueRange range, List<Long> edges) implements Source {
        @Override
        public long bits(long choice, long word) {
            return Long.remainderUnsigned(choice, EDGE_CHANCE) == 0
                    ? edges.get((int) RandomBits.within(word, 0, edges.size() - 1))
                    : RandomBits.within(word, range.min(), range.max());
        }
    }

    private record FloatSource(JavaType type, FloatValues values, List<Long> edges) implements Source {
        @Override
        public long bits(long choice, long word) {
            if (Long.remainderUnsigned(choice, EDGE_CHANCE) == 0) {
                return edges.get((int) RandomBits.within(word, 0, edges.size() - 1));
            }
            boolean wide = Long.remainderUnsigned(choice >>> 32, WIDE_CHANCE) == 0;
            return FloatValues.bits(type, wide ? values.withAnyExponent(word) : values.evenly(word));
        }
    }
}
