package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;

/** Those who take turns at an input: each with the condition under which the input is its own. */
final class Turns {

    private final List<Turn> turns = new ArrayList<>();

    /**
     * @param active high in every cycle in which the input must have the value, and never together with that of another one
     */
    private record Turn(Term active, Term value) {}

    void add(Term active, Term value) {
        turns.add(new Turn(active, value));
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** The value of whoever is active; anything if nobody is. */
    Term value(int width) {
        if (turns.isEmpty()) {
            return Terms.bits(width, 0);
        }
        Term value = turns.getLast().value();
        for (Turn turn : turns.subList(0, turns.size() - 1).reversed()) {
            value = Terms.choice(turn.active(), turn.value(), value);
        }
        return value;
    }

    /** The value of whoever is active, of one bit; low if nobody is. */
    Term anyTrue() {
        return Terms.or(turns.stream()
                .map(turn -> Terms.and(turn.active(), turn.value()))
                .toList());
    }
}
