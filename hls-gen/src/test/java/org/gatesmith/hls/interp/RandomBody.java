package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Makes the body of one random function. */
final class RandomBody {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_TRIPS = 5;

    /** Elements of every port that are written at the end. */
    private static final int RESULTS = 4;

    private static final List<String> NAMES = List.of("a", "acc", "sum", "p.x", "t");

    private static final List<Operator> INTEGER = operators(Operator.Kind.INTEGER);
    private static final List<Operator> COMPARISONS = operators(Operator.Kind.COMPARISON);
    private static final List<Operator> FLOAT = operators(Operator.Kind.FLOAT);
    private static final List<Operator> FLOAT_COMPARISONS = operators(Operator.Kind.FLOAT_COMPARISON);

    private final Random random;
    private final RandomTypes types;
    private final String function;
    private final List<Table> tables;
    private final List<Function> callees;

    private final List<Value> visible = new ArrayList<>();
    /** Loop counters that stay from 0 to {@link #MAX_TRIPS} - 1. */
    private final List<Value> counters = new ArrayList<>();

    private List<Op> ops = new ArrayList<>();
    private int depth;
    private int loops;
    private int line = 1;

    RandomBody(RandomTypes types, String function, List<Table> tables, List<Function> callees) {
        this.random = types.random();
        this.types = types;
        this.function = function;
        this.tables = tables;
        this.callees = callees;
    }

    private static List<Operator> operators(Operator.Kind kind) {
        return Arrays.stream(Operator.values()).filter(o -> o.kind() == kind).toList();
    }

    /** The whole body: a memory or two, statements, and results of the given types. */
    Region function(List<Value> parameters, List<ScalarType> results, int statements) {
        visible.addAll(parameters);
        parameters.stream().filter(p -> "n".equals(p.name())).forEach(this::promise);
        tables.forEach(table -> define(new Op.TableRef(Value.named(table.type(), table.name()), table.name(), span())));
        newArray();
        for (int i = 0; i < statements; i++) {
            statement();
        }
        storeResults(parameters);
        List<Value> yields = results.stream().map(this::number).toList();
        return new Region(parameters, ops, yields);
    }

    /** The parameter n is small; its contract says so. */
    private void promise(Value n) {
        Value small = Value.named(IntType.I32, "n");
        define(new Op.Assume(small, n, BigInteger.ZERO, BigInteger.valueOf(RandomProgram.MAX_N), "n", span()));
        visible.remove(n);
    }

    /** Without these nearly everything would be dead code. */
    private void storeResults(List<Value> parameters) {
        for (Value port : parameters) {
            if (port.type() instanceof PortType type && !"small".equals(port.name())) {
                for (int i = 0; i < RESULTS; i++) {
                    Value index = hiddenConstant(IntType.I32, i);
                    Value value = type.element() instanceof IntType ? integer() : real(type.element());
                    ops.add(new Op.Store(port, List.of(index), value, span()));
                }
            }
        }
    }

    private void statement() {
        switch (random.nextInt(depth < MAX_DEPTH ? 20 : 14)) {
            case 0, 1, 2, 3, 4 -> integerOperation();
            case 5, 6 -> floatOperation();
            case 7 -> condition();
            case 8, 9 -> load(memory());
            case 10, 11 -> store(memory());
            case 12 -> constant(types.integer());
            case 13 -> call();
            case 14 -> newArray();
            case 15, 16 -> branch();
            case 17, 18 -> counted();
            default -> loop();
        }
    }

    // ---- values

    private Value define(Op op) {
        ops.add(op);
        visible.addAll(op.results());
        return op.results().getFirst();
    }

    private Span span() {
        return random.nextInt(4) == 0 ? Span.NONE : new Span("Random.java", line, 5, line++, 9);
    }

    private Value fresh(Type type) {
        return Value.named(type, random.nextBoolean() ? null : NAMES.get(random.nextInt(NAMES.size())));
    }

    private Value compute(Operator operator, ScalarType type, Value... operands) {
        return define(new Op.Compute(fresh(type), operator, List.of(operands), span()));
    }

    private Value constant(ScalarType type) {
        Literal literal = switch (type) {
            case IntType integer -> new Literal.Int(integer.wrap(BigInteger.valueOf(RandomPrograms.integer(random))));
            case FloatType.F32 -> Literal.F32.of((float) RandomPrograms.real(random));
            case FloatType.F64 -> Literal.F64.of(RandomPrograms.real(random));
        };
        return define(new Op.Constant(fresh(type), literal, span()));
    }

