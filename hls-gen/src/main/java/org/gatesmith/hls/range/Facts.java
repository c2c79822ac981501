package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of values at the place that an analysis has reached: of each value since its definition, and more while the
 * analysis is inside a branch or loop whose condition says more.
 */
final class Facts {

    /** {@code low + distance <= high}. */
    record Order(Value low, Value high, BigInteger distance) {}

    /** A refinement that hides an earlier one, or none. */
    private record Hidden(Value value, @Nullable IntRange earlier) {}

    private final Map<Value, IntRange> defined = new IdentityHashMap<>();
    private final Map<Value, IntRange> refined = new IdentityHashMap<>();
    private final List<Hidden> trail = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    /** A place to come back to. */
    record Mark(int refinements, int orders) {}

    Mark mark() {
        return new Mark(trail.size(), orders.size());
    }

    /** Forgets every refinement and order since {@code mark}. */
    void restore(Mark mark) {
        while (trail.size() > mark.refinements()) {
            Hidden hidden = trail.removeLast();
            if (hidden.earlier() == null) {
                refined.remove(hidden.value());
            } else {
                refined.put(hidden.value(), hidden.earlier());
            }
        }
        orders.subList(mark.orders(), orders.size()).clear();
    }

    /** Notes what a value is from its definition on. */
    void define(Value value, IntRange range) {
        defined.put(value, range);
    }

    /** What is known here; of a value that was never reached, its type. */
    IntRange get(Value value) {
        IntRange here = refined.get(value);
        return here == null ? atDefinition(value) : here;
    }

    IntRange atDefinition(Value value) {
        IntRange range = defined.get(value);
        if (range != null) {
            return range;
        }
        return value.type() instanceof IntType type ? IntRange.of(type) : IntRange.NONE;
    }

    boolean isRefined(Value value) {
        return refined.containsKey(value);
    }

    boolean hasRefinements() {
        return !refined.isEmpty() || !orders.isEmpty();
    }

    /** Notes what a value is until {@link #restore}. What would leave it no number is ignored: such a place is never reached. */
    boolean refine(Value value, IntRange range) {
        IntRange before = get(value);
        IntRange after = before.meet(range);
        if (after.isEmpty() || after.equals(before)) {
            return false;
        }
        trail.add(new Hidden(value, refined.put(value, after)));
        return true;
    }

    /** Notes that {@code low + distance <= high}, until {@link #restore}. */
    void order(Value low, Value high, long distance) {
        orders.add(new Order(low, high, BigInteger.valueOf(distance)));
    }

    /** The orders that hold here. */
    List<Order> orders() {
        return List.copyOf(orders);
    }

    /** By how much {@code high} is known to exceed {@code low}, at least. */
    Optional<BigInteger> distance(Value low, Value high) {
        @Nullable BigInteger largest = null;
        for (Order order : orders) {
            boolean matches = order.low() == low && order.high() == high;
            if (matches && (largest == null || order.distance().compareTo(largest) > 0)) {
                largest = order.distance();
            }
        }
        return Optional.ofNullable(largest);
    }
}
