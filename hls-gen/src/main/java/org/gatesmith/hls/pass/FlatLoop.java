package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.dependence.TripCounts;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Builds the one loop of a nest. Each loop of the nest has a level, 0 being the innermost. A value that a level carries has a
 * register; one of an inner level gets its initial value again whenever that level begins anew, and one of an outer level
 * changes only where the levels below have ended. Where an outer loop does nothing with a value but hand it to the inner loop
 * and back, both share a register, and nothing is chosen.
 */
final class FlatLoop {

    /**
     * Operators in a row that fit into a cycle: sums and selects of 32 bits take about 0.8 ns each, and a cycle at 300 MHz leaves
     * 2.4 ns (see the operator library).
     */
    private static final int OPERATORS_IN_CYCLE = 2;

    /** A carried value of the new loop. */
    private static final class Register {
        private final Value parameter;
        private final Value initial;
        private @Nullable Value next;

        Register(Value parameter, Value initial) {
            this.parameter = parameter;
            this.initial = initial;
        }
    }

    /** Limits of one level. */
    private record Limits(Value start, Value last) {}

    private final Flattening target;
    private final LoopNest nest;
    private final Ranges ranges;
    private final Op.For inner;
    private final Span span;
    /** By level. */
    private final List<Op.For> levels;

    private final List<Register> registers = new ArrayList<>();
    private final Map<Value, Register> registerOf = new IdentityHashMap<>();
    private final List<Limits> limits = new ArrayList<>();
    /** By level, whether it and all below are in their first (last) iteration. */
    private final List<Value> first = new ArrayList<>();

    private final List<Value> last = new ArrayList<>();
    /** Values of an inner level, by the value of the level around that shares their register; and the other way round. */
    private final Map<Value, Value> shared = new IdentityHashMap<>();

    private final Map<Value, Value> around = new IdentityHashMap<>();
    /** Branches with what stands beside an inner loop. */
    private final Set<Op> beside = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Registers with what those before an inner loop found. */
    private final List<Value> held = new ArrayList<>();
    /** Constants that are found to be needed in front of the loop while its body is built. */
    private final List<Op> late = new ArrayList<>();

    FlatLoop(Flattening target, LoopNest nest, Ranges ranges) {
        this.target = target;
        this.nest = nest;
        this.ranges = ranges;
        this.inner = nest.innermost();
        this.span = inner.span();
        this.levels = nest.loops().reversed();
        for (int level = 1; level < levels.size(); level++) {
            findShared(levels.get(level), levels.get(level - 1));
        }
    }

    private void findShared(Op.For outer, Op.For within) {
        Map<Value, Integer> uses = new IdentityHashMap<>();
        count(outer.body(), uses);
        Map<Value, Integer> places = LoopNest.places(within.results());
        for (int i = 0; i < outer.carried().size(); i++) {
            Value carried = outer.carried().get(i);
            int place = places.getOrDefault(outer.body().yields().get(i), -1);
            boolean passes = place >= 0
                    && within.initial().get(place) == carried
                    && uses.getOrDefault(carried, 0) == 1
                    && !around.containsKey(within.carried().get(place));
            if (passes) {
                shared.put(carried, within.carried().get(place));
                around.put(within.carried().get(place), carried);
            }
        }
    }

    private static void count(Region region, Map<Value, Integer> uses) {
        for (Op op : region.ops()) {
            op.operands().forEach(value -> uses.merge(value, 1, Integer::sum));
            op.regions().forEach(within -> count(within, uses));
        }
        region.yields().forEach(value -> uses.merge(value, 1, Integer::sum));
    }

    /** Whether a select in front of a value that starts anew in each round would make it come back too late. */
    boolean hasLongRecurrence() {
        for (int i = 0; i < inner.carried().size(); i++) {
            Value carried = inner.carried().get(i);
            if (!around.containsKey(carried)
                    && RecurrenceLength.of(inner.body(), carried, i) + 1
                            > OPERATORS_IN_CYCLE * inner.directives().pipelineInterval()) {
                return true;
            }
        }
        return false;
    }

    /** What has become part of the loop that {@link #build} returned. */
    BesideInner besideInner(Op.For built) {
        Set<Value> counters = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Value> outer = new ArrayList<>(held);
        for (Op.For loop : levels) {
            counters.add(registerOf(loop.counter()).parameter);
            if (loop != inner) {
                loop.carried().stream()
                        .filter(carried -> !shared.containsKey(carried))
                        .forEach(carried -> outer.add(registerOf(carried).parameter));
            }
        }
        return new BesideInner(built, inner, counters, outer, beside);
    }

