package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.pass.ZeroArrays;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.jspecify.annotations.Nullable;

/** Random programs on their way to Verilog and through the simulator. */
final class RandomVerilog {

    static final VerilogOptions OPTIONS = new VerilogOptions("u280", Map.of(), "Gatesmith");

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

    private static JavaType type(Object type) {
        return Arrays.stream(JavaType.values())
                .filter(java -> java.irType().equals(type))
                .findFirst()
                .orElse(JavaType.LONG);
    }

    static Program lowered(long seed, int statements) {
        return new ZeroArrays().run(RandomPrograms.integerProgram(seed, statements));
    }

    /** The modules of a program under the random schedule of a seed. */
    static VerilogModules modules(Program program, long seed) {
        Design design = NaiveScheduler.schedule(program, signature(program.top()), seed);
        return new VerilogBackend().modules(design, OPTIONS);
    }

    /** What is wrong with the hardware of a program; empty if nothing is. */
    static String difference(long seed, int statements, Path folder) {
        Program program = lowered(seed, statements);
        VerilogModules modules = modules(program, seed);
        Simulation.compiled(folder, modules, bench(program, modules, seed));
        RandomPrograms.Outcome outcome = RandomPrograms.run(program, seed);
        if (!outcome.fault().isEmpty()) {
            throw new AssertionError("the program has a fault: " + outcome.fault());
        }
        for (int i = 0; i < 2; i++) {
            Simulation simulation = i == 0 ? Simulation.ideal(folder) : Simulation.random(folder, (int) seed + i);
            String difference = difference(outcome, simulation);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static String difference(RandomPrograms.Outcome expected, Simulation simulation) {
        if (simulation.cycles() < 0) {
            return "does not end: " + simulation.log().lines().limit(3).toList();
        }
        int count = expected.integers().size() / 2;
        String in = difference("in", 32, expected.integers().subList(0, count), simulation);
        return in.isEmpty() ? difference("out", 64, expected.integers().subList(count, 2 * count), simulation) : in;
    }

    private static String difference(String port, int width, List<Long> expected, Simulation simulation) {
        List<@Nullable BigInteger> actual = simulation.memories().getOrDefault(port, List.of());
        for (int i = 0; i < expected.size(); i++) {
            BigInteger wanted = BigInteger.valueOf(expected.get(i)).mod(BigInteger.ONE.shiftLeft(width));
            if (!wanted.equals(actual.get(i))) {
                return "%s[%d] is %s, expected %s".formatted(port, i, actual.get(i), wanted);
            }
        }
        return "";
    }

    static Testbench bench(Program program, VerilogModules modules, long seed) {
        Map<Integer, Testbench.Contents> ports = new HashMap<>();
        Map<Integer, BigInteger> scalars = new HashMap<>();
        Map<String, Long> values = RandomPrograms.scalars(seed);
        Map<String, long[]> memories = RandomPrograms.ports(seed);
        List<Value> parameters = program.top().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String name = String.valueOf(parameters.get(i).name());
            if (parameters.get(i).type() instanceof PortType(IntType element, var _, var _)) {
                List<BigInteger> elements = Arrays.stream(memories.get(name))
                        .mapToObj(BigInteger::valueOf)
                        .toList();
                ports.put(i, new Testbench.Contents(name, element.width(), elements));
            } else {
                scalars.put(i, BigInteger.valueOf(values.get(name)));
            }
        }
        return new Testbench(modules.top(), ports, scalars);
    }

    /** Runs {@code count} programs from a seed on: {@code RandomVerilog 2000 1}. */
    public static void main(String[] arguments) throws java.io.IOException {
        int count = Integer.parseInt(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        int statements = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        int bad = 0;
        for (long seed = first; seed < first + count; seed++) {
            Path folder = Files.createTempDirectory("verilog" + seed);
            String difference;
            try {
                difference = difference(seed, statements, folder);
            } catch (RuntimeException | AssertionError e) {
                difference = e.toString();
                StackTraceElement[] trace = e.getStackTrace();
                difference += " " + Arrays.stream(trace).limit(6).toList();
            }
            if (!difference.isEmpty()) {
                bad++;
                System.out.println(seed + " " + folder + ": " + difference);
            } else {
                try (var files = Files.walk(folder)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        }
        System.out.println(count + " programs, " + bad + " bad");
    }
}
