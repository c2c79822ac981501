package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/**
 * The counters of a loop, as digits of the number of the iteration, and what changes in it. A plain loop has one digit. A loop
 * that {@code flatten-loops} made of a nest has one for each loop of the nest:
 *
 * <pre>{@code
 * inner' = select(inner == last, first, inner + step)
 * outer' = select(inner == last, outer + step, outer)
 * }</pre>
 *
 * with a further select for a digit between two others.
 */
final class IterationSpace {

    private final Op.For loop;
    private final Definitions definitions;
    private final AffineForms forms;
    private final Set<Value> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> slow = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Digit> digits = new ArrayList<>();

    /** When digits start anew, in their order. */
    private final List<Value> ends = new ArrayList<>();

    private final Map<Value, Motion> motions = new IdentityHashMap<>();

    private IterationSpace(Op.For loop, AffineForms forms) {
        this.loop = loop;
        this.forms = forms;
        this.definitions = forms.definitions();
    }

    static IterationSpace of(Op.For loop, AffineForms forms) {
        IterationSpace space = new IterationSpace(loop, forms);
        space.collect(loop.body());
        space.findDigits();
        space.findSlow(loop.body());
        return space;
    }

    private void collect(Region region) {
        inside.addAll(region.parameters());
        for (Op op : region.ops()) {
            inside.addAll(op.results());
            op.regions().forEach(this::collect);
        }
    }

    /** Whether a value is the same in all iterations. */
    boolean isInvariant(Value value) {
        return !inside.contains(value);
    }

    /** The digits, fastest first. */
    List<Digit> digits() {
        return digits;
    }

    /**
     * How a value moves: from {@code start} by {@code step} whenever a digit counts.
     *
     * @param digit position of the digit
     */
    record Motion(int digit, BigInteger step, Value start) {}

    /** How a value moves that changes in the loop, if it does so regularly. */
    Optional<Motion> motion(Value value) {
        return Optional.ofNullable(motions.get(value));
    }

