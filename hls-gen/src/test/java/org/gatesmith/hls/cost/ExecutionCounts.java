package org.gatesmith.hls.cost;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatesmith.hls.interp.Observer;
import org.gatesmith.hls.interp.Watch;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Counts what an execution does, as the interpreter does it. */
final class ExecutionCounts implements Observer {

    private final Map<OperationKind, Long> operations = new EnumMap<>(OperationKind.class);
    private final Map<String, Loop> loops = new TreeMap<>();
    private final Map<Value, Loop> counters = new IdentityHashMap<>();
    private final Map<Op, Loop> starts = new IdentityHashMap<>();
    private long reads;
    private long writes;

    /** What one loop did. */
    static final class Loop {
        long entries;
        long iterations;
        long minTrips = Long.MAX_VALUE;
        long maxTrips;

        /** Whether a copy of the loop has no operation by which its iterations could be seen. */
        boolean unseen;

        private long current;

        private void iterate() {
            current++;
        }

        private void end() {
            entries++;
            iterations += current;
            minTrips = Math.min(minTrips, current);
            maxTrips = Math.max(maxTrips, current);
            current = 0;
        }
    }

    ExecutionCounts(Program program) {
        program.functions().forEach(function -> survey(function.body()));
    }

    /** Finds the counter of each loop, or the operation that begins an iteration. */
    private void survey(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.For loop -> counters.put(loop.counter(), loop(loop.label()));
                case Op.While loop
                when !loop.body().ops().isEmpty() ->
                    starts.put(loop.body().ops().getFirst(), loop(loop.label()));
                case Op.While loop
                when !loop.before().ops().isEmpty() ->
                    starts.put(loop.before().ops().getFirst(), loop(loop.label()));
                case Op.While loop -> loop(loop.label()).unseen = true;
                default -> {}
            }
            op.regions().forEach(this::survey);
        }
    }

    Loop loop(String label) {
        return loops.computeIfAbsent(label, _ -> new Loop());
    }

    long operations(OperationKind kind) {
        return operations.getOrDefault(kind, 0L);
    }

    long reads() {
        return reads;
    }

    long writes() {
        return writes;
    }

    @Override
    public Optional<Watch> parameter(Function function, Value parameter) {
        return Optional.ofNullable(counters.get(parameter)).map(loop -> _ -> loop.iterate());
    }

    @Override
    public Optional<Runnable> executed(Function function, Op op) {
        Loop started = starts.get(op);
        Runnable begin = started == null ? () -> {} : started::iterate;
        Runnable count = switch (op) {
            case Op.Compute compute ->
                OperationKind.of(compute)
                        .<Runnable>map(kind -> () -> operations.merge(kind, 1L, Long::sum))
                        .orElse(() -> {});
            case Op.Load load when load.memory().type() instanceof PortType -> () -> reads++;
            case Op.Store store when store.memory().type() instanceof PortType -> () -> writes++;
            case Op.For loop -> loop(loop.label())::end;
            case Op.While loop -> loop(loop.label())::end;
            default -> () -> {};
        };
        return Optional.of(() -> {
            begin.run();
            count.run();
        });
    }
}
