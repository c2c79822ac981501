package org.gatesmith.hls.emit.verilog;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.estimate.BoardLatency;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.pass.PipelinedPrograms;
import org.gatesmith.hls.pass.ZeroArrays;
import org.gatesmith.hls.scheduler.Scheduler;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.jspecify.annotations.Nullable;

/** Random programs on their way to Verilog and through the simulator. */
final class RandomVerilog {

    /** Which way a program takes. */
    enum Way {
        /** Integers only, as written, under a random schedule. */
        RANDOM {
            @Override
            Design design(long seed, int statements) {
                Program program = new ZeroArrays().run(RandomPrograms.integerProgram(seed, statements));
                return NaiveScheduler.schedule(program, signature(program.top()), seed);
            }
        },
        /** Through the passes and the scheduler, for the U280 at some clock. */
        COMPILED {
            @Override
            Design design(long seed, int statements) throws DiagnosticException {
                Program random = seed % 2 == 0
                        ? RandomPrograms.program(seed, statements)
                        : RandomPrograms.integerProgram(seed, statements);
                Program program = Pipeline.rtl().run(Pipeline.standard().run(PipelinedPrograms.directed(random, seed)));
                double megahertz = 100 + Math.floorMod(seed, 5) * 50;
                return Scheduler.schedule(program, signature(program.top()), LibraryVerilog.board("u280"), megahertz)
                        .design();
            }
        };

        abstract Design design(long seed, int statements) throws DiagnosticException;
    }

    private RandomVerilog() {}

    /** The kernel seen from outside, with every number as a Java type of at least its width. */
    static KernelSignature signature(Function kernel) {
        List<Parameter> parameters = new ArrayList<>();
        for (Value parameter : kernel.parameters()) {
            String name = String.valueOf(parameter.name());
            if (parameter.type() instanceof PortType port) {
                parameters.add(
                        new Parameter.Array(name, type(port.element()), null, Direction.INOUT, List.of(), "gmem"));
            } else {
                parameters.add(new Parameter.Scalar(name, type(parameter.type()), null));
            }
        }
        return new KernelSignature(kernel.name(), "Random", kernel.name(), parameters, Tolerance.EXACT, "");
    }

    private static JavaType type(Type type) {
        return Arrays.stream(JavaType.values())
                .filter(java -> java.irType().equals(type))
                .findFirst()
                .orElse(JavaType.LONG);
    }

    static VerilogModules modules(Design design) {
        return new VerilogBackend().modules(design);
    }

    /** What is wrong with the hardware of a program; empty if nothing is. */
    static String difference(Way way, long seed, int statements, Path folder) throws DiagnosticException {
        Design design = way.design(seed, statements);
        VerilogModules modules = modules(design);
        Simulation.compiled(folder, modules, bench(design.program(), modules, seed));
        RandomPrograms.Outcome outcome = RandomPrograms.run(original(way, seed, statements), seed);
        if (!outcome.fault().isEmpty()) {
            throw new AssertionError("the program has a fault: " + outcome.fault());
        }
        Simulation ideal = Simulation.ideal(folder);
        String difference = difference(outcome, ideal);
        if (difference.isEmpty()) {
            difference = cycles(design, seed, ideal);
        }
        return difference.isEmpty() ? difference(outcome, Simulation.random(folder, (int) seed)) : difference;
    }

    private static Program original(Way way, long seed, int statements) {
        return way == Way.COMPILED && seed % 2 == 0
                ? RandomPrograms.program(seed, statements)
                : RandomPrograms.integerProgram(seed, statements);
    }

    /** With ideal memory a kernel takes exactly the cycles that its units say. */
    private static String cycles(Design design, long seed, Simulation simulation) {
        CyclePrediction prediction = CyclePrediction.of(design, RandomPrograms.rawScalars(seed), BoardLatency.LEAST);
        return !prediction.isExact() || prediction.cycles() == simulation.cycles()
                ? ""
                : "takes %d cycles, predicted are %d".formatted(simulation.cycles(), prediction.cycles());
    }

    private static String difference(RandomPrograms.Outcome expected, Simulation simulation) {
        if (simulation.cycles() < 0) {
            return "does not end: " + simulation.log().lines().limit(3).toList();
        }
        List<Object> actual = new ArrayList<>();
        actual.addAll(integers(simulation, "in", IntType.I32));
        actual.addAll(integers(simulation, "out", IntType.I64));
        List<Object> wanted = new ArrayList<>(expected.integers());
        if (simulation.memories().containsKey("single")) {
            words(simulation, "single")
                    .forEach(word -> actual.add(
                            word == null ? "unknown" : (Object) (double) Float.intBitsToFloat(word.intValue())));
            words(simulation, "real")
                    .forEach(word ->
                            actual.add(word == null ? "unknown" : (Object) Double.longBitsToDouble(word.longValue())));
            wanted.addAll(expected.numbers());
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).equals(actual.get(i))) {
                return "element %d is %s, expected %s".formatted(i, actual.get(i), wanted.get(i));
            }
        }
        return "";
    }

    private static List<@Nullable BigInteger> words(Simulation simulation, String port) {
        return simulation.memories().getOrDefault(port, List.of());
    }

    private static List<Object> integers(Simulation simulation, String port, IntType type) {
        return words(simulation, port).stream()
                .map(word -> word == null ? "unknown" : (Object) type.wrap(word).longValueExact())
                .toList();
    }

    static Testbench bench(Program program, VerilogModules modules, long seed) {
        Map<Integer, Testbench.Contents> ports = new HashMap<>();
        Map<Integer, BigInteger> scalars = new HashMap<>();
        Map<String, Long> values = RandomPrograms.rawScalars(seed);
        Map<String, long[]> memories = RandomPrograms.ports(seed);
        List<Value> parameters = program.top().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String name = String.valueOf(parameters.get(i).name());
            if (parameters.get(i).type() instanceof PortType(ScalarType element, var _, var _)) {
                List<BigInteger> elements = Arrays.stream(memories.get(name))
                        .mapToObj(BigInteger::valueOf)
                        .toList();
                ports.put(i, new Testbench.Contents(name, width(element), elements));
            } else {
                scalars.put(i, BigInteger.valueOf(values.get(name)));
            }
        }
        return new Testbench(modules.top(), ports, scalars);
    }

    private static int width(ScalarType type) {
        return switch (type) {
            case IntType integer -> integer.width();
            case FloatType.F32 -> Float.SIZE;
            case FloatType.F64 -> Double.SIZE;
        };
    }

    /** Runs programs: {@code COMPILED 2000 1 20} for 2000 programs of 20 statements, from seed 1 on. */
    public static void main(String[] arguments) throws IOException {
        Way way = Way.valueOf(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        long first = Long.parseLong(arguments[2]);
        int statements = Integer.parseInt(arguments[3]);
        int bad = 0;
        int refused = 0;
        for (long seed = first; seed < first + count; seed++) {
            Path folder = Files.createTempDirectory("verilog" + seed);
            String difference = "";
            try {
                difference = difference(way, seed, statements, folder);
            } catch (DiagnosticException e) {
                refused++;
            } catch (RuntimeException | AssertionError e) {
                difference = e + " " + Arrays.stream(e.getStackTrace()).limit(6).toList();
            }
            if (difference.isEmpty()) {
                delete(folder);
            } else {
                bad++;
                System.out.println(seed + " " + folder + ": " + difference);
            }
        }
        System.out.println(count + " programs, " + refused + " refused, " + bad + " bad");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
