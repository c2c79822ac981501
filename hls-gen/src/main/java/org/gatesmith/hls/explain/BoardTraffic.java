package org.gatesmith.hls.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.dependence.PortAccess;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.estimate.BoardLatency;
import org.gatesmith.hls.explain.BoardRequest.Cause;
import org.gatesmith.hls.explain.BoardRequest.Gap;
import org.gatesmith.hls.explain.BoardRequest.Service;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gs_axi_reader} and {@code gs_axi_writer} make of the requests of a design, by the rules that these state. A reader keeps the
 * beat that it fetched last, and joins beats that are asked for in adjacent cycles; a writer joins beats as long as it never waits longer
 * than its pause.
 */
final class BoardTraffic {

    private final BoardLatency latency;
    private final MemoryAnalysis analysis;
    private final VendorBursts vendor;
    private final List<BoardRequest> found = new ArrayList<>();

    // Of the module that is looked at.
    private final Map<Op, PortAccess> accesses = new IdentityHashMap<>();
    private @Nullable Function function;

    private BoardTraffic(Design design, BoardLatency latency, VendorBursts vendor) {
        this.latency = latency;
        this.analysis = MemoryAnalysis.of(design.program());
        this.vendor = vendor;
    }

    /** The requests of a design, in the order of its modules. */
    static List<BoardRequest> of(Design design, BoardLatency latency, VendorBursts vendor) {
        BoardTraffic traffic = new BoardTraffic(design, latency, vendor);
        for (ModuleDesign module : design.modules()) {
            if (module instanceof ModuleDesign.Sequential sequential) {
                traffic.function = module.function();
                traffic.analysis
                        .portAccesses(module.function())
                        .forEach(access -> traffic.accesses.put(access.access().op(), access));
                traffic.visit(sequential.body(), null);
            }
        }
        return List.copyOf(traffic.found);
    }

    private void visit(Sequence sequence, @Nullable Unit loop) {
        for (Unit unit : sequence.units()) {
            switch (unit) {
                case Unit.Block block -> groups(block.placements()).forEach(group -> add(group, loop, block.fences()));
                case Unit.PipelinedLoop pipelined ->
                    groups(pipelined.placements()).forEach(group -> add(group, pipelined, List.of()));
                case Unit.CountedLoop counted -> visit(counted.body(), counted);
                case Unit.ConditionLoop _ -> unit.parts().forEach(part -> visit(part, unit));
                case Unit.Branch _, Unit.FrameLoop _, Unit.Invocation _ ->
                    unit.parts().forEach(part -> visit(part, loop));
            }
        }
    }

    private static Stream<AccessGroup> groups(List<Placement> placements) {
        return placements.stream()
                .map(Placement::resource)
                .flatMap(resource ->
                        resource instanceof Resource.BoardAccess(var group) ? Stream.of(group) : Stream.of())
                .distinct();
    }

    private void add(AccessGroup group, @Nullable Unit loop, List<Value> fences) {
        PortAccess first = access(group);
        List<Access> lanes =
                group.lanes().stream().flatMap(lane -> Access.of(lane).stream()).toList();
        OptionalInt interval = loop instanceof Unit.PipelinedLoop pipelined
                ? OptionalInt.of(pipelined.interval())
                : OptionalInt.empty();
        found.add(new BoardRequest(
                lanes,
                Optional.ofNullable(loop).map(BoardTraffic::label),
                interval,
                first.pattern(),
                service(group, loop, fences),
                vendor.of(lanes)));
    }

    private PortAccess access(AccessGroup group) {
        return Objects.requireNonNull(accesses.get(group.lanes().getFirst()));
    }

    private static String label(Unit loop) {
        return switch (loop) {
            case Unit.PipelinedLoop pipelined -> pipelined.loop().label();
            case Unit.CountedLoop counted -> counted.loop().label();
            case Unit.ConditionLoop conditional -> conditional.loop().label();
            default -> throw new IllegalArgumentException(loop + " is no loop");
        };
    }

    // ---- what becomes of a request

    private Service service(AccessGroup group, @Nullable Unit loop, List<Value> fences) {
        if (loop == null) {
            return alone(group, new Cause.Once());
        }
        int others = others(group, loop);
        if (others > 0) {
            return alone(group, new Cause.Turns(others + 1));
        }
        Optional<Cause> interruption = group.write() ? lateness(group, loop) : forgetting(group, fences);
        return interruption.map(cause -> alone(group, cause)).orElseGet(() -> inOrder(group, loop));
    }

    private static Optional<Cause> forgetting(AccessGroup group, List<Value> fences) {
        return fences.contains(group.port()) ? Optional.of(new Cause.Forgotten()) : Optional.empty();
    }

