package org.gatesmith.hls.cost;

import java.util.List;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Follows one entry into a loop that ends on a condition, iteration by iteration for as long as the condition is known; then
 * {@code @TripCount} says how many more there are.
 */
final class ConditionalWalk {

    private final CostWalk walk;
    private final Op.While loop;
    private final boolean innerInPipeline;
    private final LoopCycles cycles;
    private final Tally total;
    private long tests;
    private long bodies;

    ConditionalWalk(CostWalk walk, Op.While loop, boolean inPipeline) {
        this.walk = walk;
        this.loop = loop;
        LoopForm form = LoopNest.form(loop.directives(), inPipeline);
        this.innerInPipeline = form == LoopForm.PIPELINED || form == LoopForm.IN_PIPELINE;
        this.cycles = new LoopCycles(form, loop.directives());
        this.total = walk.nothing();
    }

    Tally walk() {
        walk.copy(loop.initial(), loop.before().parameters());
        boolean guessed = false;
        Tally test = test();
        Bounds condition = walk.value(loop.condition());
        while (!(condition.isKnown() && condition.min() == 0)) {
            if (!condition.isKnown()) {
                walk.blame(condition.causes());
            }
            List<Bounds> given = state();
            Tally body = condition.isKnown() && walk.isPatient() ? body() : null;
            if (body == null || state().equals(given)) {
                guess();
                guessed = true;
                break;
            }
            note(test, body, 1);
            test = test();
            condition = walk.value(loop.condition());
        }
        if (!guessed) {
            note(test, null, 1);
        }
        walk.copy(loop.forwarded(), loop.results());
        return finished(guessed);
    }

    private Tally test() {
        return walk.region(loop.before(), innerInPipeline);
    }

    private Tally body() {
        walk.copy(loop.forwarded(), loop.body().parameters());
        Tally body = walk.region(loop.body(), innerInPipeline);
        walk.copy(loop.body().yields(), loop.before().parameters());
        return body;
    }

    private List<Bounds> state() {
        return loop.before().parameters().stream()
                .filter(walk::isControl)
                .map(walk::value)
                .toList();
    }

    /** The rest of the iterations, of which nothing is known but their usual number. */
    private void guess() {
        LoopDirectives.@Nullable TripCount usual = loop.directives().tripCount();
        long trips = Math.max(iterations(), usual == null ? 1 : usual.typical());
        long more = trips - iterations();
        loop.before().parameters().forEach(this::forget);
        Tally test = test();
        loop.forwarded().forEach(this::forget);
        if (more > 0) {
            Tally body = body();
            loop.before().parameters().forEach(this::forget);
            note(test, body, more);
        }
        if (!testsLast()) {
            note(test, null, 1);
        }
        total.reserve(Reservation.ESTIMATE);
    }

    private void forget(Value value) {
        if (walk.isControl(value)) {
            walk.define(value, Bounds.data((ScalarType) value.type()));
        }
    }

    private void note(Tally test, @Nullable Tally body, long times) {
        total.add(test, times);
        tests += times;
        long both = test.cycles();
        if (body != null) {
            total.add(body, times);
            bodies += times;
            both = Saturating.add(both, body.cycles());
        }
        if (body != null || testsLast()) {
            cycles.add(both, times);
        }
    }

    /** Whether the loop is a {@code do} loop, whose statements stand before the condition. */
    private boolean testsLast() {
        return loop.body().ops().isEmpty();
    }

    private long iterations() {
        return testsLast() ? tests : bodies;
    }

    private Tally finished(boolean guessed) {
        long count = iterations();
        long itsCycles = cycles.of(new Trips(count, count, 0), total.portCycles());
        total.addEntry(walk.number(loop), count, count, count, itsCycles, guessed);
        total.addCycles(itsCycles);
        return total;
    }
}
