package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Finds the ranges of what loops carry and of everything inside them. */
final class LoopWalk {

    private final FunctionWalk function;
    private final Facts facts;
    private final Observations observations;
    private final Refinement refinement;
    private final Evaluation evaluation;
    private final Drift drift;
    private final LoopSolver solver;
    private final FreeValues freeValues;
    private final Map<Op, Surroundings> walked = new IdentityHashMap<>();

    /** All that the ranges inside a loop depend on. */
    private record Surroundings(List<IntRange> read, List<Facts.Order> orders) {}

    LoopWalk(
            FunctionWalk function,
            Facts facts,
            Observations observations,
            Refinement refinement,
            Evaluation evaluation,
            Drift drift,
            Stops stops,
            FreeValues freeValues) {
        this.function = function;
        this.facts = facts;
        this.observations = observations;
        this.refinement = refinement;
        this.evaluation = evaluation;
        this.drift = drift;
        this.solver = new LoopSolver(stops, drift);
        this.freeValues = freeValues;
    }

    /** Walks a loop, unless that would only repeat the last walk: nothing that it depends on has changed. */
    void walk(Op loop) {
        Surroundings now =
                new Surroundings(freeValues.of(loop).stream().map(facts::get).toList(), facts.orders());
        if (now.equals(walked.put(loop, now))) {
            return;
        }
        switch (loop) {
            case Op.For counted -> walk(counted);
            case Op.While conditional -> walk(conditional);
            default -> throw new IllegalArgumentException("no loop: " + loop);
        }
    }

    // ---- for

    private void walk(Op.For loop) {
        Counting counting = Counting.of(loop, facts.get(loop.lower()), facts.get(loop.bound()));
        List<IntRange> initial = loop.initial().stream().map(facts::get).toList();
        observations.trips(loop, counting.trips());
        if (counting.counter().isEmpty()) {
            define(loop.results(), initial);
            return;
        }
        facts.define(loop.counter(), counting.counter());
        Facts.Mark mark = facts.mark();
        refine(loop);
        List<IntRange> next = solver.solve(
                loop.carried(),
                initial,
                carried -> {
                    define(loop.carried(), carried);
                    return function.walk(loop.body());
                },
                () -> growths(loop, initial, counting.trips()));
        facts.restore(mark);
        List<IntRange> after = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            IntRange last = next.get(i);
            after.add(counting.runs() ? last : last.join(initial.get(i)));
        }
        define(loop.results(), after);
    }

    private void refine(Op.For loop) {
        long distance = loop.relation() == Operator.LT || loop.relation() == Operator.GT ? 1 : 0;
        if (loop.step() > 0) {
            refinement.ordered(loop.counter(), loop.bound(), distance);
        } else {
            refinement.ordered(loop.bound(), loop.counter(), distance);
        }
    }

    /** A value that every iteration changes by a limited amount is, after so many iterations, within so many times that. */
    private List<@Nullable Growth> growths(Op.For loop, List<IntRange> initial, @Nullable BigInteger trips) {
        if (trips == null || trips.signum() == 0) {
            return Collections.nCopies(initial.size(), null);
        }
        BigInteger repetitions = trips.subtract(BigInteger.ONE);
        List<@Nullable Growth> growths = new ArrayList<>();
        for (int i = 0; i < initial.size(); i++) {
            Value start = loop.carried().get(i);
            @Nullable Growth step = drift.of(loop.body().yields().get(i), List.of(start));
            growths.add(step == null ? null : step.repeated(repetitions).from(initial.get(i)));
        }
        return growths;
    }

    // ---- while

    private void walk(Op.While loop) {
        List<IntRange> initial = loop.initial().stream().map(facts::get).toList();
        solver.solve(
                loop.before().parameters(),
                initial,
                carried -> iterate(loop, carried),
                () -> new WhileGrowth(loop, initial, drift, facts).growths());
        observations.trips(loop, new WhileGrowth(loop, initial, drift, facts).trips());
    }

    /** Walks both regions once, and leaves the results defined. */
    private List<IntRange> iterate(Op.While loop, List<IntRange> carried) {
        define(loop.before().parameters(), carried);
        function.walk(loop.before());
        IntRange condition = facts.get(loop.condition());
        define(loop.results(), forwarded(loop, condition, false));
        define(loop.body().parameters(), forwarded(loop, condition, true));
        if (!condition.contains(BigInteger.ONE)) {
            return carried.stream().map(_ -> IntRange.NONE).toList();
        }
        Facts.Mark mark = facts.mark();
        refinement.assume(loop.condition(), true);
        List<IntRange> next = function.walk(loop.body());
        facts.restore(mark);
        return next;
    }

    private List<IntRange> forwarded(Op.While loop, IntRange condition, boolean truth) {
        if (!condition.contains(BigInteger.valueOf(truth ? 1 : 0))) {
            return loop.forwarded().stream().map(_ -> IntRange.NONE).toList();
        }
        Facts.Mark mark = facts.mark();
        refinement.assume(loop.condition(), truth);
        List<IntRange> ranges = loop.forwarded().stream().map(evaluation::here).toList();
        facts.restore(mark);
        return ranges;
    }

    private void define(List<Value> values, List<IntRange> ranges) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).type() instanceof IntType) {
                facts.define(values.get(i), ranges.get(i));
            }
        }
    }
}
