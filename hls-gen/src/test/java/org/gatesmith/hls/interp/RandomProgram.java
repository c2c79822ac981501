package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;

/** Makes one random program: a kernel, some helpers that it calls, and tables. */
final class RandomProgram {

    /** Largest value of the parameter {@code n}, which bounds loops. */
    static final int MAX_N = 6;

    private final Random random;
    private final RandomTypes types;
    private final int statements;
    private final List<Table> tables = new ArrayList<>();
    private final List<Function> helpers = new ArrayList<>();

    RandomProgram(RandomTypes types, int statements) {
        this.random = types.random();
        this.types = types;
        this.statements = statements;
    }

    Program build() {
        for (int i = random.nextInt(3); i > 0; i--) {
            tables.add(table("table" + i));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            helpers.addFirst(helper("helper" + i));
        }
        Function kernel = function("kernel", kernelParameters(), List.of());
        return new Program(
                tables, Stream.concat(Stream.of(kernel), helpers.stream()).toList());
    }

    private List<Value> kernelParameters() {
        return Stream.of(
                        Value.named(new PortType(IntType.I8, BigInteger.valueOf(-7), BigInteger.valueOf(7)), "small"),
                        Value.named(PortType.of(IntType.I32), "in"),
                        Value.named(PortType.of(IntType.I64), "out"),
                        Value.named(PortType.of(FloatType.F32), "single"),
                        Value.named(PortType.of(FloatType.F64), "real"),
                        Value.named(IntType.I32, "n"),
                        Value.named(IntType.I64, "x"),
                        Value.named(IntType.I16, "s"),
                        Value.named(IntType.BOOL, "b"),
                        Value.named(FloatType.F32, "f"))
                .filter(value -> types.floats() || !isFloat(value))
                .toList();
    }

    private static boolean isFloat(Value value) {
        return value.type() instanceof FloatType || value.type() instanceof PortType(FloatType _, var _, var _);
    }

    private Function helper(String name) {
        List<Value> parameters = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            parameters.add(Value.named(types.integer(), "p" + i));
        }
        if (types.floats()) {
            parameters.add(Value.named(types.real(), "q"));
        }
        parameters.add(Value.named(PortType.of(IntType.I64), "out"));
        return function(name, parameters, List.of(types.integer(), types.floats() ? types.real() : types.integer()));
    }

    private Function function(String name, List<Value> parameters, List<ScalarType> results) {
        Region body = new RandomBody(types, name, tables, helpers).function(parameters, results, statements);
        Function.Inlining inlining = random.nextBoolean() ? Function.Inlining.INLINE : Function.Inlining.KEEP;
        return new Function(name, body, Function.Style.SEQUENTIAL, inlining, new Span("Random.java", 1, 1, 9, 2));
    }

    private Table table(String name) {
        IntType element = types.integer();
        ArrayType type = new ArrayType(element, random.nextBoolean() ? List.of(5) : List.of(4, 8));
        List<Literal> elements = new ArrayList<>();
        for (long i = type.elements(); i > 0; i--) {
            elements.add(new Literal.Int(element.wrap(BigInteger.valueOf(RandomPrograms.integer(random)))));
        }
        ArrayDirectives.Split split = new ArrayDirectives.Split(1, PartitionKind.COMPLETE, 0);
        return new Table(
                name,
                type,
                elements,
                random.nextBoolean() ? ArrayDirectives.NONE : new ArrayDirectives(List.of(split), List.of(), null));
    }
}
