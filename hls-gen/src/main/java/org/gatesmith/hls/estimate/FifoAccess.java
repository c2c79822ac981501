package org.gatesmith.hls.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * An access to a FIFO in a unit.
 *
 * @param fifo as the function sees it
 * @param guard condition under which it happens, or null for always
 */
record FifoAccess(
        int step, Value fifo, boolean write, @Nullable Value guard) {

    /** Those of a unit, in their order. */
    static List<FifoAccess> of(List<Placement> placements) {
        return placements.stream()
                .flatMap(FifoAccess::of)
                .sorted(Comparator.comparingInt(FifoAccess::step))
                .toList();
    }

    private static Stream<FifoAccess> of(Placement placement) {
        return Access.of(placement.op()).stream()
                .filter(access -> access.memory().type() instanceof FifoType && access.kind() != Access.Kind.TEST)
                .map(access -> new FifoAccess(placement.step(), access.memory(), access.isWrite(), access.guard()));
    }

    /** The same for a trace. */
    ProcessTrace.Access at(int cycle, TraceRecorder recorder) {
        return new ProcessTrace.Access(cycle, recorder.fifo(fifo), write);
    }
}
