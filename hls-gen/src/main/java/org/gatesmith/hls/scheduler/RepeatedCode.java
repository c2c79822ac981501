package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.dependence.TripCounts;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.jspecify.annotations.Nullable;

/**
 * Code of the source that unrolling repeats.
 *
 * @param loops that are unrolled around it, outermost first; one or more
 */
record RepeatedCode(Span place, List<Unrolled> loops) {

    RepeatedCode {
        loops = List.copyOf(loops);
    }

    /**
     * An unrolled loop.
     *
     * @param copies of its body
     * @param pipeline the pipelined loop around it, for whose sake it is unrolled, if there is one
     */
    record Unrolled(Op.For loop, long copies, Op.@Nullable For pipeline) {}

    /** How often the code is there; at most {@link Long#MAX_VALUE}. */
    long copies() {
        return product(loops);
    }

    /** The labels of the loops, which tell them apart. */
    List<String> labels() {
        return loops.stream().map(unrolled -> unrolled.loop().label()).toList();
    }

    static long product(List<Unrolled> loops) {
        return loops.stream()
                .map(Unrolled::copies)
                .reduce(1L, (one, other) -> Math.multiplyHigh(one, other) == 0 ? one * other : Long.MAX_VALUE);
    }

    /**
     * The operations at a place of the source, if loops around them are unrolled.
     *
     * @param program before its loops are unrolled
     */
    static Optional<RepeatedCode> at(Span place, Program program) {
        if (!place.isKnown()) {
            return Optional.empty();
        }
        List<RepeatedCode> found = new ArrayList<>();
        for (Function function : program.functions()) {
            new Search(place, Definitions.of(function), found).in(function.body());
        }
        return found.stream().max(Comparator.comparingLong(RepeatedCode::copies));
    }

    /** Walks a function with the loops around. */
    private static final class Search {
        private final Span place;
        private final Definitions definitions;
        private final List<RepeatedCode> found;
        private final Deque<Unrolled> unrolled = new ArrayDeque<>();
        private Op.@Nullable For pipeline;

        Search(Span place, Definitions definitions, List<RepeatedCode> found) {
            this.place = place;
            this.definitions = definitions;
            this.found = found;
        }

        void in(Region region) {
            for (Op op : region.ops()) {
                if (op.span().equals(place) && !unrolled.isEmpty()) {
                    found.add(new RepeatedCode(place, List.copyOf(unrolled)));
                }
                if (op instanceof Op.For loop) {
                    enter(loop);
                } else {
                    op.regions().forEach(this::in);
                }
            }
        }

        private void enter(Op.For loop) {
            Op.@Nullable For around = pipeline;
            long copies = copies(loop);
            if (copies > 1) {
                unrolled.addLast(new Unrolled(loop, copies, around));
            }
            if (around == null && loop.directives().isPipelined()) {
                pipeline = loop;
            }
            in(loop.body());
            pipeline = around;
            if (copies > 1) {
                unrolled.removeLast();
            }
        }

        private long copies(Op.For loop) {
            int factor = loop.directives().unrollFactor();
            boolean isComplete = pipeline != null || factor == 0;
            Optional<Long> trips = TripCounts.constant(loop, definitions::integer)
                    .filter(count -> count.bitLength() < Long.SIZE)
                    .map(BigInteger::longValueExact);
            return isComplete ? trips.orElse(1L) : Math.min(factor, trips.orElse((long) factor));
        }
    }
}
