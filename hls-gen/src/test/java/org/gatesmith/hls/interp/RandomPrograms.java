package org.gatesmith.hls.interp;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.JavaType;

/**
 * Valid programs from seeds, and inputs to run them on. Every program ends soon and without a fault: loops are short, divisors
 * odd, indices masked, arrays filled before they are read. A property over programs takes a seed:
 *
 * <pre>{@code
 * Program program = RandomPrograms.program(seed);
 * assertThat(RandomPrograms.run(pass.run(program), seed)).isEqualTo(RandomPrograms.run(program, seed));
 * }</pre>
 */
public final class RandomPrograms {

    /** Elements of every port. */
    static final int PORT_SIZE = 64;

    private static final int DEFAULT_SIZE = 20;

    /** Numbers that meet special cases more often than random ones do. */
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        7,
        -7,
        127,
        128,
        -128,
        32767,
        65535,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final double[] FLOAT_EDGES = {
        0.0,
        -0.0,
        1.0,
        -1.5,
        0.1,
        1e30,
        -1e300,
        3e9,
        -1e19,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Float.MIN_NORMAL,
        16777217.0
    };

    private RandomPrograms() {}

    /**
     * What a run leaves behind: the contents of the ports, NaN in its canonical form, because Java does not say which NaN an
     * operator returns; and the fault, empty when there was none.
     */
    public record Outcome(List<Long> integers, List<Double> numbers, String fault) {}

    /** A program of ordinary size. */
    public static Program program(long seed) {
        return program(seed, DEFAULT_SIZE);
    }

    /**
     * A program of a given size; a smaller one with the same fault is easier to understand.
     *
     * @param statements in the kernel and in each helper
     */
    public static Program program(long seed, int statements) {
        return new RandomProgram(new RandomTypes(new Random(seed), true), statements).build();
    }

    /** A program without floating-point numbers. */
    public static Program integerProgram(long seed, int statements) {
        return new RandomProgram(new RandomTypes(new Random(seed), false), statements).build();
    }

    /** Runs a program made by {@link #program}, or by a pass from one, on inputs that depend on {@code seed} only. */
    public static Outcome run(Program program, long seed) {
        return run(program, seed, Observer.NOBODY);
    }

    /** As {@link #run(Program, long)}, watched. */
    public static Outcome run(Program program, long seed, Observer observer) {
        Inputs inputs = new Inputs(seed, program);
        String fault = fault(program, inputs.arguments, observer);
        return new Outcome(integers(inputs.in, inputs.out), numbers(inputs.single, inputs.real), fault);
    }

    /** The integer scalars that {@link #run} takes. */
    public static Map<String, Long> scalars(long seed) {
        Map<String, Long> scalars = new TreeMap<>();
        new Inputs(seed, program(seed, 0)).arguments.forEach((name, argument) -> {
            if (argument instanceof Argument.Scalar scalar && !name.equals("f")) {
                scalars.put(name, scalar.raw());
            }
        });
        return scalars;
    }

    /** All scalars that {@link #run} takes; floating-point numbers by their bits. */
    public static Map<String, Long> rawScalars(long seed) {
        Map<String, Long> scalars = new TreeMap<>();
        new Inputs(seed, program(seed, 0)).arguments.forEach((name, argument) -> {
            if (argument instanceof Argument.Scalar scalar) {
                scalars.put(name, scalar.raw());
            }
        });
        return scalars;
    }

    /** The contents of the ports that {@link #run} starts with, floating-point numbers by their bits. */
    public static Map<String, long[]> ports(long seed) {
        Inputs inputs = new Inputs(seed, program(seed, 0));
        long[] small =
                IntStream.range(0, PORT_SIZE).mapToLong(i -> inputs.small[i]).toArray();
        long[] in = IntStream.of(inputs.in).asLongStream().toArray();
        long[] single = IntStream.range(0, PORT_SIZE)
                .mapToLong(i -> Float.floatToRawIntBits(inputs.single[i]))
                .toArray();
        return Map.of("small", small, "in", in, "out", inputs.out, "single", single, "real", new long[PORT_SIZE]);
    }

    private static final class Inputs {
        private final byte[] small = new byte[PORT_SIZE];
        private final int[] in = new int[PORT_SIZE];
        private final long[] out = new long[PORT_SIZE];
        private final float[] single = new float[PORT_SIZE];
        private final double[] real = new double[PORT_SIZE];
        private final Map<String, Argument> arguments;

        Inputs(long seed, Program program) {
            Random random = new Random(~seed);
            for (int i = 0; i < PORT_SIZE; i++) {
                small[i] = (byte) (random.nextInt(15) - 7);
                in[i] = (int) integer(random);
                single[i] = (float) real(random);
            }
            arguments = Map.of(
                    "small", Argument.of(PortMemory.of(small)),
                    "in", Argument.of(PortMemory.of(in)),
                    "out", Argument.of(PortMemory.of(out)),
                    "single", port(program, "single", MemorySegment.ofArray(single), JavaType.FLOAT, JavaType.INT),
                    "real", port(program, "real", MemorySegment.ofArray(real), JavaType.DOUBLE, JavaType.LONG),
                    "n", Argument.of(random.nextInt(RandomProgram.MAX_N + 1)),
                    "x", Argument.of(integer(random)),
                    "s", Argument.of((short) integer(random)),
                    "b", Argument.of(random.nextInt(2)),
                    "f", Argument.of((float) real(random)));
        }
    }

    /** A port of floating-point numbers, or of their bits in programs without such numbers. */
    private static Argument port(Program program, String name, MemorySegment memory, JavaType real, JavaType bits) {
        boolean isInteger = program.top().parameters().stream()
                .anyMatch(p -> name.equals(p.name())
                        && p.type() instanceof PortType port
                        && port.element() instanceof IntType);
        return Argument.of(PortMemory.of(memory, isInteger ? bits : real));
    }

    private static String fault(Program program, Map<String, Argument> arguments, Observer observer) {
        try {
            Interpreter.of(program, Settings.DEFAULT.withStepLimit(10_000_000), observer)
                    .run(arguments);
            return "";
        } catch (FaultException e) {
            return e.fault().message();
        }
    }

    static long integer(Random random) {
        return random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextLong() >> random.nextInt(64);
    }

    static double real(Random random) {
        return random.nextBoolean()
                ? FLOAT_EDGES[random.nextInt(FLOAT_EDGES.length)]
                : random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40);
    }

    private static List<Long> integers(int[] in, long[] out) {
        List<Long> all = new ArrayList<>();
        for (int element : in) {
            all.add((long) element);
        }
        for (long element : out) {
            all.add(element);
        }
        return all;
    }

    /** As objects, in which all NaN are equal and zeros of different sign are not. */
    private static List<Double> numbers(float[] single, double[] real) {
        DoubleStream singles = IntStream.range(0, single.length).mapToDouble(i -> single[i]);
        return DoubleStream.concat(singles, DoubleStream.of(real)).boxed().toList();
    }
}
