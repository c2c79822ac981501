package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
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
    private final Map<Unit, SortedMap<Integer, List<AccessGroup>>> reads = new IdentityHashMap<>();

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

    BlockReads(Design design, BoardLatency latency, KnownValues values, BoardReaders readers) {
        this.design = design;
        this.latency = latency;
        this.values = values;
        this.readers = readers;
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
        if (!latency.dependsOnReaders()) {
            return new Answer(latency.read(), true);
        }
        return sweeping > 0 ? swept(group, together) : read(group);
    }

    private Answer read(AccessGroup group) {
        HeldBeats before = readers.held(group.port());
        Optional<Span> span = span(group);
        if (span.isEmpty()) {
            readers.lose(group.port());
            return new Answer(latency.read(), before.isEmpty() && isOneElement(group));
        }
        long first = span.get().first();
        int beats = span.get().beats();
        if (beats == 0) {
            return NOT_MADE;
        }
        readers.set(group.port(), before.after(first, beats));
        int fetched = before.fetched(first, beats);
        return new Answer(fetched == 0 ? latency.held() : latency.read() + fetched - 1L, before.isKnown());
    }

    /** Whether a request is for one element, and always made. */
    private static boolean isOneElement(AccessGroup group) {
        return group.lanes().size() == 1
                && Access.of(group.lanes().getFirst()).orElseThrow().guard() == null;
    }

    /** Beats that a request touches. */
    private record Span(long first, int beats) {}

    /** What a request touches, if that is known. */
    private Optional<Span> span(AccessGroup group) {
        int bytes = Math.ceilDiv(((PortType) group.port().type()).element().width(), Byte.SIZE);
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Op lane : group.lanes()) {
            Access access = Access.of(lane).orElseThrow();
            Optional<BigInteger> guard =
                    access.guard() == null ? Optional.of(BigInteger.ONE) : values.integer(access.guard());
            Optional<BigInteger> index = values.integer(access.indices().getFirst());
            if (guard.isEmpty()) {
                return Optional.empty();
            }
            if (guard.get().signum() != 0) {
                if (index.isEmpty()) {
                    return Optional.empty();
                }
                long address = index.get().longValue() * bytes;
                from = Math.min(from, address);
                to = Math.max(to, address + bytes - 1);
            }
        }
        int beat = latency.writer().beatBytes();
        return Optional.of(
                from > to
                        ? new Span(0, 0)
                        : new Span(
                                Math.floorDiv(from, beat),
                                Math.toIntExact(Math.floorDiv(to, beat) - Math.floorDiv(from, beat) + 1)));
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

    private Answer swept(AccessGroup group, List<AccessGroup> together) {
        readers.lose(group.port());
        return new Answer(sweeps().contains(together) ? latency.held() : latency.read(), sweeps().isSure(group));
    }

    private ReadSweeps sweeps() {
        if (sweeps == null) {
            sweeps = new ReadSweeps(design, latency);
        }
        return sweeps;
    }
}
