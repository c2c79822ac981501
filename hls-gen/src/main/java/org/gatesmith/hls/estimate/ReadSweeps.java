package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.dependence.PortAccess;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Reads of board memory in order, by loops that are not pipelined and whose iterations are too many to be followed: of the elements only the first
 * one of each beat waits for the memory, as the reader keeps the beat that it fetched last. What interrupts the order, such as another read
 * of the same port in the loop, makes every read wait.
 */
final class ReadSweeps {

    private final BoardLatency latency;
    private final KernelPorts ports;
    private final Map<Op, PortAccess> accesses = new IdentityHashMap<>();
    /** Reads in order, by the bytes from one to the next. */
    private final Map<AccessGroup, Long> sweeps = new IdentityHashMap<>();

    /** Loops that run once in a call of the kernel. */
    private final Set<Unit> once = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * What a loop waits for the first elements of beats, beyond what all its elements wait.
     *
     * @param isExact whether that is sure
     */
    record Fetches(long cycles, boolean isExact) {}

    ReadSweeps(Design design, BoardLatency latency, KernelPorts ports) {
        this.latency = latency;
        this.ports = ports;
        MemoryAnalysis analysis = MemoryAnalysis.of(design.program());
        for (ModuleDesign module : design.modules()) {
            if (module.units().anyMatch(BoardReads::areIn)) {
                analysis.portAccesses(module.function())
                        .forEach(access -> accesses.put(access.access().op(), access));
                module.units().forEach(this::find);
            }
        }
        if (design.top() instanceof ModuleDesign.Sequential sequential) {
            once.addAll(sequential.body().units());
        }
    }

    /** Whether reads of one step are all in order. */
    boolean contains(List<AccessGroup> groups) {
        return sweeps.keySet().containsAll(groups);
    }

    /** Whether it is sure that a read waits as {@link #contains} says. */
    boolean isSure(AccessGroup group) {
        return sweeps.containsKey(group)
                || group.lanes().stream()
                        .allMatch(lane -> accesses.get(lane) instanceof PortAccess access
                                && access.pattern() instanceof PortAccess.Single);
    }

    Fetches fetches(Unit.CountedLoop loop, long trips) {
        long cycles = 0;
        boolean isExact = true;
        for (Unit unit : loop.body().units()) {
            if (trips > 0 && unit instanceof Unit.Block block) {
                for (List<AccessGroup> groups : BoardReads.of(block).values()) {
                    if (contains(groups)) {
                        cycles += groups.stream()
                                .mapToLong(group -> waits(group, trips))
                                .max()
                                .orElse(0);
                        isExact &= groups.stream().allMatch(this::isAligned)
                                && (once.contains(loop) || groups.stream().allMatch(group -> beats(group, trips) > 1));
                    }
                }
            }
        }
        return new Fetches(cycles, isExact);
    }

    // ---- reads in order

    private void find(Unit unit) {
        if (unit instanceof Unit.CountedLoop loop) {
            for (Unit part : loop.body().units()) {
                if (part instanceof Unit.Block block) {
                    BoardReads.of(block).values().stream()
                            .flatMap(List::stream)
                            .filter(group -> isAlone(group, loop))
                            .forEach(group -> find(group, loop));
                }
            }
        }
    }

    private void find(AccessGroup group, Unit.CountedLoop loop) {
        if (group.lanes().size() == 1
                && accesses.get(group.lanes().getFirst()) instanceof PortAccess access
                && access.access().guard() == null
                && access.loop() == loop.loop()) {
            BigInteger bytes = BigInteger.valueOf(group.elementBytes());
            switch (access.pattern()) {
                case PortAccess.Burst _ -> sweeps.put(group, bytes.longValueExact());
                case PortAccess.Fixed _ -> sweeps.put(group, 0L);
                case PortAccess.Strided strided ->
                    sweeps.put(
                            group,
                            bytes.multiply(strided.stride().abs())
                                    .min(BigInteger.valueOf(beatBytes()))
                                    .longValueExact());
                case PortAccess.Held _, PortAccess.Irregular _, PortAccess.Single _ -> {}
            }
        }
    }

    /** Whether nothing else in a loop reads the port of a group, or makes its reader forget. */
    private static boolean isAlone(AccessGroup group, Unit.CountedLoop loop) {
        return loop.body().all().allMatch(unit -> switch (unit) {
            case Unit.Block block -> isAlone(group, block.placements(), block.fences());
            case Unit.PipelinedLoop inner -> isAlone(group, inner.placements(), inner.fences());
            case Unit.Invocation invocation -> !invocation.call().operands().contains(group.port());
            case Unit.FrameLoop frames -> !frames.call().operands().contains(group.port());
            case Unit.CountedLoop _, Unit.ConditionLoop _, Unit.Branch _ -> true;
        });
    }

    private static boolean isAlone(AccessGroup group, List<Placement> placements, List<Value> fences) {
        return BoardReads.groups(placements).allMatch(other -> other == group || other.port() != group.port())
                && !fences.contains(group.port());
    }

    private int beatBytes() {
        return latency.beatBytes();
    }

    /** What reads in order wait for the first elements of beats. */
    private long waits(AccessGroup group, long trips) {
        PortLatency port = latency.of(ports.of(group.port()));
        return beats(group, trips) * (port.read() - port.held());
    }

    /** Beats that reads in order touch. */
    private long beats(AccessGroup group, long trips) {
        long bytes = sweeps.getOrDefault(group, 0L);
        return bytes == 0 ? 1 : Math.min(trips, Math.ceilDiv(trips * bytes, beatBytes()));
    }

    /** Whether the first element is the first one of a beat, or each one has a beat of its own. */
    private boolean isAligned(AccessGroup group) {
        BigInteger bytes = BigInteger.valueOf(sweeps.getOrDefault(group, 0L));
        BigInteger beat = BigInteger.valueOf(beatBytes());
        if (bytes.signum() == 0 || bytes.compareTo(beat) >= 0) {
            return true;
        }
        return accesses.get(group.lanes().getFirst()) instanceof PortAccess access
                && access.pattern() instanceof PortAccess.Burst burst
                && !burst.descending()
                && burst.alignment().multiply(bytes).compareTo(beat) >= 0;
    }
}
