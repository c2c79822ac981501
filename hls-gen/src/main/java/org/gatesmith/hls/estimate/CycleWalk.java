package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Goes through the units of a design as its controllers do, and adds up cycles. */
final class CycleWalk {

    /** Iterations that are followed one by one, all loops together, inner ones included; what is beyond is estimated. */
    private static final long MAX_FOLLOWED = 1L << 22;

    /** As many operations cost as much as an iteration. */
    private static final int OPERATIONS = 8;

    /** An iteration whose units are gone through costs as much as that many whose values alone are computed. */
    private static final long WALK = 32;

    /** Iterations of a longer pipelined loop from which the waits of all others are estimated. */
    private static final long SAMPLE = 1L << 10;

    private final Design design;
    private final BoardLatency latency;
    private final KnownValues values;
    private final ControlSlice control;
    private final Map<Unit, LoopCycles> loops = new IdentityHashMap<>();
    private final Map<String, Long> modules = new HashMap<>();
    private final Set<TripGuess> guesses = new LinkedHashSet<>();
    private boolean exact = true;

    private long followed;
    private final KernelPorts ports;
    private final BundleLoads bundles;
    private final BoardReaders readers;
    private final BlockReads reads;
    private final FollowedRuns runs;
    private final PendingWrites writes;
    private final TraceRecorder recorder = new TraceRecorder();
    private final FifoFollowing fifos;
    private final Map<Unit, List<FifoAccess>> fifoAccesses = new IdentityHashMap<>();
    private final PipelineChannels channels;

    CycleWalk(Design design, BoardLatency latency) {
        this.design = design;
        this.latency = latency;
        this.ports = new KernelPorts(design);
        this.bundles = new BundleLoads(design.signature(), ports);
        this.channels = new PipelineChannels(latency.beatBytes(), bundles.areShared());
        this.writes = new PendingWrites(latency, ports);
        this.control = ControlSlice.of(design.program(), List.of());
        this.values = new KnownValues(
                design.program(),
                latency.dependsOnReaders()
                        ? ControlSlice.of(design.program(), BoardReads.addresses(design, channels))
                        : control);
        this.runs = new FollowedRuns(values);
        this.readers = new BoardReaders(design, latency.beatBytes(), ports);
        this.reads = new BlockReads(design, latency, values, readers, ports);
        this.fifos = FifoFollowing.of(design.program());
    }

    CyclePrediction call(Map<String, Long> scalars) {
        for (Value parameter : design.program().top().parameters()) {
            if (parameter.type() instanceof IntType) {
                Long value = scalars.get(String.valueOf(parameter.name()));
                if (value == null) {
                    throw new IllegalArgumentException(
                            "scalar " + parameter.name() + " has no value; given are " + scalars.keySet());
                }
                values.define(parameter, value);
            }
        }
        long cycles = module(design.top()) + writes.left() + latency.control();
        return new CyclePrediction(
                cycles,
                loops,
                modules,
                List.copyOf(guesses),
                fifos.deadlocks(),
                exact && fifos.deadlocks().isEmpty());
    }

    private long module(ModuleDesign module) {
        long cycles = switch (module) {
            case ModuleDesign.Core core -> core.latency();
            case ModuleDesign.Sequential sequential -> sequence(sequential.body());
            case ModuleDesign.Dataflow dataflow -> dataflow(dataflow);
        };
        modules.merge(module.function().name(), cycles, Long::sum);
        return cycles;
    }

    private long sequence(Sequence sequence) {
        long cycles = 0;
        for (Unit unit : sequence.units()) {
            cycles += unit(unit);
        }
        return cycles;
    }

    private long unit(Unit unit) {
        List<Value> fences = UnitEffects.fences(unit);
        long wait = writes.settle(fences);
        readers.forget(fences);
        recorder.work(wait);
        long cycles = wait + timed(unit);
        if (unit instanceof Unit.PipelinedLoop) {
            waited(unit, wait);
        }
        return cycles;
    }

