package org.gatesmith.hls.design;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/**
 * Accesses of one iteration to neighbouring elements of one memory port, all reads or all writes, made as one request.
 *
 * @param port the port, as the module sees it
 * @param lanes the accesses ({@link Op.Load}, {@link Op.Store} or a guarded one); the element index of lane {@code l} is that of
 *     the first lane plus {@code offsets.get(l)}
 * @param offsets in elements, ascending from 0, each below 64 bytes divided by the element's size
 * @param advance elements from the request of an iteration to that of the next, if that is known to be the same throughout a
 *     pipelined loop
 */
public record AccessGroup(
        Value port, boolean write, List<Op> lanes, List<Integer> offsets, Optional<BigInteger> advance) {

    public AccessGroup {
        lanes = List.copyOf(lanes);
        offsets = List.copyOf(offsets);
    }

    /** Elements from the first lane to the last, both included. */
    public int span() {
        return offsets.getLast() + 1;
    }

    /** Bytes from the first lane to the end of the last one. */
    public int bytes() {
        return span() * elementBytes();
    }

    /**
     * Beats that a request can touch.
     *
     * @param beatBytes bytes of a beat
     */
    public int mostBeats(int beatBytes) {
        return mostBeats(span(), elementBytes(), beatBytes);
    }

    /** Beats that a request of so many neighbouring elements can touch, each of which lies within one. */
    public static int mostBeats(int elements, int elementBytes, int beatBytes) {
        return elements == 1 ? 1 : Math.ceilDiv((elements - 1) * elementBytes, beatBytes) + 1;
    }

    /** Bytes of an element in board memory. */
    public int elementBytes() {
        return ((PortType) port.type()).elementBytes();
    }
}
