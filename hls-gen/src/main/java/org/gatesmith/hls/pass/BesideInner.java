package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * What becomes part of a flat loop though it stood beside the inner loop of the nest. There it ran once in a round; now every
 * iteration leaves it time. That costs nothing unless an iteration must wait for its result: where values that an outer loop carries
 * depend on each other through long operators, or through an array that the inner loop writes.
 */
final class BesideInner {

    /** Operators in a row whose result is there in the next cycle: a sum of 32 bits and three selects, see the operator library. */
    private static final int OPERATORS_IN_CYCLE = 4;

    private final Op.For loop;
    private final int limit;
    private final List<Value> outer;
    private final Set<Value> counters;
    private final Set<Op> branches;
    /** Memories that the inner loop writes, with the values that it writes and the indices. */
    private final Map<Value, List<Value>> written = new IdentityHashMap<>();
    /** Memories that the inner loop reads. */
    private final Set<Value> read = identitySet();
    /** Memories that something beside it writes. */
    private final Set<Value> writtenBeside = identitySet();
    /** What is read beside it, by memory. */
    private final Map<Value, List<Value>> readBeside = new IdentityHashMap<>();
    /** Ways from a register or memory to those that take part of it on, by their lengths. */
    private final Map<Value, Map<Value, Integer>> ways = new IdentityHashMap<>();

    /**
     * Looks at a flat loop.
     *
     * @param inner the innermost loop of the nest
     * @param counters registers that count
     * @param outer registers of values that outer loops change
     * @param branches with what stood beside the inner loop
     */
    BesideInner(Op.For loop, Op.For inner, Set<Value> counters, List<Value> outer, Set<Op> branches) {
        this.loop = loop;
        this.counters = counters;
        this.outer = outer;
        this.branches = branches;
        this.limit = Math.max(OPERATORS_IN_CYCLE * inner.directives().pipelineInterval(), longest(inner));
        visit(loop.body(), false);
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The longest recurrence that the inner loop has by itself. */
    private static int longest(Op.For inner) {
        int longest = 0;
        for (int i = 0; i < inner.carried().size(); i++) {
            RecurrenceLength lengths =
                    RecurrenceLength.from(inner.body(), List.of(inner.carried().get(i)));
            longest = Math.max(longest, lengths.length(inner.body().yields().get(i)));
        }
        return longest;
    }

    private void visit(Region region, boolean isBeside) {
        for (Op op : region.ops()) {
            boolean beside = isBeside || branches.contains(op);
            switch (op) {
                case Op.Load load
                when beside ->
                    readBeside
                            .computeIfAbsent(load.memory(), _ -> new ArrayList<>())
                            .add(load.result());
                case Op.Load load -> read.add(load.memory());
                case Op.Store store when beside -> writtenBeside.add(store.memory());
                case Op.Store store ->
                    written.computeIfAbsent(store.memory(), _ -> new ArrayList<>())
                            .addAll(store.operands());
                default -> op.regions().forEach(inner -> visit(inner, beside));
            }
        }
    }

    /** Whether iterations of the flat loop would wait for it. */
    boolean holdsUp() {
        return sharesPort() || hasLongRecurrence();
    }

    /** What was written to board memory can be read only when no more is written. */
    private boolean sharesPort() {
        return isPortOf(readBeside.keySet(), written.keySet()) || isPortOf(writtenBeside, read);
    }

    private static boolean isPortOf(Set<Value> some, Set<Value> others) {
        return some.stream().anyMatch(memory -> memory.type() instanceof PortType && others.contains(memory));
    }

    private boolean hasLongRecurrence() {
        return outer.stream().anyMatch(register -> {
            Set<Value> circle = identitySet();
            reached(register).stream()
                    .filter(value -> reached(value).contains(register))
                    .forEach(circle::add);
            return circle.stream()
                    .anyMatch(from -> ways(from).entrySet().stream()
                            .anyMatch(way -> circle.contains(way.getKey()) && way.getValue() > limit));
        });
    }

    private Set<Value> reached(Value start) {
        Set<Value> reached = identitySet();
        List<Value> left = new ArrayList<>(List.of(start));
        while (!left.isEmpty()) {
            for (Value next : ways(left.removeLast()).keySet()) {
                if (reached.add(next)) {
                    left.add(next);
                }
            }
        }
        return reached;
    }

    private Map<Value, Integer> ways(Value from) {
        Map<Value, Integer> known = ways.get(from);
        if (known != null) {
            return known;
        }
        Map<Value, Integer> found = new IdentityHashMap<>();
        boolean isMemory = readBeside.containsKey(from);
        RecurrenceLength lengths =
                RecurrenceLength.from(loop.body(), isMemory ? readBeside.getOrDefault(from, List.of()) : List.of(from));
        int before = isMemory ? RecurrenceLength.LONG : 0;
        eachTarget(target -> target.from().stream()
                .mapToInt(lengths::length)
                .filter(length -> length >= 0)
                .max()
                .ifPresent(length -> found.put(target.node(), before + length)));
        ways.put(from, found);
        return found;
    }

    /** A register or memory with the values that go into it. */
    private record Target(Value node, List<Value> from) {}

    private void eachTarget(Consumer<Target> action) {
        for (int i = 0; i < loop.carried().size(); i++) {
            Value register = loop.carried().get(i);
            if (!counters.contains(register)) {
                action.accept(new Target(register, List.of(loop.body().yields().get(i))));
            }
        }
        written.forEach((memory, values) -> {
            if (readBeside.containsKey(memory)) {
                action.accept(new Target(memory, values));
            }
        });
    }
}
