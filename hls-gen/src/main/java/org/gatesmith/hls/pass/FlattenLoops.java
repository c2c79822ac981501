package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.Ranges;

/**
 * Makes one loop of a nest whose innermost loop is pipelined, so that the pipeline is filled once instead of once for each
 * iteration around. The counters become digits that count each other up; what the outer loops do before and after the inner one
 * happens in its first and last iteration.
 *
 * <p>A nest stays as it is if that would make the pipeline slower: where a select would lengthen a recurrence beyond
 * a cycle, where an iteration would have to wait for what an outer loop does beside the inner one, and where it would have to wait
 * for a store of another. Then the loops within may still become one. An iteration may wait for one that lies a whole round
 * of the inner loop back: {@code T} iterations that take {@code ceil(L / T)} cycles each are never slower than {@code T} that
 * take one and are followed by {@code L} cycles in which the pipeline drains.
 */
public final class FlattenLoops implements Pass {

    /**
     * Iterations after which a stored value is there whatever happened to it on the way: more cycles than a load, a chain of two
     * floating-point operators and a store take at the clocks of the boards.
     */
    private static final long LONG_AGO = 64;

    /** Cycles that a load and a store take, beside one for each operator between them. */
    private static final int LOAD_AND_STORE = 6;

    @Override
    public String id() {
        return "flatten-loops";
    }

    @Override
    public String summary() {
        return "Makes one loop of a nest whose innermost loop is pipelined.";
    }

    @Override
    public Program run(Program program) {
        Set<Op.For> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        if (program.functions().stream().noneMatch(function -> LoopNest.mayExist(function.body(), false))) {
            return program;
        }
        Ranges ranges = Ranges.of(program);
        while (true) {
            Map<Op.For, LoopNest> flattened = new IdentityHashMap<>();
            Set<Op.For> slower = Collections.newSetFromMap(new IdentityHashMap<>());
            Program result = program.mapFunctions(
                    function -> new Flattening(function, ranges, kept, flattened, slower).transform(function));
            if (flattened.isEmpty()) {
                return program;
            }
            if (!kept.addAll(slower) && !keepSlower(result, program, ranges, flattened, kept)) {
                return result;
            }
        }
    }

    /** Notes the nests that are better kept, by their outermost loops; returns whether there are any. */
    private static boolean keepSlower(
            Program result, Program program, Ranges before, Map<Op.For, LoopNest> flattened, Set<Op.For> kept) {
        if (flattened.keySet().stream().noneMatch(FlattenLoops::readsWhatItWrites)) {
            return false;
        }
        MemoryAnalysis old = MemoryAnalysis.of(before);
        MemoryAnalysis analysis = MemoryAnalysis.of(result);
        int known = kept.size();
        for (int i = 0; i < program.functions().size(); i++) {
            Function function = result.functions().get(i);
            Function original = program.functions().get(i);
            for (Op.For loop : LoopNest.pipelined(function.body())) {
                LoopNest nest = flattened.get(loop);
                if (nest != null
                        && waits(
                                analysis.dependences(function, loop),
                                old.dependences(original, nest.innermost()),
                                nest,
                                loop.body())) {
                    kept.add(nest.outermost());
                }
            }
        }
        return kept.size() > known;
    }

    private static boolean readsWhatItWrites(Op.For loop) {
        Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(loop.body(), read, written);
        return written.stream().anyMatch(read::contains);
    }

    private static void collect(Region region, Set<Value> read, Set<Value> written) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Load load -> read.add(load.memory());
                case Op.Store store -> written.add(store.memory());
                default -> op.regions().forEach(inner -> collect(inner, read, written));
            }
        }
    }

    /** Whether an iteration must wait for a store that it did not wait for before. */
    private static boolean waits(List<Dependence> after, List<Dependence> before, LoopNest nest, Region body) {
        return after.stream()
                .filter(d -> d.kind() == Dependence.Kind.FLOW && d.distance() > 0)
                .filter(d -> d.memory().type() instanceof PortType || !isFar(d, nest, body))
                .anyMatch(d -> before.stream().noneMatch(b -> isNoWeaker(b, d)));
    }

    private static boolean isFar(Dependence dependence, LoopNest nest, Region body) {
        long distance = dependence.distance();
        boolean isRound = nest.round()
                .filter(round -> round.compareTo(BigInteger.valueOf(distance)) <= 0)
                .isPresent();
        return isRound
                || distance >= LONG_AGO
                || distance >= LOAD_AND_STORE + RecurrenceLength.through(body, dependence.memory());
    }

    private static boolean isNoWeaker(Dependence before, Dependence after) {
        Value memory = after.memory();
        return before.kind() == Dependence.Kind.FLOW
                && before.memory() == memory
                && before.distance() > 0
                && before.distance() <= after.distance();
    }
}
