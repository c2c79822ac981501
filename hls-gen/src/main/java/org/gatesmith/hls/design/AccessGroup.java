package org.gatesmith.hls.design;

import java.util.List;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Accesses of one iteration to neighbouring elements of one memory port, all reads or all writes, made as one request.
 *
 * @param port the port, as the module sees it
 * @param lanes the accesses ({@link Op.Load}, {@link Op.Store} or a guarded one); the element index of lane {@code l} is that of
 *     the first lane plus {@code offsets.get(l)}
 * @param offsets in elements, ascending from 0, each below 64 bytes divided by the element's size
 */
public record AccessGroup(Value port, boolean write, List<Op> lanes, List<Integer> offsets) {

    public AccessGroup {
        lanes = List.copyOf(lanes);
        offsets = List.copyOf(offsets);
    }
}
