package org.gatesmith.host.run;

import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.Elements;

/** Checks the elements of an input against the parameter's contract. */
final class InputContract {

    private InputContract() {}

    static void check(Parameter.Array array, Elements elements, List<Long> shape) throws UsageException {
        ValueRange range = array.range();
        if (range == null) {
            return;
        }
        for (long i = 0; i < elements.count(); i++) {
            if (!range.contains(elements.bits(i))) {
                throw new UsageException("element " + place(i, shape) + " of '" + array.name() + "' is "
                        + elements.bits(i) + ", outside its contract " + range.min() + " to " + range.max());
            }
        }
    }

    private static String place(long index, List<Long> shape) {
        long[] position = new long[shape.size()];
        long rest = index;
        for (int i = shape.size() - 1; i >= 0; i--) {
            position[i] = rest % shape.get(i);
            rest /= shape.get(i);
        }
        return java.util.Arrays.stream(position).mapToObj(p -> "[" + p + "]").collect(Collectors.joining());
    }
}
