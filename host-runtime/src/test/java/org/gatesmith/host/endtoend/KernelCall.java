package org.gatesmith.host.endtoend;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.problem.ProblemSize;

/**
 * One call of a kernel.
 *
 * @param origin how it was made, for messages
 * @param before what every array holds before the call, by name
 */
record KernelCall(String origin, KernelSignature signature, ProblemSize size, Map<String, Elements> before) {

    /**
     * A call with random arrays; pure outputs hold rubbish too, so that an element that is not written shows.
     *
     * @param sizes scalars, such as {@code "m=3 n=5"}; those left out are as {@code gatesmith run} makes them
     */
    static KernelCall random(KernelSignature signature, String sizes, long seed, Contents contents)
            throws UsageException {
        ProblemSize size = ProblemSize.of(signature, scalars(sizes), Map.of(), seed);
        Map<String, Elements> arrays = new LinkedHashMap<>();
        for (Parameter.Array array : signature.arrays().toList()) {
            Elements elements = zeroes(array, size.elements(array));
            contents.fill(array, elements, seed);
            arrays.put(array.name(), elements);
        }
        return new KernelCall(sizes + " seed " + seed + " " + contents, signature, size, arrays);
    }

    /** Scalars by name, as the command line takes them. */
    static Map<String, String> scalars(String sizes) {
        return Arrays.stream(sizes.split(" ", -1))
                .filter(size -> !size.isEmpty())
                .collect(Collectors.toMap(
                        size -> size.substring(0, size.indexOf('=')), size -> size.substring(size.indexOf('=') + 1)));
    }

    private static Elements zeroes(Parameter.Array array, long count) {
        byte[] bytes = new byte[Math.toIntExact(count * array.type().bytes())];
        return Elements.in(MemorySegment.ofArray(bytes), array.type());
    }

    /** The arrays, for a place to work on. */
    Map<String, Elements> copies() {
        Map<String, Elements> copies = new LinkedHashMap<>();
        signature.arrays().forEach(array -> {
            Elements original = before.get(array.name());
            Elements copy = zeroes(array, original.count());
            copy.copyFrom(original);
            copies.put(array.name(), copy);
        });
        return copies;
    }
}