    private Value constant(IntType type, long value) {
        return define(new Op.Constant(fresh(type), Literal.Int.of(value), span()));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Any integer, the latest ones more often. */
    private Value integer() {
        List<Value> integers =
                visible.stream().filter(v -> v.type() instanceof IntType).toList();
        if (integers.isEmpty() || random.nextInt(10) == 0) {
            return constant(types.integer());
        }
        return random.nextBoolean()
                ? pick(integers)
                : pick(integers.subList(Math.max(0, integers.size() - 6), integers.size()));
    }

    private Value real(ScalarType type) {
        List<Value> reals = visible.stream().filter(v -> v.type() == type).toList();
        return reals.isEmpty() || random.nextInt(6) == 0 ? constant(type) : pick(reals);
    }

    private Value number(ScalarType type) {
        return type instanceof IntType integer ? integer(integer) : real(type);
    }

    /** An integer of exactly this type. */
    private Value integer(IntType type) {
        List<Value> suitable =
                visible.stream().filter(v -> v.type().equals(type)).toList();
        return suitable.isEmpty() || random.nextInt(4) == 0 ? compute(Operator.CAST, type, integer()) : pick(suitable);
    }

    // ---- operators

    private void integerOperation() {
        Operator operator = pick(INTEGER);
        IntType type = types.integer();
        switch (operator) {
            case DIV, REM -> compute(operator, type, integer(), odd());
            case SHL, SHR -> compute(operator, type, integer(), masked(integer(), 63));
            default -> {
                if (operator.arity() == 1) {
                    compute(operator, type, integer());
                } else {
                    compute(operator, type, integer(), integer());
                }
            }
        }
    }

    private Value odd() {
        Value divisor = integer();
        return hidden(compute(Operator.OR, divisor.intType(), divisor, hiddenConstant(IntType.BOOL, 1)));
    }

    /** Keeps a value that only makes another one safe from turning up everywhere. */
    private Value hidden(Value value) {
        visible.remove(value);
        return value;
    }

    private Value hiddenConstant(IntType type, long value) {
        return hidden(constant(type, value));
    }

    /** The value modulo a power of two, in a type that may be wider than necessary. */
    private Value masked(Value value, int mask) {
        int spare = random.nextInt(3);
        IntType type = new IntType(Integer.SIZE - Integer.numberOfLeadingZeros(mask) + spare, false);
        return hidden(compute(Operator.AND, type, value, hiddenConstant(new IntType(8, false), mask)));
    }

    private void condition() {
        switch (random.nextInt(4)) {
            case 0, 1 -> compute(pick(COMPARISONS), IntType.BOOL, integer(), integer());
            case 2 -> floatCondition();
            default -> {
                ScalarType type = random.nextBoolean() || !types.floats() ? types.integer() : types.real();
                Value first = type instanceof IntType ? integer() : real(type);
                Value second = type instanceof IntType ? integer() : real(type);
                compute(Operator.SELECT, type, integer(IntType.BOOL), first, second);
            }
        }
    }

    private void floatCondition() {
        if (!types.floats()) {
            compute(pick(COMPARISONS), IntType.BOOL, integer(), integer());
            return;
        }
        FloatType type = types.real();
        compute(pick(FLOAT_COMPARISONS), IntType.BOOL, real(type), real(type));
    }

    private void floatOperation() {
        if (!types.floats()) {
            integerOperation();
            return;
        }
        FloatType type = types.real();
        switch (random.nextInt(8)) {
            case 0 -> compute(Operator.INT_TO_FLOAT, type, integer());
            case 1 -> compute(Operator.FLOAT_TO_INT32, types.integer(), real(type));
            case 2 -> compute(Operator.FLOAT_TO_INT64, types.integer(), real(type));
            case 3 -> compute(Operator.FLOAT_CONVERT, types.real(), real(type));
            case 4 -> bits(type);
            default -> {
                Operator operator = pick(FLOAT);
                Value[] operands = new Value[operator.arity()];
                Arrays.setAll(operands, i -> real(type));
                compute(operator, type, operands);
            }
        }
    }

    /** Bits of numbers only: which NaN an operator returns is not defined. */
    private void bits(FloatType type) {
        if (random.nextBoolean()) {
            compute(Operator.BITS_TO_FLOAT, type, integer());
            return;
        }
        Value number = real(type);
        Value isNumber = compute(Operator.FEQ, IntType.BOOL, number, number);
        Value bits = hidden(compute(Operator.FLOAT_TO_BITS, types.integer(), number));
        compute(Operator.SELECT, bits.intType(), isNumber, bits, hiddenConstant(IntType.BOOL, 0));
    }

    private void call() {
        if (callees.isEmpty()) {
            integerOperation();
            return;
        }
        Function callee = pick(callees);
        List<Value> operands = new ArrayList<>();
        for (Value parameter : callee.parameters()) {
            operands.add(parameter.type() instanceof ScalarType scalar ? number(scalar) : withType(parameter.type()));
        }
        List<Value> results =
                callee.body().yields().stream().map(v -> fresh(v.type())).toList();
        define(new Op.Call(results, callee.name(), operands, span()));
    }

    private Value withType(Type type) {
        return pick(visible.stream().filter(v -> v.type().equals(type)).toList());
    }

    // ---- memory

    private Value memory() {
        List<Value> memories = visible.stream()
                .filter(v -> v.type() instanceof ArrayType || v.type() instanceof PortType)
                .toList();
        return pick(memories);
    }

    private void newArray() {
        ScalarType element = types.number(4);
        List<Integer> extents = random.nextBoolean() ? List.of(8) : List.of(MAX_TRIPS, 4);
        ArrayType type = new ArrayType(element, extents);
        boolean zeroed = random.nextBoolean();
        Value array = define(new Op.AllocArray(fresh(type), zeroed, ArrayDirectives.NONE, span()));
        if (!zeroed) {
            fill(array, type, new ArrayList<>());
        }
    }

    /** A nest of loops that writes every element. */
    private void fill(Value array, ArrayType type, List<Value> indices) {
        if (indices.size() == type.rank()) {
            ops.add(new Op.Store(array, indices, number(type.element()), span()));
            return;
        }
        Value zero = hiddenConstant(IntType.I32, 0);
        Value extent = hiddenConstant(IntType.I32, type.extents().get(indices.size()));
        Value counter = Value.named(IntType.I32, "i");
        Region body = region(List.of(counter), () -> {
            indices.add(counter);
            fill(array, type, indices);
            return List.of();
        });
        ops.add(loop(List.of(), zero, Operator.LT, extent, 1, List.of(), body));
    }

    private void load(Value memory) {
        List<Value> indices = indices(memory.type());
        define(new Op.Load(fresh(element(memory.type())), memory, indices, span()));
    }

    private void store(Value memory) {
        if ("small".equals(memory.name()) || isTable(memory)) {
            load(memory);
            return;
        }
        ScalarType element = element(memory.type());
        Value value = element instanceof IntType ? integer() : real(element);
        ops.add(new Op.Store(memory, indices(memory.type()), value, span()));
    }

    private boolean isTable(Value memory) {
        return tables.stream().anyMatch(table -> table.name().equals(memory.name()));
    }

    private static ScalarType element(Type memory) {
        return memory instanceof ArrayType array ? array.element() : ((PortType) memory).element();
    }

    private List<Value> indices(Type memory) {
        return memory instanceof ArrayType array
                ? array.extents().stream().map(this::index).toList()
                : List.of(index(RandomPrograms.PORT_SIZE));
    }

    private Value index(int extent) {
        List<Value> usable = counters.stream().filter(visible::contains).toList();
        if (extent >= MAX_TRIPS && !usable.isEmpty() && random.nextBoolean()) {
            return pick(usable);
        }
        if (Integer.bitCount(extent) == 1) {
            return masked(integer(), extent - 1);
        }
        Value positive = hidden(compute(Operator.CAST, new IntType(16, false), integer()));
        return hidden(compute(Operator.REM, IntType.I32, positive, hiddenConstant(IntType.I32, extent)));
    }

    // ---- control

    /** A region with its own scope. */
    private Region region(List<Value> parameters, Supplier<List<Value>> content) {
        List<Op> outer = ops;
        List<Value> before = List.copyOf(visible);
        ops = new ArrayList<>();
        depth++;
        visible.addAll(parameters);
        List<Value> yields = content.get();
        Region region = new Region(parameters, ops, yields);
        depth--;
        ops = outer;
        visible.clear();
        visible.addAll(before);
        return region;
    }

    private void statements() {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            statement();
        }
    }

