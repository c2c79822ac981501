package org.gatesmith.hls.emit.verilog;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gatesmith.hls.ir.Value;

/**
 * A cycle in which one unit ends and the next is started. Values that registers take on at the end of that very cycle are reached
 * through it.
 */
final class Moment {

    private final Term signal;
    private final Function<Value, Term> reach;

    /**
     * @param signal high in that cycle
     * @param reach a value in that cycle
     */
    Moment(Term signal, Function<Value, Term> reach) {
        this.signal = signal;
        this.reach = reach;
    }

    Term signal() {
        return signal;
    }

    /** A value, as it is in this cycle. */
    Term value(Value value) {
        return reach.apply(value);
    }

    /** This cycle, if a condition holds. */
    Moment when(Term condition) {
        return new Moment(Terms.and(signal, condition), reach);
    }

    /**
     * This cycle or, in another iteration, the one in which a loop goes back; in the latter all values from outside the loop have
     * been in their registers for long.
     *
     * @param carried what the loop hands on, in either cycle
     */
    Moment orBack(Term back, Values values, Map<Value, Term> carried) {
        Map<Value, Term> known = new IdentityHashMap<>(carried);
        return new Moment(Terms.or(signal, back), value -> {
            Term term = known.get(value);
            return term == null ? Terms.choice(back, values.held(value), reach.apply(value)) : term;
        });
    }

    /** A cycle in which some values are not in their registers yet. */
    static Moment of(Term signal, Values values, Map<Value, Term> fresh) {
        Map<Value, Term> known = new IdentityHashMap<>(fresh);
        return new Moment(signal, value -> {
            Term term = known.get(value);
            return term == null ? values.held(value) : term;
        });
    }
}