    private Optional<Cause> lateness(AccessGroup group, Unit loop) {
        boolean settles = loop.parts().stream()
                .flatMap(Sequence::all)
                .anyMatch(unit ->
                        unit instanceof Unit.Block block && block.fences().contains(group.port()));
        if (settles) {
            return Optional.of(new Cause.Settled());
        }
        long period = period(loop) * iterations(group);
        int pause = latency.usual().writer().pause();
        return period > pause + 1 ? Optional.of(new Cause.Late(period, pause)) : Optional.empty();
    }

    /** From one access to the next, at least. */
    private long iterations(AccessGroup group) {
        return access(group).pattern() instanceof PortAccess.Held(var iterations, var _, var once) && once
                ? iterations.longValue()
                : 1;
    }

    private Service inOrder(AccessGroup group, Unit loop) {
        boolean isAhead = loop instanceof Unit.PipelinedLoop;
        return switch (access(group).pattern()) {
            case PortAccess.Burst burst -> {
                boolean isOneBeat = burst.longest()
                        .filter(elements -> elements.compareTo(burst.alignment()) <= 0
                                && elements.longValue() * group.elementBytes() <= beatBytes())
                        .isPresent();
                yield isOneBeat
                        ? new Service.Beats(beatBytes(), 0, isAhead, new Gap.OneBeat())
                        : inOrder(group, burst.stride(), beats(group, burst), loop);
            }
            case PortAccess.Strided strided -> inOrder(group, strided.stride(), Optional.empty(), loop);
            case PortAccess.Held held ->
                group.write()
                        ? inOrder(group, held.stride(), Optional.empty(), loop)
                        : new Service.Beats(beatBytes(), held.iterations().longValue(), isAhead, new Gap.Held());
            case PortAccess.Fixed _ ->
                group.write()
                        ? alone(group, new Cause.Stride(0))
                        : new Service.Beats(beatBytes(), 0, isAhead, new Gap.SameElement());
            case PortAccess.Irregular irregular ->
                alone(
                        group,
                        new Cause.Unknown(
                                loop instanceof Unit.ConditionLoop ? Optional.empty() : Optional.of(irregular.reason()),
                                irregular.place()));
            case PortAccess.Single _ -> alone(group, new Cause.Once());
        };
    }

    /** A request of several beats is a burst by itself. */
    private Service alone(AccessGroup group, Cause cause) {
        int beats = Math.ceilDiv(group.bytes(), beatBytes());
        return beats > 1 ? new Service.Bursts(beats, beatBytes(), false) : new Service.Alone(cause);
    }

    private Service inOrder(AccessGroup group, BigInteger stride, Optional<Long> touched, Unit loop) {
        long advance = stride.longValue() * group.elementBytes();
        if (Math.abs(advance) > Math.max(beatBytes(), group.bytes())) {
            return alone(group, new Cause.Stride(stride.longValue()));
        }
        Optional<Gap> gap = gap(group, advance, loop);
        return gap.isEmpty()
                ? new Service.Bursts(mostBeats(advance, touched, loop), beatBytes(), awaitsFifo(loop))
                : new Service.Beats(
                        beatBytes(),
                        Math.max(1, beatBytes() / Math.abs(advance)),
                        loop instanceof Unit.PipelinedLoop,
                        gap.get());
    }

    private static boolean awaitsFifo(Unit loop) {
        Stream<Unit> inside = loop.parts().stream().flatMap(Sequence::all);
        return Stream.concat(Stream.of(loop), inside)
                .flatMap(BoardTraffic::placements)
                .anyMatch(placement -> placement.resource() instanceof Resource.FifoSide);
    }

