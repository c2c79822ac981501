package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Programs of nested loops that count, build up sums and leave early, in types so narrow that many of them wrap around: what the
 * analysis of loops must get right. They have the parameters of {@link org.gatesmith.hls.interp.RandomPrograms}.
 */
public final class RandomLoops {

    private static final List<Operator> RELATIONS =
            List.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.NE, Operator.EQ);

    private final Random random;
    private final List<Value> visible = new ArrayList<>();
    private List<Op> ops = new ArrayList<>();
    private int loops;

    private RandomLoops(Random random) {
        this.random = random;
    }

    public static Program program(long seed) {
        return new RandomLoops(new Random(seed)).build();
    }

    private Program build() {
        Value out = Value.named(PortType.of(IntType.I64), "out");
        Value n = Value.named(IntType.I32, "n");
        Value x = Value.named(IntType.I64, "x");
        Value small =
                define(new Op.Assume(Value.of(IntType.I32), n, BigInteger.ZERO, BigInteger.valueOf(6), "n", Span.NONE));
        visible.add(small);
        visible.add(compute(Operator.AND, type(), x, constant(IntType.I64, 7)));
        visible.add(constant(type(), random.nextInt(4)));
        for (int i = 0; i < 3; i++) {
            loop(0);
        }
        for (int i = 0; i < 4; i++) {
            ops.add(new Op.Store(out, List.of(constant(IntType.I32, i)), pick(), Span.NONE));
        }
        Region body = new Region(List.of(out, n, x), ops, List.of());
        return new Program(
                List.of(),
                List.of(new Function("kernel", body, Function.Style.SEQUENTIAL, Function.Inlining.INLINE, Span.NONE)));
    }

    private IntType type() {
        return new IntType(4 + random.nextInt(12), random.nextInt(3) > 0);
    }

    private Value pick() {
        return visible.get(random.nextInt(visible.size()));
    }

    private Value define(Op op) {
        ops.add(op);
        return op.results().getFirst();
    }

    private Value constant(IntType type, long value) {
        BigInteger wrapped = type.wrap(BigInteger.valueOf(value));
        return define(new Op.Constant(Value.of(type), new Literal.Int(wrapped), Span.NONE));
    }

    private Value compute(Operator operator, IntType type, Value... operands) {
        return define(new Op.Compute(Value.of(type), operator, List.of(operands), Span.NONE));
    }

    private Value cast(Value value, IntType type) {
        return value.type().equals(type) ? value : compute(Operator.CAST, type, value);
    }

    private Value condition() {
        Value condition = compute(RELATIONS.get(random.nextInt(RELATIONS.size())), IntType.BOOL, pick(), limit());
        return random.nextInt(3) > 0
                ? condition
                : compute(
                        random.nextBoolean() ? Operator.AND : Operator.OR,
                        IntType.BOOL,
                        condition,
                        compute(Operator.LT, IntType.BOOL, pick(), limit()));
    }

    private Value limit() {
        return random.nextBoolean() ? constant(IntType.I16, random.nextInt(24) - 4) : pick();
    }

    private void statement(int depth) {
        switch (random.nextInt(depth < 2 ? 8 : 6)) {
            case 0, 1 -> visible.add(compute(Operator.ADD, type(), pick(), step()));
            case 2 -> visible.add(compute(Operator.SUB, type(), pick(), step()));
            case 3 -> visible.add(compute(Operator.SELECT, type(), condition(), pick(), pick()));
            case 4 -> branch(depth);
            case 5 -> visible.add(compute(random.nextBoolean() ? Operator.MIN : Operator.MAX, type(), pick(), limit()));
            default -> loop(depth + 1);
        }
    }

    private Value step() {
        return random.nextInt(3) > 0 ? constant(IntType.I8, random.nextInt(7) - 2) : pick();
    }

    private Region region(List<Value> parameters, java.util.function.Supplier<List<Value>> content) {
        List<Op> outer = ops;
        List<Value> before = List.copyOf(visible);
        ops = new ArrayList<>();
        visible.addAll(parameters);
        List<Value> yields = content.get();
        Region region = new Region(parameters, ops, yields);
        ops = outer;
        visible.clear();
        visible.addAll(before);
        return region;
    }

    private void branch(int depth) {
        Value condition = condition();
        IntType type = type();
        Region first = region(List.of(), () -> yields(depth, type));
        Region second = region(List.of(), () -> yields(depth, type));
        visible.add(define(new Op.If(List.of(Value.of(type)), condition, first, second, Span.NONE)));
    }

    private List<Value> yields(int depth, IntType type) {
        statement(depth);
        return List.of(cast(pick(), type));
    }

    private void loop(int depth) {
        if (random.nextBoolean()) {
            counted(depth);
        } else {
            conditional(depth);
        }
    }

    /** The next value of something carried: usually a small step away. */
    private Value next(Value carried) {
        return switch (random.nextInt(5)) {
            case 0 -> cast(pick(), carried.intType());
            case 1 ->
                compute(
                        Operator.SELECT,
                        carried.intType(),
                        condition(),
                        compute(Operator.ADD, carried.intType(), carried, step()),
                        carried);
            default -> compute(random.nextInt(4) > 0 ? Operator.ADD : Operator.SUB, carried.intType(), carried, step());
        };
    }

    private void counted(int depth) {
        boolean up = random.nextInt(3) > 0;
        IntType type = new IntType(6 + random.nextInt(6), true);
        Value low = constant(type, random.nextInt(3));
        Value high = random.nextBoolean()
                ? constant(type, random.nextInt(9))
                : compute(Operator.AND, type, pick(), constant(IntType.I8, 7));
        IntType carriedType = type();
        Value counter = Value.named(type, "i");
        Value carried = Value.named(carriedType, "sum");
        Value initial = cast(pick(), carriedType);
        Region body = region(List.of(counter, carried), () -> {
            statement(depth);
            statement(depth);
            return List.of(next(carried));
        });
        Operator relation = up
                ? (random.nextBoolean() ? Operator.LT : Operator.LE)
                : (random.nextBoolean() ? Operator.GT : Operator.GE);
        long step = random.nextInt(1, 4);
        visible.add(define(new Op.For(
                List.of(Value.of(carriedType)),
                "l" + loops++,
                up ? low : high,
                relation,
                up ? high : low,
                up ? step : -step,
                List.of(initial),
                body,
                LoopDirectives.NONE,
                Span.NONE)));
    }

    /** Ends after a few iterations at the latest; the analysis may find out why, or not. */
    private void conditional(int depth) {
        IntType fuelType = new IntType(5 + random.nextInt(8), random.nextBoolean());
        IntType carriedType = type();
        boolean down = random.nextBoolean();
        long fuel = random.nextInt(8);
        Value limit = constant(fuelType, down ? 0 : fuel);
        List<Value> initial = List.of(constant(fuelType, down ? fuel : 0), cast(pick(), carriedType));
        List<Value> carried = List.of(Value.named(fuelType, "fuel"), Value.named(carriedType, "sum"));
        Region before = region(carried, () -> {
            Value left = compute(down ? Operator.GT : Operator.LT, IntType.BOOL, carried.getFirst(), limit);
            Value condition = random.nextBoolean() ? left : compute(Operator.AND, IntType.BOOL, condition(), left);
            Value forwarded = random.nextInt(3) > 0 ? carried.getLast() : next(carried.getLast());
            return List.of(condition, carried.getFirst(), forwarded);
        });
        List<Value> inside = carried.stream().map(Value::fresh).toList();
        Region body = region(inside, () -> {
            statement(depth);
            Value one = constant(IntType.I8, 1 + random.nextInt(2));
            Value less = compute(
                    down ? Operator.SUB : Operator.ADD,
                    fuelType,
                    inside.getFirst(),
                    down ? constant(IntType.I8, 1) : one);
            return List.of(less, next(inside.getLast()));
        });
        List<Value> results = carried.stream().map(Value::fresh).toList();
        ops.add(new Op.While(results, "l" + loops++, initial, before, body, LoopDirectives.NONE, Span.NONE));
        visible.addAll(results);
    }
}
