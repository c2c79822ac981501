package org.gatesmith.hls.estimate;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** The FIFOs of a program, and how many more of their accesses a prediction can afford to follow. */
final class FifoFollowing {

    private final Map<Value, Integer> depths;
    private final Set<Deadlock> deadlocks = new LinkedHashSet<>();
    private long left = TraceRecorder.MOST;

    /**
     * Some FIFOs.
     *
     * @param depths in elements
     */
    FifoFollowing(Map<Value, Integer> depths) {
        this.depths = new IdentityHashMap<>(depths);
    }

    static FifoFollowing of(Program program) {
        Map<Value, Integer> depths = new IdentityHashMap<>();
        program.functions().forEach(function -> collect(function.body(), depths));
        return new FifoFollowing(depths);
    }

    private static void collect(Region region, Map<Value, Integer> depths) {
        for (Op op : region.ops()) {
            if (op instanceof Op.AllocFifo fifo) {
                depths.put(fifo.result(), fifo.depth());
            }
            op.regions().forEach(inner -> collect(inner, depths));
        }
    }

    /** How often so many accesses can still be followed. */
    long times(long accesses) {
        return accesses == 0 ? Long.MAX_VALUE : left / accesses;
    }

    /** Whether so many accesses can still be followed; they count as followed then. */
    boolean follows(long accesses) {
        if (accesses > left) {
            return false;
        }
        left -= accesses;
        return true;
    }

    void add(Deadlock deadlock) {
        deadlocks.add(deadlock);
    }

    /** What was found where processes were followed. */
    List<Deadlock> deadlocks() {
        return List.copyOf(deadlocks);
    }

    /** All FIFOs, empty. */
    Map<Value, FifoTimes> empty() {
        Map<Value, FifoTimes> fifos = new IdentityHashMap<>();
        depths.forEach((fifo, depth) -> fifos.put(fifo, new FifoTimes(depth)));
        return fifos;
    }
}