    private static Stream<Placement> placements(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> block.placements().stream();
            case Unit.PipelinedLoop loop -> loop.placements().stream();
            default -> Stream.of();
        };
    }

    /** Beats that a row touches at most, if it has an end. Elements that begin within a beat reach into one more. */
    private Optional<Long> beats(AccessGroup group, PortAccess.Burst burst) {
        boolean isAligned = burst.alignment().longValue() * group.elementBytes() >= beatBytes();
        return burst.longest()
                .map(elements ->
                        Math.ceilDiv(elements.longValue() * group.elementBytes(), beatBytes()) + (isAligned ? 0L : 1L));
    }

    private int mostBeats(long advance, Optional<Long> touched, Unit loop) {
        long together = Math.min(touched.orElse(Long.MAX_VALUE), undisturbed(advance, loop));
        return (int) Math.min(latency.usual().writer().burstBeats(), together);
    }

    /** Between beats that are reached in order. */
    private Optional<Gap> gap(AccessGroup group, long advance, Unit loop) {
        if (advance < 0) {
            return Optional.of(new Gap.Falling());
        }
        if (group.write()) {
            return undisturbed(advance, loop) > 1 ? Optional.empty() : Optional.of(new Gap.Waiting());
        }
        if (!(loop instanceof Unit.PipelinedLoop pipelined)) {
            return Optional.of(new Gap.OneByOne());
        }
        long cycles = (long) beatBytes() * pipelined.interval() / advance;
        return cycles > 1 ? Optional.of(new Gap.Later(cycles)) : Optional.empty();
    }

    /** Beats that a loop writes between two of its waits for what it reads; a pipelined one asks ahead. */
    private long undisturbed(long advance, Unit loop) {
        if (loop instanceof Unit.PipelinedLoop) {
            return Long.MAX_VALUE;
        }
        long iterations = Long.MAX_VALUE;
        for (Unit unit : loop.parts().stream().flatMap(Sequence::all).toList()) {
            if (unit instanceof Unit.Block block) {
                for (AccessGroup read :
                        groups(block).filter(group -> !group.write()).toList()) {
                    iterations = Math.min(iterations, served(service(read, loop, block.fences())));
                }
            }
        }
        return iterations == Long.MAX_VALUE ? iterations : iterations * advance / beatBytes();
    }

    /** Iterations for which a request does not wait for the memory again. */
    private static long served(Service service) {
        return switch (service) {
            case Service.Beats beats -> beats.iterations() == 0 ? Long.MAX_VALUE : beats.iterations();
            case Service.Bursts _, Service.Alone _ -> 1;
        };
    }

    private int beatBytes() {
        return latency.beatBytes();
    }

    // ---- other requests of the loop

    /** Requests of the same kind to the same port that lead away from the beat of this one. */
    private int others(AccessGroup group, Unit loop) {
        Stream<AccessGroup> inLoop = loop instanceof Unit.PipelinedLoop pipelined
                ? groups(pipelined.placements())
                : loop.parts().stream().flatMap(Sequence::all).flatMap(BoardTraffic::groups);
        return (int) inLoop.distinct()
                .filter(other -> other != group
                        && other.port() == group.port()
                        && other.write() == group.write()
                        && !isNear(group, other))
                .count();
    }

    private static Stream<AccessGroup> groups(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> groups(block.placements());
            case Unit.PipelinedLoop loop -> groups(loop.placements());
            default -> Stream.of();
        };
    }

    /** Whether two requests of an iteration are mostly in the same beat. */
    private boolean isNear(AccessGroup group, AccessGroup other) {
        return analysis.difference(
                        Objects.requireNonNull(function),
                        access(group).access().indices().getFirst(),
                        access(other).access().indices().getFirst())
                .filter(elements -> elements.abs().longValue() * group.elementBytes() < beatBytes())
                .isPresent();
    }

    // ---- time

    /** Cycles from an iteration to the next, at least. */
    private long period(Unit loop) {
        return switch (loop) {
            case Unit.PipelinedLoop pipelined -> pipelined.interval();
            case Unit.CountedLoop counted -> least(counted.body(), counted);
            case Unit.ConditionLoop conditional ->
                least(conditional.before(), conditional) + least(conditional.body(), conditional);
            default -> 1;
        };
    }

    private long least(Sequence sequence, Unit loop) {
        return sequence.units().stream().mapToLong(unit -> least(unit, loop)).sum();
    }

    /** Cycles of a unit whose loops have one iteration. */
    private long least(Unit unit, Unit loop) {
        return switch (unit) {
            case Unit.Block block -> block.length() - held(block, loop);
            case Unit.Branch branch -> Math.min(least(branch.thenUnits(), loop), least(branch.elseUnits(), loop));
            case Unit.PipelinedLoop inner -> 1L + inner.depth();
            case Unit.CountedLoop inner -> 1 + least(inner.body(), inner);
            case Unit.ConditionLoop inner -> least(inner.before(), inner);
            case Unit.FrameLoop _, Unit.Invocation _ -> 1;
        };
    }

    /** Cycles by which a block is shorter when readers hold what it reads. */
    private long held(Unit.Block block, Unit loop) {
        Map<Integer, Boolean> isHeld = new HashMap<>();
        for (Placement placement : block.placements()) {
            if (placement.resource() instanceof Resource.BoardAccess(var group) && !group.write()) {
                boolean holds = service(group, loop, block.fences()) instanceof Service.Beats;
                isHeld.merge(placement.step(), holds, Boolean::logicalAnd);
            }
        }
        long steps = isHeld.values().stream().filter(holds -> holds).count();
        return steps * (latency.usual().read() - latency.usual().held());
    }
}