    // ---- building

    /** Appends what the new loop needs before it, and returns the loop. */
    Op.For build() {
        Value trips = limits();
        IntType type = new IntType(Math.max(2, bits(trips)) + 1, true);
        Value zero = constant(type, 0);
        createRegisters();
        Region body = target.region(this::body);
        late.forEach(target::append);
        List<Value> parameters = new ArrayList<>();
        parameters.add(Value.of(type));
        registers.forEach(register -> parameters.add(register.parameter));
        List<Value> results =
                registers.stream().map(register -> register.parameter.fresh()).toList();
        Map<Value, Value> resultOf = new IdentityHashMap<>();
        for (int place = 0; place < results.size(); place++) {
            resultOf.put(registers.get(place).parameter, results.get(place));
        }
        Op.For outermost = levels.getLast();
        for (int i = 0; i < outermost.carried().size(); i++) {
            Value parameter = registerOf(outermost.carried().get(i)).parameter;
            target.stands(outermost.results().get(i), Objects.requireNonNull(resultOf.get(parameter)));
        }
        return new Op.For(
                results,
                inner.label(),
                zero,
                Operator.LT,
                trips,
                1,
                registers.stream().map(register -> register.initial).toList(),
                new Region(parameters, body.ops(), body.yields()),
                directives(),
                span);
    }

    private int bits(Value trips) {
        return trips.intType().width();
    }

    private LoopDirectives directives() {
        LoopDirectives.@Nullable TripCount all = new LoopDirectives.TripCount(1, 1, 1);
        for (Op.For loop : levels) {
            LoopDirectives.@Nullable TripCount one = loop.directives().tripCount();
            all = all == null || one == null ? null : product(all, one);
        }
        // Iterations of the inner loop that belong to different ones of an outer loop need not be independent.
        boolean parallel = levels.stream().allMatch(loop -> loop.directives().parallel());
        return inner.directives().withParallel(parallel).withTripCount(all);
    }

    private static LoopDirectives.TripCount product(LoopDirectives.TripCount a, LoopDirectives.TripCount b) {
        return new LoopDirectives.TripCount(
                saturating(a.min(), b.min()), saturating(a.max(), b.max()), saturating(a.typical(), b.typical()));
    }

