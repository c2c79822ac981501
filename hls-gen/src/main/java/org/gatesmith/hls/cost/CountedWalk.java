package org.gatesmith.hls.cost;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/**
 * Follows one entry into a counted loop. All iterations are tried at once, the counter standing for all its values; where that
 * leaves a branch or an inner loop undecided, the iterations are halved and each half is tried. Edge tiles thus cost a few
 * tries, whatever the number of tiles.
 *
 * <p>What an iteration hands to the next and a branch depends on must be the same after several iterations as before; else these
 * are followed one by one.
 */
final class CountedWalk {

    /** Iterations tried one by one at either end of a loop: as many as a window of five needs. */
    private static final int PEELS = 2;

    private final CostWalk walk;
    private final Op.For loop;
    private final LoopForm form;
    private final List<Value> carried = new ArrayList<>();
    private final List<Value> next = new ArrayList<>();
    private final LoopCycles cycles;
    private final Tally total;
    private final Bounds lower;
    private boolean countsExactly;

    CountedWalk(CostWalk walk, Op.For loop, boolean inPipeline) {
        this.walk = walk;
        this.loop = loop;
        this.form = LoopNest.form(loop.directives(), inPipeline);
        this.cycles = new LoopCycles(form, loop.directives());
        this.total = walk.nothing();
        this.lower = walk.value(loop.lower());
        for (int i = 0; i < loop.carried().size(); i++) {
            if (walk.isControl(loop.carried().get(i))) {
                carried.add(loop.carried().get(i));
                next.add(loop.body().yields().get(i));
            }
        }
    }

    Tally walk() {
        Trips trips = Trips.of(loop, lower, walk.value(loop.bound()));
        if (!trips.isKnown()) {
            walk.blame(trips.causes());
        }
        countsExactly = trips.isKnown();
        walk.copy(loop.initial(), loop.carried());
        boolean guessed = !trips.isKnown() && (trips.causes() & Bounds.DATA) != 0;
        long count = guessed ? guess(loop.directives(), trips) : trips.max();
        walk.enterLoop();
        try {
            iterations(0, count, PEELS);
        } finally {
            walk.leaveLoop();
        }
        if (!trips.isKnown()) {
            carried.forEach(this::forget);
            total.reserve(guessed ? Reservation.ESTIMATE : Reservation.COARSE);
        }
        walk.copy(loop.carried(), loop.results());
        return finished(guessed ? new Trips(count, count, 0) : trips, guessed);
    }

    private Tally finished(Trips trips, boolean guessed) {
        if (!trips.isKnown()) {
            total.nothingIsCertain();
        }
        long itsCycles = cycles.of(trips, total.portCycles());
        total.addEntry(walk.number(loop), trips.max(), trips.min(), trips.max(), itsCycles, guessed);
        total.addCycles(itsCycles);
        return total;
    }

    /** The usual number of iterations as the author gives it, 1 if there is none, as far as the loop's limits permit. */
    static long guess(LoopDirectives directives, Trips trips) {
        LoopDirectives.TripCount usual = directives.tripCount();
        return Math.clamp(usual == null ? 1 : usual.typical(), trips.min(), trips.max());
    }

    /**
     * Follows some iterations in order, as many at a time as possible. The first and the last ones are the likeliest to differ,
     * so they are taken off before what is between them is halved.
     */
    private void iterations(long first, long count, int peels) {
        if (count == 0 || attempt(first, count)) {
            return;
        }
        if (peels > 0 && count > 2) {
            iterations(first, 1, 0);
            iterations(first + 1, count - 2, peels - 1);
            iterations(first + count - 1, 1, 0);
        } else {
            long half = count / 2;
            iterations(first, half, 0);
            iterations(first + half, count - half, 0);
        }
    }

    /** Follows some iterations at once, if they are alike. */
    private boolean attempt(long first, long count) {
        walk.define(loop.counter(), counter(first, count));
        int place = walk.loopsAround();
        Tally body;
        try {
            body = walk.region(loop.body(), form == LoopForm.PIPELINED || form == LoopForm.IN_PIPELINE);
        } catch (Undecided undecided) {
            if (undecided.loop() != place - 1 || count == 1) {
                throw undecided;
            }
            return false;
        }
        if (!settled()) {
            if (count > 1 && walk.isPatient() && !dataDecideNext()) {
                return false;
            }
            if (count > 1) {
                carried.forEach(this::forget);
                return attempt(first, count);
            }
            walk.copy(loop.body().yields(), loop.carried());
        }
        total.add(body, count);
        cycles.add(body.cycles(), count);
        return true;
    }

    private Bounds counter(long first, long count) {
        if (!countsExactly) {
            return Bounds.data(loop.counter().scalarType());
        }
        long from = first * loop.step();
        long to = (first + count - 1) * loop.step();
        int place = walk.loopsAround() - 1;
        long cause = place < Bounds.LOOPS ? 1L << place : Bounds.DATA;
        return new Bounds(
                lower.min() + Math.min(from, to),
                lower.max() + Math.max(from, to),
                count == 1 ? lower.causes() : lower.causes() | cause);
    }

    /** Whether what is handed to the next iterations is what these were given. */
    private boolean settled() {
        for (int i = 0; i < carried.size(); i++) {
            Bounds given = walk.value(carried.get(i));
            Bounds handedOn = walk.value(next.get(i));
            boolean covered = given.dependsOnData() && given.covers(handedOn);
            if (!covered && !given.equals(handedOn)) {
                return false;
            }
        }
        return true;
    }

    private boolean dataDecideNext() {
        return next.stream().anyMatch(value -> walk.value(value).dependsOnData());
    }

    private void forget(Value value) {
        walk.define(value, Bounds.data((ScalarType) value.type()));
    }
}
