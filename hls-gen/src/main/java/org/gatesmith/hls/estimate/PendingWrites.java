package org.gatesmith.hls.estimate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Value;

/** How long it takes until what was written is in the board's memory, while units run one after another. */
final class PendingWrites {

    private final BoardLatency latency;
    private final KernelPorts ports;

    /** Cycles from now until all that was written to a port is in memory. */
    private Map<Value, Long> left = new HashMap<>();

    /** The same for what was written to some port or other. */
    private long rest;

    /** What is on its way at some time. */
    record State(Map<Value, Long> left, long rest) {}

    PendingWrites(BoardLatency latency, KernelPorts ports) {
        this.latency = latency;
        this.ports = ports;
    }

    State state() {
        return new State(Map.copyOf(left), rest);
    }

    void restore(State state) {
        left = new HashMap<>(state.left());
        rest = state.rest();
    }

    /** Cycles from now until all is in memory. */
    long left() {
        return Math.max(rest, longest(left.values()));
    }

    /** From now on as many cycles are left for all writes together. */
    void set(long cycles) {
        left.clear();
        rest = Math.max(0, cycles);
    }

    void elapse(long cycles) {
        left.replaceAll((_, before) -> before - cycles);
        left.values().removeIf(cyclesLeft -> cyclesLeft <= 0);
        rest = Math.max(0, rest - cycles);
    }

    /** Waits until all that was written to ports is in memory; the cycles of that. */
    long settle(List<Value> written) {
        if (written.isEmpty()) {
            return 0;
        }
        long wait = Math.max(
                rest,
                longest(written.stream()
                        .map(port -> left.getOrDefault(ports.of(port), 0L))
                        .toList()));
        elapse(wait);
        return wait;
    }

    private static long longest(Collection<Long> times) {
        return times.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /**
     * A block that has just ended.
     *
     * @param isMade whether an access to board memory happens, as far as that is known
     */
    void add(Unit.Block block, BlockReads.Waits waits, Predicate<Placement> isMade) {
        for (Placement placement : block.placements()) {
            long later = block.length() - 1L - placement.step() + waits.all() - waits.before(placement.step());
            if (placement.resource() instanceof Resource.BoardAccess(var group)
                    && group.write()
                    && isMade.test(placement)) {
                add(group, 1, 0, later);
            }
        }
    }

    /**
     * A loop that has just ended.
     *
     * @param requests those that were followed
     * @param delay cycles that the loop waited for them
     */
    void add(Unit.PipelinedLoop loop, long trips, RequestRun requests, long delay) {
        long whole = loop.interval() * (trips - 1) + delay;
        for (Placement placement : loop.placements()) {
            long since = loop.depth() - 1L - placement.step();
            if (placement.resource() instanceof Resource.BoardAccess(var group) && group.write()) {
                requests.settled(group, trips)
                        .ifPresentOrElse(
                                settled -> add(group, settled - whole - loop.depth() + 1),
                                () -> add(group, trips, whole, since));
            }
        }
    }

    /**
     * A request that is written again and again.
     *
     * @param cycles from the first time to the last
     * @param since from the last to now
     */
    private void add(AccessGroup group, long times, long cycles, long since) {
        if (times > 0) {
            long bytes = times * group.lanes().size() * group.elementBytes();
            add(group, latency.of(ports.of(group.port())).writer().settles(bytes, cycles) - since);
        }
    }

    private void add(AccessGroup group, long cyclesLeft) {
        if (cyclesLeft > 0) {
            left.merge(ports.of(group.port()), cyclesLeft, Math::max);
        }
    }
}
