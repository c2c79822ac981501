package org.gatesmith.hls.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusiveConditionsTest {

    private static final List<Operator> NUMBERS = List.of(
            Operator.ADD,
            Operator.ADD,
            Operator.SUB,
            Operator.MUL,
            Operator.AND,
            Operator.AND,
            Operator.CAST,
            Operator.SHL);

    private static final List<Operator> CONDITIONS =
            List.of(Operator.EQ, Operator.EQ, Operator.NE, Operator.LT, Operator.AND, Operator.OR, Operator.NOT);

    // ---- what is found

    private static boolean exclude(String ops, String first, String second) {
        Program program = IrText.parse("""
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32, %m: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %2: i32 = const 2
                    %3: i32 = const 3
                    OPS
                    store %out[%0] = %0
                }
                """.replace("OPS", ops.replace(";", "\n")));
        Function function = program.top();
        return MemoryAnalysis.of(program).exclude(function, named(function, first), named(function, second));
    }

    private static Value named(Function function, String name) {
        return function.body().ops().stream()
                .flatMap(op -> op.results().stream())
                .filter(value -> name.equals(value.name()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "'%a: u1 = eq %n, %1; %b: u1 = eq %n, %2', true",
        "'%a: u1 = lt %n, %m; %b: u1 = not %a', true",
        "'%a: u1 = eq %n, %m; %b: u1 = ne %n, %m', true",
        "'%a: u1 = lt %n, %m; %b: u1 = gt %n, %m', false",
        // banks of neighbours
        "'%p: u2 = and %n, %3; %a: u1 = eq %p, %1; %x: i32 = add %n, %1; %q: u2 = and %x, %3; %b: u1 = eq %q, %1', true",
        "'%p: u2 = and %n, %3; %a: u1 = eq %p, %1; %x: i32 = add %n, %1; %q: u2 = and %x, %3; %b: u1 = eq %q, %2', false",
        // two banks, whose number is a condition itself
        "'%a: u1 = and %n, %1; %x: i32 = add %n, %1; %b: u1 = and %x, %1', true",
        "'%a: u1 = and %n, %1; %x: i32 = add %n, %2; %b: u1 = and %x, %1', false",
        // each with another condition
        "'%p: u1 = eq %n, %1; %q: u1 = eq %n, %2; %r: u1 = lt %m, %3; %a: u1 = and %p, %r; %b: u1 = and %q, %r', true",
        "'%p: u1 = eq %n, %1; %q: u1 = eq %n, %2; %r: u1 = lt %m, %3; %a: u1 = or %p, %r; %b: u1 = or %q, %r', false",
        "'%p: u1 = lt %n, %1; %q: u1 = lt %m, %2; %o: u1 = or %p, %q; %a: u1 = not %o; %b: u1 = and %p, %q', true"
    })
    void isFound(String ops, boolean excluded) {
        assertThat(exclude(ops, "a", "b")).isEqualTo(excluded);
        assertThat(exclude(ops, "b", "a")).isEqualTo(excluded);
    }

    // ---- what is found is so

    /** Random operations on two numbers of four bits, all of whose values are tried. */
    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void conditionsThatExcludeEachOtherAreNeverBothTrue(@ForAll long seed) {
        Random random = new Random(seed);
        List<Value> numbers = new ArrayList<>(List.of(Value.of(new IntType(4, false)), Value.of(new IntType(4, true))));
        List<Value> inputs = List.copyOf(numbers);
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Value number = Value.of(IntType.I32);
            ops.add(new Op.Constant(number, Literal.Int.of(random.nextInt(5)), Span.NONE));
            numbers.add(number);
        }
        for (int i = 0; i < 8; i++) {
            numbers.add(compute(
                    random, NUMBERS, numbers, numbers, new IntType(1 + random.nextInt(6), random.nextBoolean()), ops));
        }
        List<Value> conditions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Operator> operators = i < 5 ? CONDITIONS.subList(0, 4) : CONDITIONS;
            conditions.add(compute(random, operators, numbers, conditions, IntType.BOOL, ops));
        }
        Function function = new Function(
                "kernel",
                new Region(inputs, ops, List.of()),
                Function.Style.SEQUENTIAL,
                Function.Inlining.INLINE,
                Span.NONE);
        MemoryAnalysis analysis = MemoryAnalysis.of(new Program(List.of(), List.of(function)));
        for (int x = 0; x < 16; x++) {
            for (int y = -8; y < 8; y++) {
                Map<Value, Literal> values = new IdentityHashMap<>();
                values.put(inputs.get(0), Literal.Int.of(x));
                values.put(inputs.get(1), Literal.Int.of(y));
                ops.forEach(op -> evaluate(op, values));
                List<Value> holding = conditions.stream()
                        .filter(condition -> values.get(condition).equals(new Literal.Int(BigInteger.ONE)))
                        .toList();
                assertThat(holding)
                        .allSatisfy(first ->
                                assertThat(holding).noneMatch(second -> analysis.exclude(function, first, second)));
            }
        }
    }

    /** Comparisons take numbers, other operators what they compute themselves. */
    private static Value compute(
            Random random,
            List<Operator> operators,
            List<Value> numbers,
            List<Value> others,
            IntType type,
            List<Op> ops) {
        Operator operator = operators.get(random.nextInt(operators.size()));
        List<Value> from = operator.kind() == Operator.Kind.COMPARISON ? numbers : others;
        List<Value> operands = new ArrayList<>();
        for (int i = 0; i < operator.arity(); i++) {
            // Constants, which come third to sixth, are the factors and counts that matter.
            boolean isConstant = i == 1 && from == numbers && (operator == Operator.SHL || random.nextInt(4) > 0);
            operands.add(from.get(isConstant ? 2 + random.nextInt(4) : random.nextInt(from.size())));
        }
        Value result = Value.of(type);
        ops.add(new Op.Compute(result, operator, operands, Span.NONE));
        return result;
    }

    private static void evaluate(Op op, Map<Value, Literal> values) {
        switch (op) {
            case Op.Constant constant -> values.put(constant.result(), constant.literal());
            case Op.Compute compute ->
                values.put(
                        compute.result(),
                        ConstantFolder.fold(
                                        compute.operator(),
                                        compute.operands().stream()
                                                .map(values::get)
                                                .toList(),
                                        compute.result().scalarType())
                                .orElseThrow());
            default -> throw new AssertionError(op);
        }
    }
}
