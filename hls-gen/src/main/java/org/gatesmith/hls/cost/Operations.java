package org.gatesmith.hls.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Operations that a call executes.
 *
 * <p>Addressing is integer arithmetic that reads no element of any memory and serves only as an index, a loop limit or the
 * condition of a branch. It is hardware too, but it is not what the kernel is for, and a roofline leaves it out. The counting of
 * loops itself, a comparison and an addition per iteration, is in neither.
 *
 * @param data operations on the kernel's data, by kind; kinds that do not occur are absent
 * @param addressing operations that only find out where data are
 */
public record Operations(Map<OperationKind, Long> data, Map<OperationKind, Long> addressing) {

    public Operations {
        data = ordered(data);
        addressing = ordered(addressing);
    }

    /** In the order of the kinds, so that what is printed is the same in every run. */
    private static Map<OperationKind, Long> ordered(Map<OperationKind, Long> counts) {
        Map<OperationKind, Long> ordered = new EnumMap<>(OperationKind.class);
        ordered.putAll(counts);
        return Collections.unmodifiableMap(ordered);
    }

    /** Operations on data of one kind. */
    public long data(OperationKind kind) {
        return data.getOrDefault(kind, 0L);
    }

    /** What the roofline model calls operations: those on data, each with its {@link OperationKind#weight}. */
    public long total() {
        long total = 0;
        for (Map.Entry<OperationKind, Long> entry : data.entrySet()) {
            total = Saturating.add(
                    total, Saturating.multiply(entry.getValue(), entry.getKey().weight()));
        }
        return total;
    }
}
