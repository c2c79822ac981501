package org.gatesmith.host.data;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Tolerance;

/**
 * Compares arrays element by element. Without a tolerance two elements agree when their bits are equal or both are NaN, so
 * that -0 differs from +0 and the payload of a NaN does not count, as {@code Float.floatToIntBits} sees it. With a tolerance
 * an element also passes when it meets any bound that is set.
 */
public final class ArrayComparison {
    /** Elements looked at one by one once a chunk of them is not equal byte for byte. */
    private static final long CHUNK = 1 << 13;

    /** Looks at every mismatch. */
    @FunctionalInterface
    public interface Observer {

        /**
         * Bits are in the representation of {@link Elements#bits(long)}.
         *
         * @param index row-major index of the element
         */
        void mismatch(long index, long expectedBits, long actualBits);
    }

    private final Elements expected;
    private final Elements actual;
    private final List<Long> shape;
    private final Tolerance tolerance;
    private final int limit;
    private final Observer observer;

    private final List<Mismatch> first = new ArrayList<>();
    private long mismatches;
    private ElementError worst = ElementError.NONE;

    private ArrayComparison(
            Elements expected, Elements actual, List<Long> shape, Tolerance tolerance, int limit, Observer observer) {
        this.expected = expected;
        this.actual = actual;
        this.shape = List.copyOf(shape);
        this.tolerance = tolerance;
        this.limit = limit;
        this.observer = observer;
    }

    /**
     * Compares two arrays of the same type and length.
     *
     * @param shape their extents, outermost first
     * @param limit how many mismatches to report one by one
     */
    public static Comparison of(Elements expected, Elements actual, List<Long> shape, Tolerance tolerance, int limit) {
        return of(expected, actual, shape, tolerance, limit, (index, expectedBits, actualBits) -> {});
    }

    /**
     * Compares two arrays of the same type and length, and tells every mismatch as it is found.
     *
     * @param shape their extents, outermost first
     * @param limit how many mismatches to report one by one
     * @param observer is told of every mismatch, in ascending order of the index
     */
    public static Comparison of(
            Elements expected, Elements actual, List<Long> shape, Tolerance tolerance, int limit, Observer observer) {
        boolean sameForm = expected.type() == actual.type() && expected.count() == actual.count();
        if (!sameForm || Extents.count(shape) != expected.count()) {
            throw new IllegalArgumentException(
                    "cannot compare " + expected + " with " + actual + " under shape " + Extents.text(shape));
        }
        return new ArrayComparison(expected, actual, shape, tolerance, limit, observer).run();
    }

    private Comparison run() {
        long count = expected.count();
        for (long from = nextDifference(0); from < count; from = nextDifference(from)) {
            long to = Math.min(from + CHUNK, count);
            for (long i = from; i < to; i++) {
                compare(i, expected.bits(i), actual.bits(i));
            }
            from = to;
        }
        return new Comparison(count, mismatches, first, worst.ulp(), worst.relative(), worst.absolute());
    }

    /** Index of the first element at or after {@code from} whose bytes differ, the number of elements if there is none. */
    private long nextDifference(long from) {
        int bytes = expected.type().bytes();
        MemorySegment a = expected.segment();
        MemorySegment b = actual.segment();
        long at = MemorySegment.mismatch(a, from * bytes, a.byteSize(), b, from * bytes, b.byteSize());
        return at < 0 ? expected.count() : from + at / bytes;
    }

    private void compare(long index, long expectedBits, long actualBits) {
        if (agree(expectedBits, actualBits)) {
            return;
        }
        ElementError error = ElementError.between(expected.type(), expectedBits, actualBits);
        worst = worst.max(error);
        if (!error.within(tolerance)) {
            note(index, expectedBits, actualBits);
        }
    }

    private boolean agree(long expectedBits, long actualBits) {
        JavaType type = expected.type();
        return expectedBits == actualBits
                || (type.isFloatingPoint()
                        && Double.isNaN(Elements.valueOf(type, expectedBits))
                        && Double.isNaN(Elements.valueOf(type, actualBits)));
    }

    private void note(long index, long expectedBits, long actualBits) {
        mismatches++;
        observer.mismatch(index, expectedBits, actualBits);
        if (first.size() < limit) {
            first.add(new Mismatch(index, Extents.position(index, shape), expected.type(), expectedBits, actualBits));
        }
    }
}