    private long timed(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> block(block);
            case Unit.PipelinedLoop loop -> pipelined(loop);
            case Unit.CountedLoop loop -> counted(loop);
            case Unit.ConditionLoop loop -> conditional(loop);
            case Unit.Branch branch -> branch(branch);
            case Unit.FrameLoop loop -> frames(loop);
            case Unit.Invocation invocation -> invocation(invocation);
        };
    }

    // ---- units

    /** A started module waits a cycle at least to see whether everything is written. */
    private static long fence(Unit.Invocation invocation) {
        return invocation.fences().isEmpty() ? 0 : 1;
    }

    private long block(Unit.Block block) {
        block.placements().forEach(placement -> values.evaluate(placement.op()));
        BlockReads.Waits waits = reads.waits(block);
        exact &= waits.isExact();
        long cycles = block.length() + waits.all();
        writes.elapse(cycles);
        writes.add(block, waits, this::isMade);
        record(block, waits, cycles);
        return cycles;
    }

    /** Whether an access happens; where data decide, it is taken to. */
    private boolean isMade(Placement placement) {
        Value guard = Access.of(placement.op()).map(Access::guard).orElse(null);
        return guard == null
                || values.integer(guard).map(happens -> happens.signum() != 0).orElse(true);
    }

    private void record(Unit.Block block, BlockReads.Waits waits, long cycles) {
        List<FifoAccess> accesses = fifoAccesses(block, block.placements());
        List<ProcessTrace.Access> steps = new ArrayList<>();
        for (FifoAccess access : accesses) {
            if (happens(access)) {
                steps.add(access.at(Math.toIntExact(access.step() + waits.before(access.step())), recorder));
            }
        }
        if (steps.isEmpty()) {
            recorder.work(cycles);
        } else {
            recorder.add(new ProcessTrace.Steps(cycles, steps));
        }
    }

    /** Accesses that are recorded; none outside of processes. */
    private List<FifoAccess> fifoAccesses(Unit unit, List<Placement> placements) {
        return recorder.isOn() ? fifoAccesses.computeIfAbsent(unit, _ -> FifoAccess.of(placements)) : List.of();
    }

    /** Whether an access happens; where data decide, it is taken to. */
    private boolean happens(FifoAccess access) {
        if (access.guard() == null) {
            return true;
        }
        Optional<BigInteger> guard = values.integer(access.guard());
        exact &= guard.isPresent();
        return guard.isEmpty() || guard.get().signum() != 0;
    }

    private long pipelined(Unit.PipelinedLoop unit) {
        Op.For loop = unit.loop();
        long trips = trips(loop);
        List<FifoAccess> accesses = fifoAccesses(unit, unit.placements());
        boolean guarded = accesses.stream().anyMatch(access -> access.guard() != null);
        Optional<BitSet> made = Optional.empty();
        RequestRun requests = requests(unit);
        if (trips == 0) {
            values.copy(loop.results(), loop.initial());
        } else if (guarded || !requests.isEmpty() || loop.results().stream().anyMatch(values::matters)) {
            List<FifoAccess> conditional = guarded ? accesses : List.of();
            Followed followed = follow(loop, trips, conditional, requests);
            made = followed.made();
            requests = followed.requests();
        } else {
            values.forget(loop.results());
        }
        long delay = requests.delay(trips);
        // Waits for FIFOs at the same time are not told apart.
        exact &= requests.isExact(trips) && (delay == 0 || accesses.isEmpty());
        long cycles = 1 + (trips == 0 ? 0 : unit.interval() * (trips - 1) + unit.depth() + delay);
        note(unit, trips, cycles);
        writes.elapse(cycles);
        writes.add(unit, trips, requests, delay);
        if (trips > 0) {
            readers.passed(channels.of(unit));
            bundles.add(channels.of(unit), unit.interval());
        }
        if (accesses.isEmpty() || trips == 0) {
            recorder.work(cycles);
        } else {
            recorder.add(new ProcessTrace.Pipeline(
                    unit,
                    trips,
                    accesses.stream()
                            .map(access -> access.at(access.step(), recorder))
                            .toList(),
                    made,
                    delay));
        }
        return cycles;
    }

    /** Requests of a loop for which it may have to wait. */
    private RequestRun requests(Unit.PipelinedLoop unit) {
        RequestRun run = new RequestRun(unit.interval(), latency.beatBytes(), values);
        if (latency.dependsOnReaders()) {
            channels.followed(unit)
                    .forEach(channel -> run.add(
                            channel,
                            channel.write() ? HeldBeats.none(1) : readers.held(channel.port()),
                            bundles.of(channel.port(), channel.write()),
                            latency.of(ports.of(channel.port())).writer()));
        }
        return run;
    }

    /**
     * A loop that was gone through.
     *
     * @param made which accesses of FIFOs each iteration makes, as {@link ProcessTrace.Pipeline#made}
     */
    private record Followed(RequestRun requests, Optional<BitSet> made) {}

    /**
     * Computes what a pipelined loop hands on, iteration by iteration.
     *
     * @param accesses of FIFOs, of which some have conditions
     * @param requests to board memory, for some of which it may have to wait
     */
    private Followed follow(Op.For loop, long trips, List<FifoAccess> accesses, RequestRun requests) {
        Optional<BigInteger> lower = values.integer(loop.lower());
        List<Op> ops = values.relevant(loop.body());
        FollowedRuns.Start start = runs.start(loop, trips, ops, requests);
        Optional<FollowedRuns.End> earlier = accesses.isEmpty() ? runs.end(loop, start) : Optional.empty();
        if (earlier.isPresent()) {
            values.defineAll(loop.results(), earlier.get().results());
            return new Followed(earlier.get().requests(), Optional.empty());
        }
        long cost = 1 + ((long) ops.size() + accesses.size() + requests.size()) / OPERATIONS;
        if (lower.isEmpty() || !follows(trips, cost)) {
            lower.ifPresent(first -> sample(loop, first, Math.min(trips, SAMPLE), ops, requests));
            values.forget(loop.results());
            if (!accesses.isEmpty()) {
                recorder.giveUp();
            }
            return new Followed(requests, Optional.empty());
        }
        BitSet made = new BitSet();
        int place = 0;
        values.copy(loop.carried(), loop.initial());
        for (long trip = 0; trip < trips; trip++) {
            setCounter(loop, lower.get(), trip);
            ops.forEach(values::evaluate);
            for (FifoAccess access : accesses) {
                made.set(place++, happens(access));
            }
            requests.iteration();
            values.copy(loop.carried(), loop.body().yields());
        }
        values.copy(loop.results(), loop.carried());
        runs.add(loop, start, requests);
        return new Followed(requests, accesses.isEmpty() ? Optional.empty() : Optional.of(made));
    }

    /** The first requests of a loop, from which the others are estimated. */
    private void sample(Op.For loop, BigInteger lower, long trips, List<Op> ops, RequestRun requests) {
        if (requests.isEmpty()) {
            return;
        }
        values.copy(loop.carried(), loop.initial());
        for (long trip = 0; trip < trips; trip++) {
            setCounter(loop, lower, trip);
            ops.forEach(values::evaluate);
            requests.iteration();
            values.copy(loop.carried(), loop.body().yields());
        }
    }

    /** Whether so many iterations can still be followed; they count as followed then. */
    private boolean follows(long trips, long cost) {
        if (trips > (MAX_FOLLOWED - followed) / cost) {
            return false;
        }
        followed += trips * cost;
        return true;
    }

    private long counted(Unit.CountedLoop unit) {
        Op.For loop = unit.loop();
        long trips = trips(loop);
        values.copy(loop.carried(), loop.initial());
        Optional<BigInteger> lower = values.integer(loop.lower());
        List<Value> parameters = loop.body().parameters();
        boolean moves = parameters.stream().anyMatch(values::matters);
        long cycles = 1;
        recorder.work(1);
        if (moves && lower.isPresent() && follows(trips, WALK)) {
            for (long trip = 0; trip < trips; trip++) {
                setCounter(loop, lower.get(), trip);
                cycles += sequence(unit.body());
                values.copy(loop.carried(), loop.body().yields());
            }
        } else if (trips > 0) {
            exact &= parameters.stream().noneMatch(control::contains);
            values.forget(parameters);
            cycles += moves ? swept(unit, trips) : repeated(trips, () -> sequence(unit.body()));
            values.copy(loop.carried(), loop.body().yields());
        }
        values.copy(loop.results(), loop.carried());
        note(unit, trips, cycles);
        return cycles;
    }

    /** Iterations whose reads of board memory are not followed one by one. */
    private long swept(Unit.CountedLoop unit, long trips) {
        reads.beginSweep();
        long cycles = repeated(trips, () -> sequence(unit.body()));
        ReadSweeps.Fetches fetches = reads.endSweep(unit, trips);
        exact &= fetches.isExact();
        recorder.work(fetches.cycles());
        writes.elapse(fetches.cycles());
        return cycles + fetches.cycles();
    }

    /**
     * Iterations that all take the same: one is followed, and counted as often as there are. Where the first finds other writes on their
     * way or other data in readers than it leaves behind, the second is followed for all others.
     */
    private long repeated(long trips, LongSupplier body) {
        PendingWrites.State pending = writes.state();
        BoardReaders.State held = readers.state();
        Map<Unit, LoopCycles> loopsBefore = new IdentityHashMap<>(loops);
        Map<String, Long> modulesBefore = new HashMap<>(modules);
        recorder.begin();
        long cycles = body.getAsLong();
        List<ProcessTrace.Part> parts = recorder.end();
        if (trips > 1 && (!writes.state().equals(pending) || !readers.state().equals(held))) {
            recorder.addAll(parts);
            return cycles + repeated(trips - 1, body);
        }
        recorder.repeat(trips, parts);
        loops.replaceAll((unit, now) -> {
            LoopCycles before = loopsBefore.getOrDefault(unit, LoopCycles.NONE);
            return before.plus(now.plus(before.times(-1)).times(trips));
        });
        modules.replaceAll((name, now) -> {
            long before = modulesBefore.getOrDefault(name, 0L);
            return before + (now - before) * trips;
        });
        return cycles * trips;
    }

    private long conditional(Unit.ConditionLoop unit) {
        Op.While loop = unit.loop();
        values.copy(loop.before().parameters(), loop.initial());
        long cycles = 0;
        long trips = 0;
        while (true) {
            cycles += sequence(unit.before());
            Optional<BigInteger> condition = values.integer(loop.condition());
            if (condition.isEmpty() || !follows(1, WALK)) {
                exact = false;
                values.forget(loop.body().parameters());
                long usual = usual(loop.directives());
                guesses.add(new TripGuess(loop.label(), loop.span(), usual));
                cycles += repeated(usual, () -> sequence(unit.body()) + sequence(unit.before()));
                trips += usual;
                values.forget(loop.results());
                break;
            }
            if (condition.get().signum() == 0) {
                values.copy(loop.results(), loop.forwarded());
                break;
            }
            values.copy(loop.body().parameters(), loop.forwarded());
            cycles += sequence(unit.body());
            values.copy(loop.before().parameters(), loop.body().yields());
            trips++;
        }
        note(unit, trips, cycles);
        return cycles;
    }

    private long branch(Unit.Branch unit) {
        Op.If branch = unit.branch();
        Optional<BigInteger> condition = values.integer(branch.condition());
        if (condition.isEmpty()) {
            exact = false;
            BoardReaders.State before = readers.state();
            recorder.begin();
            long taken = sequence(unit.thenUnits());
            List<ProcessTrace.Part> ifTaken = recorder.end();
            BoardReaders.State after = readers.state();
            readers.restore(before);
            recorder.begin();
            long other = sequence(unit.elseUnits());
            List<ProcessTrace.Part> otherwise = recorder.end();
            readers.orElse(after);
            recorder.addAll(taken >= other ? ifTaken : otherwise);
            values.forget(branch.results());
            return Math.max(taken, other);
        }
        boolean taken = condition.get().signum() != 0;
        long cycles = sequence(taken ? unit.thenUnits() : unit.elseUnits());
        values.copy(branch.results(), (taken ? branch.thenRegion() : branch.elseRegion()).yields());
        return cycles;
    }

    private long invocation(Unit.Invocation unit) {
        Op.Call call = unit.call();
        ModuleDesign callee = design.module(call.callee());
        values.copy(callee.function().parameters(), call.operands());
        recorder.call(callee.function().parameters(), call.operands());
        ports.call(call);
        long entry = fence(unit) + 1;
        recorder.work(entry);
        long cycles = entry + module(callee);
        values.copy(call.results(), callee.function().body().yields());
        return cycles;
    }

    /** A loop takes longer than it works. */
    private void waited(Unit unit, long cycles) {
        loops.merge(unit, new LoopCycles(0, 0, cycles), LoopCycles::plus);
    }

    private void note(Unit unit, long trips, long cycles) {
        loops.merge(unit, new LoopCycles(1, trips, cycles), LoopCycles::plus);
    }

    // ---- trip counts

    private long trips(Op.For loop) {
        Optional<BigInteger> lower = values.integer(loop.lower());
        Optional<BigInteger> bound = values.integer(loop.bound());
        if (lower.isEmpty() || bound.isEmpty()) {
            exact = false;
            return usual(loop.directives());
        }
        boolean up = loop.step() > 0;
        BigInteger distance =
                up ? bound.get().subtract(lower.get()) : lower.get().subtract(bound.get());
        boolean inclusive = loop.relation() == Operator.LE || loop.relation() == Operator.GE;
        BigInteger length = inclusive ? distance.add(BigInteger.ONE) : distance;
        if (length.signum() <= 0) {
            return 0;
        }
        BigInteger step = BigInteger.valueOf(Math.abs(loop.step()));
        return length.add(step).subtract(BigInteger.ONE).divide(step).longValueExact();
    }

    private static long usual(LoopDirectives directives) {
        LoopDirectives.@Nullable TripCount stated = directives.tripCount();
        return stated == null ? 1 : stated.typical();
    }

    private void setCounter(Op.For loop, BigInteger lower, long trip) {
        BigInteger count = lower.add(BigInteger.valueOf(loop.step()).multiply(BigInteger.valueOf(trip)));
        values.define(
                loop.counter(),
                Optional.of(new Literal.Int(loop.counter().intType().wrap(count))));
    }

    // ---- dataflow

    /** Cycles of what a process does before it reads a FIFO for the first time. */
    private long lead(ModuleDesign module) {
        long cycles = 0;
        if (module instanceof ModuleDesign.Sequential sequential) {
            for (Unit unit : sequential.body().units()) {
                if (UnitEffects.readsFifo(unit)) {
                    return cycles;
                }
                cycles += unit instanceof Unit.Block block
                        ? block.length()
                        : loops.getOrDefault(unit, LoopCycles.NONE).cycles();
            }
        }
        // A process that reads none leads the others from the start.
        return 0;
    }

    private long dataflow(ModuleDesign.Dataflow dataflow) {
        List<ProcessCycles> processes = processes(dataflow);
        long end;
        if (dataflow.overlaps()) {
            FrameTimes times = new FrameTimes(dataflow, fifos);
            times.start(0, processes);
            times.waits().forEach(this::waited);
            exact &= times.areFollowed();
            end = times.done();
            writes.set(times.written() - end);
        } else {
            List<ConcurrentProcesses.Start> starts = dataflow.processes().stream()
                    .map(process -> new ConcurrentProcesses.Start(0, process.after()))
                    .toList();
            ConcurrentProcesses.Times times = ConcurrentProcesses.times(dataflow, starts, processes, fifos);
            times.waits().forEach(this::waited);
            exact &= times.areFollowed();
            end = times.end();
            writes.set(times.written(processes) - end);
        }
        recordWhole(dataflow.function().parameters(), end);
        return end;
    }

    /** Processes of a process are seen as one piece, which must not access FIFOs of others. */
    private void recordWhole(List<Value> shared, long cycles) {
        recorder.work(cycles);
        if (shared.stream().anyMatch(value -> value.type() instanceof FifoType)) {
            recorder.giveUp();
        }
    }

    /** What each process takes in a call whose numbers are known. */
    private List<ProcessCycles> processes(ModuleDesign.Dataflow dataflow) {
        dataflow.function().body().ops().stream()
                .filter(op -> !(op instanceof Op.Call))
                .forEach(values::evaluate);
        PendingWrites.State pending = writes.state();
        Map<BundleLoads.Bus, Double> before = bundles.take();
        List<Map<BundleLoads.Bus, Double>> loads = new ArrayList<>();
        List<ProcessCycles> processes = new ArrayList<>();
        for (ModuleDesign.Process process : dataflow.processes()) {
            ports.call(process.call());
            readers.enter(processes.size());
            ModuleDesign callee = design.module(process.call().callee());
            values.copy(callee.function().parameters(), process.call().operands());
            recorder.call(callee.function().parameters(), process.call().operands());
            recorder.begin();
            writes.restore(pending);
            long own = module(callee);
            processes.add(new ProcessCycles(
                    own,
                    lead(callee),
                    Pipelines.head(callee),
                    Pipelines.tail(callee),
                    writes.left(),
                    recorder.trace()));
            readers.leave();
            loads.add(bundles.take());
        }
        exact &= bundles.join(before, loads) || !latency.dependsOnReaders();
        return processes;
    }

    // ---- overlapping frames

    private long frames(Unit.FrameLoop unit) {
        Op.For loop = unit.loop();
        long trips = trips(loop);
        long entry = unit.fences().isEmpty() ? 1 : 2;
        if (trips == 0) {
            note(unit, 0, entry);
            recorder.work(entry);
            return entry;
        }
        recorder.begin();
        Optional<BigInteger> lower = values.integer(loop.lower());
        boolean varies = values.matters(loop.counter());
        boolean follows = lower.isPresent() && (!varies || follows(trips, WALK));
        exact &= !varies || follows;
        FrameWalk walk = new FrameWalk(unit, entry);
        if (varies && follows) {
            for (long trip = 0; trip < trips; trip++) {
                setCounter(loop, lower.get(), trip);
                walk.add(sequence(unit.before()), callee(unit));
            }
        } else {
            values.forget(loop.body().parameters());
            List<ProcessCycles> processes = new ArrayList<>();
            long before = repeated(trips, () -> {
                        long cycles = sequence(unit.before());
                        processes.clear();
                        processes.addAll(callee(unit));
                        return cycles;
                    })
                    / trips;
            walk.addAll(trips, before, processes);
        }
        modules.merge(unit.call().callee(), walk.cycles(), Long::sum);
        note(unit, trips, walk.cycles());
        walk.times.waits().forEach(this::waited);
        exact &= walk.times.areFollowed();
        writes.set(walk.unwritten());
        recorder.end();
        recordWhole(unit.call().operands(), walk.cycles());
        return walk.cycles();
    }

    private ModuleDesign.Dataflow dataflow(Unit.FrameLoop unit) {
        return (ModuleDesign.Dataflow) design.module(unit.call().callee());
    }

    private List<ProcessCycles> callee(Unit.FrameLoop unit) {
        ModuleDesign.Dataflow callee = dataflow(unit);
        values.copy(callee.function().parameters(), unit.call().operands());
        ports.call(unit.call());
        return processes(callee);
    }

    /** The controller of a loop over frames. */
    private final class FrameWalk {

        /** Frames after which every further one takes as long as the last. */
        private static final int STEADY = 1 << 12;

        /** As many are gone through also where they cannot be followed. */
        private static final int FEW = 16;

        private final FrameTimes times;
        private long back;
        private long further;

        FrameWalk(Unit.FrameLoop unit, long entry) {
            this.times = new FrameTimes(dataflow(unit), fifos);
            this.back = entry;
        }

        /**
         * A frame.
         *
         * @param before cycles in which its numbers are computed
         */
        void add(long before, List<ProcessCycles> processes) {
            long start = Math.max(back + before + 1, times.room());
            times.start(start, processes);
            back = start + 1;
        }

        void addAll(long trips, long before, List<ProcessCycles> processes) {
            long last = 0;
            long accesses = processes.stream()
                    .flatMap(process -> process.trace().stream())
                    .mapToLong(ProcessTrace::accesses)
                    .sum();
            long steady = Math.clamp(fifos.times(accesses), FEW, STEADY);
            for (long trip = 0; trip < Math.min(trips, steady); trip++) {
                last = trip == 0 ? 0 : times.done();
                add(before, processes);
            }
            further = (times.done() - last) * Math.max(0, trips - steady);
        }

        long cycles() {
            return times.done() + further;
        }

        long unwritten() {
            return times.written() - times.done();
        }
    }
}
