package org.gatesmith.hls.estimate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What blocks wait for reads of board memory. A reader keeps the beat that it fetched last and answers from it at once, so that a read waits
 * as its address and those of earlier ones say.
 */
final class BlockReads {

    private final Design design;
    private final BoardLatency latency;
    private final KnownValues values;
    private final BoardReaders readers;
    private final KernelPorts ports;
    private final Map<Unit, SortedMap<Integer, List<AccessGroup>>> reads = new IdentityHashMap<>();
    private final Map<AccessGroup, MemoryRequest> requests = new IdentityHashMap<>();

    private @Nullable ReadSweeps sweeps;
    private int sweeping;

    /**
     * What a block waits.
     *
     * @param steps cycles that each step waits that reads
     * @param isExact whether that is sure
     */
    record Waits(SortedMap<Integer, Long> steps, boolean isExact) {

        static final Waits NONE = new Waits(new TreeMap<>(), true);

        long before(int step) {
            return sum(steps.headMap(step));
        }

        long all() {
            return sum(steps);
        }

        private static long sum(SortedMap<Integer, Long> steps) {
            return steps.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    BlockReads(Design design, BoardLatency latency, KnownValues values, BoardReaders readers, KernelPorts ports) {
        this.design = design;
        this.latency = latency;
        this.values = values;
        this.readers = readers;
        this.ports = ports;
    }

    /** A block does its reads. */
    Waits waits(Unit.Block block) {
        SortedMap<Integer, List<AccessGroup>> steps = reads.computeIfAbsent(block, _ -> BoardReads.of(block));
        if (steps.isEmpty()) {
            return Waits.NONE;
        }
        SortedMap<Integer, Long> waits = new TreeMap<>();
        boolean isExact = true;
        for (Map.Entry<Integer, List<AccessGroup>> step : steps.entrySet()) {
            long longest = 0;
            for (AccessGroup group : step.getValue()) {
                Answer answer = answer(group, step.getValue());
                longest = Math.max(longest, answer.after());
                isExact &= answer.isSure();
            }
            waits.put(step.getKey(), longest - 1);
        }
        return new Waits(waits, isExact);
    }

    // ---- single requests

    /**
     * What a reader gives.
     *
     * @param after cycles from the request
     */
    private record Answer(long after, boolean isSure) {}

    /** A request whose lanes are all without need is not made. */
    private static final Answer NOT_MADE = new Answer(1, true);

    private Answer answer(AccessGroup group, List<AccessGroup> together) {
        PortLatency port = latency.of(ports.of(group.port()));
        if (!latency.dependsOnReaders()) {
            return new Answer(port.read(), true);
        }
        return sweeping > 0 ? swept(group, port, together) : read(group, port);
    }

    private Answer read(AccessGroup group, PortLatency port) {
        HeldBeats before = readers.held(group.port());
        MemoryRequest request = requests.computeIfAbsent(group, MemoryRequest::new);
        Optional<MemoryRequest.Beats> touched = request.beats(values, latency.beatBytes());
        if (touched.isEmpty()) {
            readers.lose(group.port());
            return new Answer(port.read(), before.isEmpty() && request.isOneElement());
        }
        long first = touched.get().first();
        int beats = touched.get().count();
        if (beats == 0) {
            return NOT_MADE;
        }
        readers.set(group.port(), before.after(first, beats));
        int fetched = before.fetched(first, beats);
        return new Answer(fetched == 0 ? port.held() : port.read() + fetched - 1L, before.isKnown());
    }

    // ---- loops that are too long

    /** The following blocks are an iteration of a loop that stands for all of them. */
    void beginSweep() {
        sweeping++;
    }

    /** What a loop waited more than its iterations said. */
    ReadSweeps.Fetches endSweep(Unit.CountedLoop loop, long trips) {
        sweeping--;
        return latency.dependsOnReaders() ? sweeps().fetches(loop, trips) : new ReadSweeps.Fetches(0, true);
    }

    private Answer swept(AccessGroup group, PortLatency port, List<AccessGroup> together) {
        readers.lose(group.port());
        return new Answer(sweeps().contains(together) ? port.held() : port.read(), sweeps().isSure(group));
    }

    private ReadSweeps sweeps() {
        if (sweeps == null) {
            sweeps = new ReadSweeps(design, latency, ports);
        }
        return sweeps;
    }
}
