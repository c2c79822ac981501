package org.gatesmith.hls.estimate;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Pipelined loops that were followed: one that begins with the same numbers again takes as long again. */
final class FollowedRuns {

    private final KnownValues values;
    private final Map<Op.For, List<Value>> inputs = new IdentityHashMap<>();
    private final Map<Op.For, Map<Start, End>> ends = new IdentityHashMap<>();

    /**
     * How a loop begins.
     *
     * @param inputs the numbers from outside that its addresses and results come from
     * @param held what its readers and writers hold
     */
    record Start(long trips, List<Optional<Literal>> inputs, List<HeldBeats> held) {}

    /**
     * How it ended.
     *
     * @param requests what became of its requests
     * @param results the numbers that it handed on
     */
    record End(RequestRun requests, List<Optional<Literal>> results) {}

    FollowedRuns(KnownValues values) {
        this.values = values;
    }

    /**
     * The state in which a loop begins.
     *
     * @param ops the operations of its body that are evaluated
     */
    Start start(Op.For loop, long trips, List<Op> ops, RequestRun requests) {
        List<Value> known = inputs.computeIfAbsent(loop, _ -> inputs(loop, ops, requests));
        return new Start(trips, known.stream().map(values::of).toList(), requests.held());
    }

    Optional<End> end(Op.For loop, Start start) {
        return Optional.ofNullable(ends.getOrDefault(loop, Map.of()).get(start));
    }

    void add(Op.For loop, Start start, RequestRun requests) {
        List<Optional<Literal>> results =
                loop.results().stream().map(values::of).toList();
        ends.computeIfAbsent(loop, _ -> new HashMap<>()).put(start, new End(requests, results));
    }

    private static List<Value> inputs(Op.For loop, List<Op> ops, RequestRun requests) {
        Set<Value> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        inside.addAll(loop.body().parameters());
        loop.body().ops().forEach(op -> {
            inside.addAll(op.results());
            // A guarded access may have an index of its own.
            op.regions().forEach(region -> region.ops().forEach(inner -> inside.addAll(inner.results())));
        });
        Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.add(loop.lower());
        used.addAll(loop.initial());
        used.addAll(loop.body().yields());
        ops.forEach(op -> used.addAll(op.operands()));
        requests.sources().forEach(used::add);
        used.removeAll(inside);
        return List.copyOf(used);
    }
}
