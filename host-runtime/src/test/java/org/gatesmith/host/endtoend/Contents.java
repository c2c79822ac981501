package org.gatesmith.host.endtoend;

import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.FloatValues;
import org.gatesmith.host.data.FloatValues.Specials;
import org.gatesmith.host.data.RandomInputs;

/** What random arrays hold. */
enum Contents {
    /** Values spread over the contract; of floating-point numbers those from -1 to 1. */
    SPREAD {
        @Override
        void fill(Parameter.Array array, Elements target, long seed) {
            fillRandom(array, target, seed, FloatValues.ORDINARY);
        }
    },
    /** Mostly the ends of the contract; floating-point numbers of any size, infinities and NaN among them. */
    EXTREME {
        @Override
        void fill(Parameter.Array array, Elements target, long seed) {
            fillRandom(
                    array,
                    target,
                    seed,
                    new FloatValues(-Float.MAX_VALUE, Float.MAX_VALUE, Specials.INFINITIES_AND_NAN));
            if (!array.type().isFloatingPoint()) {
                keepOnlyEnds(array, target, seed);
            }
        }
    },
    /** Half of the values where something changes: around zero, powers of two, the ends of the types; the others of any size. */
    EDGES {
        @Override
        void fill(Parameter.Array array, Elements target, long seed) {
            java.util.Random random = new java.util.Random(seed ^ array.name().hashCode());
            for (long i = 0; i < target.count(); i++) {
                target.setBits(i, edge(array.type(), random));
            }
        }
    };

    private static final long[] INTEGERS = {
        0,
        1,
        -1,
        2,
        7,
        8,
        -8,
        255,
        65535,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final double[] REALS = {
        0.0,
        -0.0,
        0.5,
        -0.5,
        1.5,
        -2.5,
        1e30,
        -1e300,
        3e9,
        -1e19,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Float.MIN_VALUE,
        2251799813685249.5,
        Integer.MIN_VALUE,
        0x1p63,
        -0x1p63
    };

    private static long edge(JavaType type, java.util.Random random) {
        boolean special = random.nextBoolean();
        if (type.isFloatingPoint()) {
            double value = special
                    ? REALS[random.nextInt(REALS.length)]
                    : random.nextGaussian() * Math.scalb(1.0, random.nextInt(160) - 80);
            return type == JavaType.FLOAT ? Float.floatToRawIntBits((float) value) : Double.doubleToRawLongBits(value);
        }
        long value =
                special ? INTEGERS[random.nextInt(INTEGERS.length)] : random.nextLong() >> random.nextInt(Long.SIZE);
        return value << (Long.SIZE - 8 * type.bytes()) >> (Long.SIZE - 8 * type.bytes());
    }

    abstract void fill(Parameter.Array array, Elements target, long seed);

    private static void fillRandom(Parameter.Array array, Elements target, long seed, FloatValues floats) {
        RandomInputs random = new RandomInputs(seed);
        if (array.type().isFloatingPoint()) {
            random.fillFloats(array.name(), target, 0, floats);
        } else {
            random.fillIntegers(array.name(), target, 0, array.range());
        }
    }

    /** Seven elements in eight become the smallest or the largest value. */
    private static void keepOnlyEnds(Parameter.Array array, Elements target, long seed) {
        ValueRange range = array.range() == null ? all(array.type()) : array.range();
        java.util.Random random = new java.util.Random(seed);
        for (long i = 0; i < target.count(); i++) {
            switch (random.nextInt(8)) {
                case 0 -> {} // stays
                case 1, 2, 3 -> target.setBits(i, range.max());
                default -> target.setBits(i, range.min());
            }
        }
    }

    private static ValueRange all(JavaType type) {
        return switch (type) {
            case BOOLEAN -> new ValueRange(0, 1);
            case CHAR -> new ValueRange(Character.MIN_VALUE, Character.MAX_VALUE);
            default -> {
                long max = Long.MAX_VALUE >> (Long.SIZE - 8 * type.bytes());
                yield new ValueRange(-max - 1, max);
            }
        };
    }
}
