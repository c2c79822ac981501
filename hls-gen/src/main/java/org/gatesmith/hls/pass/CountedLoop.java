package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/**
 * How a while loop counts.
 *
 * @param counter position of the counter among the carried values
 * @param relation holds between counter and bound while the loop runs
 * @param step added to the counter by every iteration, not 0
 * @param hoisted operations of the first region that compute values which no iteration changes
 * @param forwarded for each value that the first region forwards, its position among the carried values, or -1
 * @param invariants the forwarded values that no iteration changes, by place
 */
record CountedLoop(
        int counter,
        Operator relation,
        Value bound,
        long step,
        List<Op> hoisted,
        List<Integer> forwarded,
        Map<Integer, Value> invariants) {

    /** The places at which the first region forwards a carried value. */
    List<Integer> forwardedFrom(int carried) {
        return java.util.stream.IntStream.range(0, forwarded.size())
                .filter(place -> forwarded.get(place) == carried)
                .boxed()
                .toList();
    }

    /** Whether the counter after the loop is a simple function of the bound. */
    boolean hasClosedExit() {
        return Math.abs(step) == 1 && bound.intType().width() + 2 <= IntType.MAX_WIDTH;
    }

    /** How {@code loop} counts, if it does. */
    static Optional<CountedLoop> match(Op.While loop, Definitions definitions) {
        Optional<LoopInvariants> invariants = LoopInvariants.of(loop);
        return invariants.flatMap(known -> new Matcher(loop, definitions, known).match());
    }

    private record Matcher(Op.While loop, Definitions definitions, LoopInvariants invariants) {

        Optional<CountedLoop> match() {
            Map<Integer, Value> unchanged = new TreeMap<>();
            List<Value> carried = loop.before().parameters();
            for (int place = 0; place < loop.forwarded().size(); place++) {
                Value value = loop.forwarded().get(place);
                if (invariants.contains(value)) {
                    unchanged.put(place, value);
                } else if (!carried.contains(value)) {
                    return Optional.empty();
                }
            }
            List<Integer> forwarded =
                    loop.forwarded().stream().map(carried::indexOf).toList();
            return Comparison.of(loop.condition(), definitions)
                    .flatMap(test -> counting(test).or(() -> counting(test.swapped())))
                    .map(count -> new CountedLoop(
                            count.counter,
                            count.relation,
                            count.bound,
                            count.step,
                            invariants.hoistable(),
                            forwarded,
                            unchanged));
        }

        private record Count(int counter, Operator relation, Value bound, long step) {}

        private Optional<Count> counting(Comparison test) {
            int counter = loop.before().parameters().indexOf(definitions.withoutWidening(test.left()));
            if (counter < 0 || !invariants.contains(test.right())) {
                return Optional.empty();
            }
            return new CounterStep(loop, definitions)
                    .of(counter)
                    .flatMap(step -> relation(test, counter, step)
                            .map(relation -> new Count(counter, relation, test.right(), step)));
        }

        /** The comparison that a for loop with this step can make, if it is the same as {@code test} for every counter value. */
        private Optional<Operator> relation(Comparison test, int counter, long step) {
            boolean up = step > 0;
            return switch (test.relation()) {
                case LT, LE -> up ? Optional.of(test.relation()) : Optional.empty();
                case GT, GE -> up ? Optional.empty() : Optional.of(test.relation());
                case NE -> meets(test, counter, step) ? Optional.of(up ? Operator.LT : Operator.GT) : Optional.empty();
                default -> Optional.empty();
            };
        }

        /** Whether the counter, on its way from its first value, meets the bound exactly before it wraps around. */
        private boolean meets(Comparison test, int counter, long step) {
            Optional<BigInteger> first = definitions.integer(loop.initial().get(counter));
            if (first.isEmpty()) {
                return false;
            }
            Optional<BigInteger> last = definitions.integer(test.right());
            if (last.isPresent()) {
                BigInteger[] trips = last.get().subtract(first.get()).divideAndRemainder(BigInteger.valueOf(step));
                return trips[0].signum() >= 0 && trips[1].signum() == 0;
            }
            BigInteger lowest = first.get();
            return definitions.of(test.right()).orElse(null) instanceof Op.Assume promise
                    && (step == 1
                            ? lowest.compareTo(promise.min()) <= 0
                            : step == -1 && lowest.compareTo(promise.max()) >= 0);
        }
    }
}
