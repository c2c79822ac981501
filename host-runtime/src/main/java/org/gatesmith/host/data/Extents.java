package org.gatesmith.host.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Arithmetic on the extents of an array, outermost first. */
final class Extents {
    private Extents() {}

    /** Number of elements; throws {@link ArithmeticException} beyond 2^63. */
    static long count(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** The indices, outermost first, of the element at a row-major position. */
    static List<Long> position(long index, List<Long> shape) {
        List<Long> position = new ArrayList<>();
        long rest = index;
        for (long extent : shape.reversed()) {
            position.add(rest % extent);
            rest /= extent;
        }
        Collections.reverse(position);
        return position;
    }

    /** As numpy prints it: {@code (3, 4)}, {@code (5,)}. */
    static String text(List<Long> shape) {
        String comma = shape.size() == 1 ? ",)" : ")";
        return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", comma));
    }

    /** Accepts the parameter's shape, or one dimension with as many elements. */
    static void check(Path file, List<Long> found, String parameter, List<Long> wanted) throws DataException {
        boolean flat = found.size() == 1 && found.getFirst() == count(wanted);
        if (!found.equals(wanted) && !flat) {
            throw new DataException(
                    DataFault.SHAPE,
                    file,
                    "has shape " + text(found) + " with " + count(found) + " elements, but parameter '" + parameter
                            + "' has shape " + text(wanted) + " with " + count(wanted)
                            + " elements at the sizes given; pass another file or other sizes");
        }
    }
}