    /** How many iterations make the digit at {@code position} count by one, at least. */
    BigInteger weight(int position) {
        return digits.subList(0, position).stream().map(Digit::trips).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** Whether a condition holds only where the first {@code position} digits start anew. */
    boolean isEndOf(int position, Value condition) {
        Set<Value> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(ends.subList(0, position));
        conjuncts(condition, left);
        return left.isEmpty();
    }

    /** Whether a value stays the same while only the fastest digit counts. */
    boolean isSlow(Value value) {
        return isInvariant(value)
                || slow.contains(value)
                || motion(value).filter(motion -> motion.digit() > 0).isPresent();
    }

    private void findSlow(Region region) {
        for (Op op : region.ops()) {
            boolean isPure = op instanceof Op.Compute || op instanceof Op.Assume || op instanceof Op.Constant;
            if (isPure && op.operands().stream().allMatch(this::isSlow)) {
                slow.addAll(op.results());
            }
            if (op instanceof Op.If branch) {
                branch.regions().forEach(this::findSlow);
            }
        }
    }

    private void findDigits() {
        for (boolean found = true; found; ) {
            found = false;
            for (int i = 0; i < loop.carried().size() && !found; i++) {
                Value counter = loop.carried().get(i);
                if (counter.type() instanceof IntType && motion(counter).isEmpty()) {
                    found = addDigit(
                            counter, loop.body().yields().get(i), loop.initial().get(i));
                    if (found) {
                        move(digits.getLast(), digits.size() - 1);
                    }
                }
            }
        }
        if (digits.isEmpty()) {
            digits.add(new Digit(
                    loop.counter(), loop.lower(), BigInteger.valueOf(loop.step()), BigInteger.ONE, Optional.empty()));
            move(digits.getFirst(), 0);
            findInductions();
        }
    }

    /** Carried values to which every iteration adds the same. */
    private void findInductions() {
        for (int i = 0; i < loop.carried().size(); i++) {
            Value carried = loop.carried().get(i);
            if (carried.type() instanceof IntType) {
                Optional<BigInteger> step = step(carried, loop.body().yields().get(i));
                Value initial = loop.initial().get(i);
                step.ifPresent(by -> motions.put(carried, new Motion(0, by, initial)));
            }
        }
    }

    private void move(Digit digit, int position) {
        motions.put(digit.counter(), new Motion(position, digit.step(), digit.start()));
    }

    /**
     * Takes a carried value for the next digit if it counts when all digits found so far start anew.
     */
    private boolean addDigit(Value counter, Value next, Value initial) {
        Optional<Op.Compute> select = selection(next);
        if (select.isEmpty()) {
            return false;
        }
        Op.Compute op = select.get();
        if (ends.isEmpty()) {
            return wrapping(counter, op, initial);
        }
        if (!isAllOf(op.operand(0), ends) || plain(op.operand(2)) != counter) {
            return false;
        }
        Optional<BigInteger> step = step(counter, op.operand(1));
        if (step.isPresent()) {
            digits.add(new Digit(counter, initial, step.get(), BigInteger.ONE, Optional.empty()));
            return true;
        }
        return selection(op.operand(1))
                .filter(inner -> wrapping(counter, inner, initial))
                .isPresent();
    }

    /** {@code select(counter == last, first, counter + step)}. */
    private boolean wrapping(Value counter, Op.Compute select, Value initial) {
        Optional<BigInteger> step = step(counter, select.operand(2));
        Optional<Value> last = last(counter, select.operand(0));
        Affine restart = forms.of(select.operand(1)).minus(forms.of(initial));
        boolean startsAlike = restart.isConstant() && restart.constant().signum() == 0;
        if (step.isEmpty() || last.isEmpty() || !startsAlike || !isInvariant(initial)) {
            return false;
        }
        digits.add(wrapping(counter, initial, last.get(), step.get()));
        ends.add(select.operand(0));
        return true;
    }

    private Digit wrapping(Value counter, Value first, Value last, BigInteger step) {
        IntRange from = forms.ranges().of(first);
        IntRange to = forms.ranges().of(last);
        BigInteger least =
                step.signum() > 0 ? to.min().subtract(from.max()) : from.min().subtract(to.max());
        BigInteger most =
                step.signum() > 0 ? to.max().subtract(from.min()) : from.max().subtract(to.min());
        return new Digit(counter, first, step, values(least, step), Optional.of(values(most, step)));
    }

    private static BigInteger values(BigInteger distance, BigInteger step) {
        return distance.divide(step.abs()).add(BigInteger.ONE).max(BigInteger.ONE);
    }

    private Optional<Value> last(Value counter, Value condition) {
        return compute(condition, Operator.EQ)
                .filter(op -> plain(op.operand(0)) == counter && isInvariant(plain(op.operand(1))))
                .map(op -> op.operand(1));
    }

    private Optional<BigInteger> step(Value counter, Value next) {
        Affine difference = forms.of(next).minus(Affine.of(counter));
        return difference.isConstant() && difference.constant().signum() != 0
                ? Optional.of(difference.constant())
                : Optional.empty();
    }

    /** Whether a condition is the conjunction of all the others. */
    private boolean isAllOf(Value condition, List<Value> conditions) {
        Set<Value> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(conditions);
        return conjuncts(condition, left) && left.isEmpty();
    }

    private boolean conjuncts(Value condition, Set<Value> left) {
        if (left.remove(condition)) {
            return true;
        }
        return compute(condition, Operator.AND)
                .filter(and -> conjuncts(and.operand(0), left) && conjuncts(and.operand(1), left))
                .isPresent();
    }

    private Optional<Op.Compute> selection(Value value) {
        return compute(plain(value), Operator.SELECT);
    }

    private Optional<Op.Compute> compute(Value value, Operator operator) {
        return definitions.compute(value).filter(op -> op.operator() == operator);
    }

    /** The value before casts and promises that do not change it. */
    private Value plain(Value value) {
        Value source = value;
        Optional<Value> before = unchanged(source);
        while (before.isPresent()) {
            source = before.get();
            before = unchanged(source);
        }
        return source;
    }

    private Optional<Value> unchanged(Value value) {
        return switch (definitions.of(value).orElse(null)) {
            case Op.Compute cast
            when cast.operator() == Operator.CAST ->
                Optional.of(cast.operand(0))
                        .filter(before ->
                                forms.ranges().of(before).isWithin(cast.result().intType()));
            case Op.Assume promise ->
                Optional.of(promise.operand())
                        .filter(_ -> IntRange.between(promise.min(), promise.max())
                                .isWithin(promise.result().intType()));
            case null, default -> Optional.empty();
        };
    }
}