    private static long saturating(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    // ---- before the loop

    /** Computes the limits of every level; returns the number of all iterations. */
    private Value limits() {
        Value all = constant(IntType.I32, 1);
        BigInteger most = BigInteger.ONE;
        for (Op.For loop : levels) {
            Value start = hoisted(loop.lower());
            Value count = trips(loop, start, hoisted(loop.bound()));
            limits.add(new Limits(start, end(loop, start, count)));
            most = most.multiply(LoopNest.mostTrips(loop, ranges));
            all = computed(IntType.holding(BigInteger.ZERO, most), Operator.MUL, all, count);
        }
        return all;
    }

    /** The value in front of the nest. */
    private Value hoisted(Value value) {
        Value now = target.now(value);
        if (!nest.inside().contains(value)) {
            return now;
        }
        Op op = target.definitions().of(value).orElseThrow();
        List<Value> operands = op.operands().stream().map(this::hoisted).toList();
        Value copy = value.fresh();
        target.append(
                op instanceof Op.Compute compute
                        ? new Op.Compute(copy, compute.operator(), operands, compute.span())
                        : Results.replaced(op, List.of(copy)));
        return copy;
    }

    /** {@code max(0, ceil((bound - start) / step))}; the step is a power of two, or all is constant and folds. */
    private Value trips(Op.For loop, Value start, Value bound) {
        Optional<BigInteger> known = TripCounts.constant(loop, target.definitions()::integer);
        if (known.isPresent()) {
            IntType type = IntType.holding(BigInteger.ZERO, known.get());
            Value number = Value.of(type);
            target.append(new Op.Constant(number, new Literal.Int(known.get()), span));
            return number;
        }
        long stride = Math.abs(loop.step());
        boolean up = loop.step() > 0;
        int width = Math.max(start.intType().width(), bound.intType().width()) + 2;
        IntType type = new IntType(Math.max(width, Long.SIZE - Long.numberOfLeadingZeros(stride) + 2), true);
        Value distance = computed(type, Operator.SUB, up ? bound : start, up ? start : bound);
        Value rounded = computed(
                type, Operator.ADD, distance, constant(type, TripCounts.isInclusive(loop) ? stride : stride - 1));
        Value quotient =
                computed(type, Operator.SHR, rounded, constant(IntType.I32, Long.numberOfTrailingZeros(stride)));
        return computed(
                IntType.holding(BigInteger.ZERO, LoopNest.mostTrips(loop, ranges)),
                Operator.MAX,
                quotient,
                constant(type, 0));
    }

    /** The counter's value in the last iteration. */
    private Value end(Op.For loop, Value start, Value count) {
        IntType type = loop.counter().intType();
        IntType wide = new IntType(
                Math.max(type.width(), count.intType().width())
                        + Long.SIZE
                        - Long.numberOfLeadingZeros(Math.abs(loop.step()))
                        + 2,
                true);
        Value steps = computed(wide, Operator.SUB, count, constant(IntType.I32, 1));
        Value way = computed(wide, Operator.MUL, steps, constant(IntType.I64, loop.step()));
        return computed(type, Operator.ADD, start, way);
    }

    // ---- registers

    private void createRegisters() {
        for (int level = levels.size() - 1; level >= 0; level--) {
            Op.For loop = levels.get(level);
            register(loop.counter(), limits.get(level).start());
            for (int i = 0; i < loop.carried().size(); i++) {
                Value carried = loop.carried().get(i);
                Value sharer = around.get(carried);
                if (sharer != null) {
                    registerOf.put(carried, registerOf(sharer));
                } else {
                    boolean outermost = level == levels.size() - 1;
                    register(carried, outermost ? target.now(loop.initial().get(i)) : zero(carried));
                }
            }
        }
    }

    private Register register(Value value, Value initial) {
        Register register = new Register(value.fresh(), initial);
        registers.add(register);
        registerOf.put(value, register);
        return register;
    }

    private Register registerOf(Value value) {
        return Objects.requireNonNull(registerOf.get(value));
    }

    private Value zero(Value like) {
        Value zero = Value.of(like.type());
        target.append(new Op.Constant(zero, Promotion.zero(like.scalarType()), span));
        return zero;
    }

    // ---- the body

    /** Appends the body; returns what the registers take. */
    private List<Value> body() {
        count();
        level(levels.size() - 1);
        return registers.stream()
                .map(register -> Objects.requireNonNull(register.next))
                .toList();
    }

    /** The counters: where they are, where they go. */
    private void count() {
        @Nullable Value atFirst = null;
        @Nullable Value atLast = null;
        for (int level = 0; level < levels.size(); level++) {
            Op.For loop = levels.get(level);
            Limits limit = limits.get(level);
            Register register = registerOf(loop.counter());
            Value counter = promised(loop, register.parameter);
            target.stands(loop.counter(), counter);
            Value starts = computed(IntType.BOOL, Operator.EQ, counter, limit.start());
            Value ends = computed(IntType.BOOL, Operator.EQ, counter, limit.last());
            Value step = computed(counter.intType(), Operator.ADD, counter, constant(IntType.I64, loop.step()));
            boolean outermost = level == levels.size() - 1;
            Value counted = outermost ? step : computed(counter.intType(), Operator.SELECT, ends, limit.start(), step);
            register.next =
                    atLast == null ? counted : computed(counter.intType(), Operator.SELECT, atLast, counted, counter);
            atFirst = atFirst == null ? starts : computed(IntType.BOOL, Operator.AND, atFirst, starts);
            atLast = atLast == null ? ends : computed(IntType.BOOL, Operator.AND, atLast, ends);
            first.add(atFirst);
            last.add(atLast);
        }
    }

    /** The counter with the limits that it had in the nest; analyses cannot see them in the digits. */
    private Value promised(Op.For loop, Value counter) {
        IntRange range = ranges.of(loop.counter());
        if (range.isEmpty()) {
            return counter;
        }
        String name = counter.name() == null ? loop.label() : counter.name();
        Value promised = counter.fresh();
        target.append(new Op.Assume(promised, counter, range.min(), range.max(), name, loop.span()));
        return promised;
    }

    /** One iteration of a level; what it carries on goes to its registers. Returns what it hands on when it has ended. */
    private List<Value> level(int level) {
        Op.For loop = levels.get(level);
        if (level == 0) {
            loop.body().ops().forEach(target::rewrite);
            List<Value> next = now(loop.body().yields());
            for (int i = 0; i < next.size(); i++) {
                registerOf(loop.carried().get(i)).next = next.get(i);
            }
            return next;
        }
        Op.For within = levels.get(level - 1);
        int place = loop.body().ops().indexOf(within);
        if (level == levels.size() - 1) {
            loop.carried().forEach(value -> target.stands(value, registerOf(value).parameter));
        }
        loop.body().ops().subList(0, place).forEach(op -> before(op, first.get(level - 1)));
        enter(within, first.get(level - 1));
        List<Value> handed = level(level - 1);
        for (int i = 0; i < handed.size(); i++) {
            target.stands(within.results().get(i), handed.get(i));
        }
        return after(
                loop, loop.body().ops().subList(place + 1, loop.body().ops().size()), last.get(level - 1));
    }

    private List<Value> now(List<Value> values) {
        return values.stream().map(target::now).toList();
    }

    /** Carried values of a level that begins anew where {@code begins} holds. */
    private void enter(Op.For within, Value begins) {
        for (int i = 0; i < within.carried().size(); i++) {
            Value carried = within.carried().get(i);
            Value register = registerOf(carried).parameter;
            Value sharer = around.get(carried);
            Value current = sharer != null
                    ? target.now(sharer)
                    : computed(
                            carried.scalarType(),
                            Operator.SELECT,
                            begins,
                            target.now(within.initial().get(i)),
                            register);
            target.stands(carried, current);
        }
    }

    /** An operation before an inner loop. Its result must still be there in the iterations after the first. */
    private void before(Op op, Value begins) {
        if (LoopNest.isPure(op)) {
            target.rewrite(op);
            return;
        }
        List<Value> otherwise = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (Value result : op.results()) {
            Register register = register(result, outside(result.scalarType()));
            otherwise.add(register.parameter);
            Value current = result.fresh();
            register.next = current;
            results.add(current);
        }
        Region then = target.region(() -> {
            target.rewrite(op);
            return now(op.results());
        });
        held.addAll(otherwise);
        appendBeside(new Op.If(results, begins, then, new Region(List.of(), List.of(), otherwise), op.span()));
        for (int i = 0; i < results.size(); i++) {
            target.stands(op.results().get(i), results.get(i));
        }
    }

    /** The operations after an inner loop, which run where it ends, and what the loop carries on. */
    private List<Value> after(Op.For loop, List<Op> ops, Value ends) {
        List<Value> current = now(loop.carried());
        List<Value> next = new ArrayList<>();
        if (ops.isEmpty()) {
            for (int i = 0; i < current.size(); i++) {
                next.add(next(loop, i, ends, current.get(i)));
            }
        } else {
            Region then = target.region(() -> {
                ops.forEach(target::rewrite);
                return now(loop.body().yields());
            });
            current.forEach(value -> next.add(value.fresh()));
            appendBeside(new Op.If(next, ends, then, new Region(List.of(), List.of(), current), loop.span()));
        }
        for (int i = 0; i < next.size(); i++) {
            Value carried = loop.carried().get(i);
            if (!shared.containsKey(carried)) {
                registerOf(carried).next = next.get(i);
            }
        }
        return next;
    }

    private void appendBeside(Op.If branch) {
        beside.add(branch);
        target.append(branch);
    }

    private Value next(Op.For loop, int place, Value ends, Value current) {
        Value handed = target.now(loop.body().yields().get(place));
        return shared.containsKey(loop.carried().get(place))
                ? handed
                : computed(current.scalarType(), Operator.SELECT, ends, handed, current);
    }

    private Value outside(ScalarType type) {
        Value zero = Value.of(type);
        late.add(new Op.Constant(zero, Promotion.zero(type), span));
        return zero;
    }

    // ---- operations

    private Value constant(ScalarType type, long number) {
        Value result = Value.of(type);
        target.append(new Op.Constant(result, Literal.Int.of(number), span));
        return result;
    }

    private Value computed(ScalarType type, Operator operator, Value... operands) {
        Value result = Value.of(type);
        target.append(new Op.Compute(result, operator, List.of(operands), span));
        return result;
    }
}
