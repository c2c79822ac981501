package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * The steps of a block or a pipelined loop. A token for every iteration goes through them; a step in which a token waits for
 * something outside holds up those before it.
 */
final class Steps implements Stages {

    /** Which steps stop when one waits. */
    enum Movement {
        /** There is one token only, so nothing but its own step. */
        SINGLE,
        /** The waiting step and those before it; later ones go on. */
        FLUSHING,
        /** All of them, because tokens that share memory ports must keep their distance. */
        RIGID
    }

    private final Netlist netlist;
    private final String name;
    private final String subject;
    private final int count;
    private final int interval;
    private final Movement movement;
    private final Signal valid;
    private final NavigableMap<Integer, Signal> moves = new TreeMap<>();
    private final NavigableMap<Integer, List<Term>> waits = new TreeMap<>();
    private final NavigableMap<Integer, List<Copy>> copies = new TreeMap<>();

    private final Map<Integer, Term> ends = new HashMap<>();

    private record Copy(Signal register, Term value) {}

    /**
     * @param subject what waits, in words
     * @param count number of steps
     * @param interval steps between two tokens; {@link Integer#MAX_VALUE} if there is one at most
     * @param waiting steps in which a token may have to wait
     */
    Steps(
            Netlist netlist,
            String name,
            String subject,
            int count,
            int interval,
            Movement movement,
            NavigableSet<Integer> waiting) {
        this.netlist = netlist;
        this.name = name;
        this.subject = subject;
        this.count = count;
        this.interval = interval;
        this.movement = movement;
        this.valid = netlist.register(name + "_valid", count, BigInteger.ZERO);
        if (movement == Movement.RIGID && !waiting.isEmpty()) {
            Signal move = netlist.wire(name + "_move", 1);
            waiting.forEach(step -> moves.put(step, move));
        } else {
            waiting.forEach(step -> moves.put(step, netlist.wire(name + "_move_" + step, 1)));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int interval() {
        return interval;
    }

    /** Whether a token is in a step. */
    @Override
    public Term valid(int step) {
        return new Term.Part(valid, step, 1);
    }

    /** Whether a token in a step may leave it. */
    Term move(int step) {
        Signal move = switch (movement) {
            case SINGLE -> moves.get(step);
            case FLUSHING -> {
                var at = moves.ceilingEntry(step);
                yield at == null ? null : at.getValue();
            }
            case RIGID -> moves.isEmpty() ? null : moves.firstEntry().getValue();
        };
        return move == null ? Terms.TRUE : move.term();
    }

    /** Whether a token is in a step and leaves it: in this cycle the step does its work. */
    @Override
    public Term go(int step) {
        return Terms.and(valid(step), move(step));
    }

    @Override
    public void wait(int step, Term condition, String cause, int line) {
        Term waits = Terms.and(valid(step), condition);
        this.waits.computeIfAbsent(step, _ -> new ArrayList<>()).add(waits);
        netlist.watches().waits(waits, subject, cause, line);
    }

    @Override
    public Term copy(int step, String wanted, Term value) {
        if (step >= count) {
            throw new IllegalStateException(name + " has no step " + step + " for " + wanted);
        }
        Signal register = new Signal(netlist.fresh(wanted), value.width(), Signal.Kind.REGISTER, null);
        copies.computeIfAbsent(step, _ -> new ArrayList<>()).add(new Copy(register, value));
        return register.term();
    }

    /** Lets tokens end after a step in cycles in which the condition holds. */
    void end(int step, Term condition) {
        ends.put(step, condition);
    }

    /** Whether there is any token. */
    Term busy() {
        return count == 1 ? valid.term() : new Term.Reduce("|", valid.term());
    }

    /**
     * Defines what depends on all operations of the steps.
     *
     * @param first when a token comes into the first step; it stays there while it cannot move
     */
    void finish(Term first) {
        if (!copies.isEmpty()) {
            netlist.remark("values on their way through " + name);
        }
        copies.forEach((step, all) -> all.forEach(copy -> netlist.capture(copy.register(), takes(step), copy.value())));
        netlist.remark("control of " + name);
        if (movement == Movement.RIGID && !moves.isEmpty()) {
            List<Term> all = waits.values().stream().flatMap(List::stream).toList();
            netlist.assign(moves.firstEntry().getValue(), Terms.not(Terms.or(all)));
        } else {
            moves.forEach((step, move) -> netlist.assign(move, moves(step)));
        }
        netlist.write(valid, Terms.TRUE, next(first));
    }

    /**
     * When a register at the end of a step takes its value. In a pipeline that takes a token in every cycle what stands between
     * tokens may be anything, so that registers in a row become a shift register.
     */
    private Term takes(int step) {
        return movement == Movement.FLUSHING ? move(step) : go(step);
    }

    private Term moves(int step) {
        Term here = Terms.not(Terms.or(waits.getOrDefault(step, List.of())));
        return movement == Movement.FLUSHING ? Terms.and(here, move(step + 1)) : here;
    }

    /** The tokens after this cycle: neighbouring steps that move together as one part. */
    private Term next(Term first) {
        List<Term> parts = new ArrayList<>();
        int end = count;
        while (end > 1) {
            int from = end - 1;
            while (from > 1
                    && !ends.containsKey(from - 1)
                    && move(from - 1).equals(move(from))
                    && movement(from - 1) == movement(from)) {
                from--;
            }
            parts.add(moved(from, end));
            end = from;
        }
        parts.add(first);
        return Terms.join(parts);
    }

    /** Steps of a block with a wait of their own never go together. */
    private int movement(int step) {
        return movement == Movement.SINGLE && moves.containsKey(step) ? step : -1;
    }

    private Term moved(int from, int end) {
        Term leaving = Terms.and(valid(from - 1), move(from - 1));
        Term entering = Terms.and(leaving, Terms.not(ends.getOrDefault(from - 1, Terms.FALSE)));
        Term shifted =
                end - from == 1 ? entering : Terms.join(List.of(new Term.Part(valid, from, end - from - 1), entering));
        if (movement == Movement.SINGLE && end - from == 1) {
            return Terms.or(entering, Terms.and(valid(from), Terms.not(move(from))));
        }
        return Terms.choice(move(from), shifted, new Term.Part(valid, from, end - from));
    }
}