    private List<ScalarType> resultTypes() {
        List<ScalarType> results = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            results.add(types.number(3));
        }
        return results;
    }

    private List<Value> numbers(List<ScalarType> wanted) {
        return wanted.stream().map(this::number).toList();
    }

    private List<Value> freshValues(List<ScalarType> wanted) {
        return wanted.stream().map(this::fresh).toList();
    }

    private void branch() {
        Value condition = integer(IntType.BOOL);
        List<ScalarType> results = resultTypes();
        Region then = region(List.of(), () -> {
            statements();
            return numbers(results);
        });
        boolean oneSided = results.isEmpty() && random.nextBoolean();
        Region otherwise = oneSided
                ? Region.EMPTY
                : region(List.of(), () -> {
                    statements();
                    return numbers(results);
                });
        Op.If branch = new Op.If(freshValues(results), condition, then, otherwise, span());
        ops.add(branch);
        visible.addAll(branch.results());
    }

    private void counted() {
        List<ScalarType> carriedTypes = resultTypes();
        List<Value> initial = numbers(carriedTypes);
        boolean up = random.nextInt(3) > 0;
        IntType counterType = random.nextBoolean() ? IntType.I32 : new IntType(5 + random.nextInt(12), true);
        Value low = constant(counterType, random.nextInt(2));
        Value high = up && random.nextInt(3) == 0 ? smallBound() : constant(counterType, random.nextInt(MAX_TRIPS + 1));
        Value counter = Value.named(counterType, "i");
        boolean indexes = up && high.intType().equals(counterType) && !"n".equals(high.name());
        Region body = region(joined(counter, freshValues(carriedTypes)), () -> {
            if (indexes) {
                counters.add(counter);
            }
            statements();
            return numbers(carriedTypes);
        });
        long step = random.nextInt(1, 4);
        Op.For loop = up
                ? loop(freshValues(carriedTypes), low, Operator.LT, high, step, initial, body)
                : loop(freshValues(carriedTypes), high, Operator.GE, low, -step, initial, body);
        ops.add(loop);
        visible.addAll(loop.results());
    }

    /** The kernel's parameter n where there is one: a trip count that is not constant. */
    private Value smallBound() {
        return visible.stream().filter(v -> "n".equals(v.name())).findFirst().orElseGet(() -> masked(integer(), 3));
    }

    private static List<Value> joined(Value first, List<Value> rest) {
        List<Value> all = new ArrayList<>(rest);
        all.addFirst(first);
        return all;
    }

    private Op.For loop(
            List<Value> results,
            Value lower,
            Operator relation,
            Value bound,
            long step,
            List<Value> initial,
            Region body) {
        return new Op.For(results, label(), lower, relation, bound, step, initial, body, directives(), span());
    }

    private String label() {
        return function + ".l" + loops++;
    }

    private LoopDirectives directives() {
        return switch (random.nextInt(4)) {
            case 0 -> new LoopDirectives(1 + random.nextInt(3), 1, false, false, null);
            case 1 -> new LoopDirectives(0, 2, false, false, new LoopDirectives.TripCount(0, 9, 4));
            default -> LoopDirectives.NONE;
        };
    }

    /** A loop on a condition; a counter that falls to zero ends it. Half of them are do-while loops. */
    private void loop() {
        boolean testsLast = random.nextBoolean();
        List<ScalarType> carriedTypes = resultTypes();
        List<Value> initial = joined(constant(IntType.I8, random.nextInt(MAX_TRIPS)), numbers(carriedTypes));
        List<Value> carried = joined(Value.named(IntType.I8, "fuel"), freshValues(carriedTypes));
        Region before = region(carried, () -> {
            statements();
            Value fuel = testsLast ? less(carried.getFirst()) : carried.getFirst();
            Value left = compute(Operator.GT, IntType.BOOL, fuel, hiddenConstant(IntType.I8, 0));
            Value condition = compute(Operator.AND, IntType.BOOL, left, testsLast ? left : likely());
            return joined(condition, joined(fuel, numbers(carriedTypes)));
        });
        List<Value> inside = joined(Value.named(IntType.I8, "fuel"), freshValues(carriedTypes));
        Region body = region(inside, () -> {
            if (testsLast) {
                return inside;
            }
            statements();
            return joined(less(inside.getFirst()), numbers(carriedTypes));
        });
        List<Value> results = joined(Value.named(IntType.I8, "fuel"), freshValues(carriedTypes));
        ops.add(new Op.While(results, label(), initial, before, body, directives(), span()));
        visible.addAll(results);
    }

    private Value less(Value fuel) {
        return compute(Operator.SUB, IntType.I8, fuel, hiddenConstant(IntType.I8, 1));
    }

    private Value likely() {
        return compute(Operator.OR, IntType.BOOL, integer(IntType.BOOL), integer(IntType.BOOL));
    }
}
