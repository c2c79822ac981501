package org.gatesmith.host.tile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.problem.CallLimits;

/**
 * A scalar parameter whose extents can be cut. Its units are what the tiles divide among themselves: for a parallel dimension
 * the elements of the outputs, for a reduction those of the inputs, each divided by the stride.
 *
 * @param units number of units of the whole problem
 * @param shift units minus scalar: the kernel is called with {@code units - shift}
 * @param cuts how each array that has the scalar is cut, by name
 */
public record SplitDimension(String scalar, LoopKind kind, long units, long shift, Map<String, Cut> cuts) {

    public SplitDimension {
        // In the order of the parameters, so that messages are the same in every run.
        cuts = Collections.unmodifiableMap(new LinkedHashMap<>(cuts));
    }

    /** Fewest units that a call may have: the scalar keeps to its contract and is not negative. */
    long leastUnits(KernelSignature signature) {
        long least = signature
                .scalars()
                .filter(parameter -> parameter.name().equals(scalar))
                .mapToLong(parameter -> CallLimits.range(parameter).min())
                .findFirst()
                .orElse(0);
        return Math.max(1, Math.max(0, least) + shift);
    }

    /** What the kernel is called with for so many units. */
    long scalarFor(long tileUnits) {
        return Math.subtractExact(tileUnits, shift);
    }
}
