package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** A request to board memory, with the values that say what it touches. */
final class MemoryRequest {

    private final AccessGroup group;

    /** Index of the first lane, which says where all others are. */
    private final Value origin;

    /** Conditions of the lanes, null for always. */
    private final List<@Nullable Value> guards = new ArrayList<>();

    /**
     * Beats that a request touches.
     *
     * @param first number of the first one, counted from the start of the array
     * @param count how many; 0 if no lane is needed, so that memory is not accessed
     */
    record Beats(long first, int count) {

        private static final Beats NONE = new Beats(0, 0);

        private static Beats between(long from, long to, int beatBytes) {
            long first = Math.floorDiv(from, beatBytes);
            return new Beats(first, Math.toIntExact(Math.floorDiv(to, beatBytes) - first + 1));
        }
    }

    MemoryRequest(AccessGroup group) {
        this.group = group;
        this.origin = access(group.lanes().getFirst()).indices().getFirst();
        group.lanes().forEach(lane -> guards.add(access(lane).guard()));
    }

    private static Access access(Op lane) {
        return Access.of(lane).orElseThrow();
    }

    AccessGroup group() {
        return group;
    }

    Value port() {
        return group.port();
    }

    /** Whether all lanes are always needed. */
    boolean isUnconditional() {
        return guards.stream().allMatch(Objects::isNull);
    }

    /** Whether it is for one element, and always made. */
    boolean isOneElement() {
        return guards.size() == 1 && guards.getFirst() == null;
    }

    /** The values that say what it touches. */
    Stream<Value> sources() {
        return Stream.concat(Stream.of(origin), guards.stream().filter(Objects::nonNull));
    }

    /** What it touches now, if that is known. */
    Optional<Beats> beats(KnownValues values, int beatBytes) {
        int first = -1;
        int last = -1;
        for (int lane = 0; lane < guards.size(); lane++) {
            Value guard = guards.get(lane);
            Optional<BigInteger> happens = guard == null ? Optional.of(BigInteger.ONE) : values.integer(guard);
            if (happens.isEmpty()) {
                return Optional.empty();
            }
            if (happens.get().signum() != 0) {
                first = first < 0 ? lane : first;
                last = lane;
            }
        }
        if (last < 0) {
            return Optional.of(Beats.NONE);
        }
        long bytes = group.elementBytes();
        long from = group.offsets().get(first) * bytes;
        long to = (group.offsets().get(last) + 1) * bytes - 1;
        return values.integer(origin)
                .map(index -> index.longValue() * bytes)
                .map(start -> Beats.between(start + from, start + to, beatBytes));
    }
}
