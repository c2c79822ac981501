package org.gatesmith.hls.emit.verilog;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.estimate.BoardLatency;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.frontend.KernelFiles;
import org.gatesmith.hls.frontend.RandomArguments;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.scheduler.Scheduler;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** Kernels in Java as Verilog, against what they do on the JVM. */
final class JavaSimulation {

    private final FrontendResult kernel;
    private final Design design;
    private final VerilogModules modules;

    private JavaSimulation(FrontendResult kernel, Design design, VerilogModules modules) {
        this.kernel = kernel;
        this.design = design;
        this.modules = modules;
    }

    static JavaSimulation of(FrontendResult kernel) throws DiagnosticException {
        Program program = Pipeline.rtl().run(Pipeline.standard().run(kernel.program()));
        Design design = Scheduler.schedule(program, kernel.signature(), LibraryVerilog.board("u280"), 300)
                .design();
        return new JavaSimulation(kernel, design, new VerilogBackend().modules(design));
    }

    /** The same kernel with other files. */
    JavaSimulation with(SortedMap<String, String> files) {
        return new JavaSimulation(kernel, design, new VerilogModules(files, modules.top()));
    }

    VerilogModules modules() {
        return modules;
    }

    Design design() {
        return design;
    }

    /**
     * Cycles with ideal memory less those predicted, after {@link #difference} with the same seed; 0 if they cannot be known before the
     * call.
     */
    long surprise(long seed, Path folder) {
        Map<String, Long> scalars = new HashMap<>();
        List<Object> arguments = RandomArguments.of(kernel.signature(), seed);
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Number number) {
                scalars.put(kernel.signature().parameters().get(i).name(), number.longValue());
            }
        }
        CyclePrediction prediction = CyclePrediction.of(design, scalars, BoardLatency.LEAST);
        long cycles = Simulation.ideal(folder).cycles();
        // What fails on the JVM was not simulated.
        return prediction.isExact() && cycles >= 0 ? cycles - prediction.cycles() : 0;
    }

    /** The first element that differs from the JVM's; empty if none does, or if the kernel fails there. */
    String difference(long seed, Path folder) {
        KernelSignature signature = kernel.signature();
        List<Object> arguments = RandomArguments.of(signature, seed);
        List<Object> expected = RandomArguments.of(signature, seed);
        try {
            kernel.method().invoke(expected.toArray());
        } catch (InvocationTargetException _) {
            return "";
        }
        Simulation.compiled(folder, modules, bench(signature, arguments));
        for (Simulation simulation : List.of(Simulation.ideal(folder), Simulation.random(folder, (int) seed))) {
            if (simulation.cycles() < 0) {
                return "does not end: " + simulation.log().lines().limit(3).toList();
            }
            for (int i = 0; i < expected.size(); i++) {
                String difference = difference(signature.parameters().get(i), expected.get(i), simulation);
                if (!difference.isEmpty()) {
                    return difference;
                }
            }
        }
        return "";
    }

    private String difference(Parameter parameter, Object expected, Simulation simulation) {
        if (!(parameter instanceof Parameter.Array)) {
            return "";
        }
        for (int i = 0; i < Array.getLength(expected); i++) {
            BigInteger actual = simulation.memories().get(parameter.name()).get(i);
            BigInteger wanted = bits(parameter, Array.get(expected, i));
            if (!wanted.equals(actual) && !isNaN(Array.get(expected, i), actual)) {
                return "%s[%d] is %s, expected %s".formatted(parameter.name(), i, actual, wanted);
            }
        }
        return "";
    }

    /** Java does not say which NaN an operator returns. */
    private static boolean isNaN(Object expected, BigInteger actual) {
        return switch (expected) {
            case Float number ->
                number.isNaN() && actual != null && Float.isNaN(Float.intBitsToFloat(actual.intValue()));
            case Double number ->
                number.isNaN() && actual != null && Double.isNaN(Double.longBitsToDouble(actual.longValue()));
            default -> false;
        };
    }

    /** A number as a register or a word of memory holds it. */
    private static BigInteger bits(Parameter parameter, Object value) {
        long bits = switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case Character character -> character;
            case Float number -> Float.floatToRawIntBits(number);
            case Double number -> Double.doubleToRawLongBits(number);
            case Number number -> number.longValue();
            default -> throw new AssertionError(value);
        };
        return BigInteger.valueOf(bits).mod(BigInteger.ONE.shiftLeft(width(parameter)));
    }

    private static int width(Parameter parameter) {
        return switch (parameter.type()) {
            case BOOLEAN -> 1;
            default -> parameter.type().bytes() * Byte.SIZE;
        };
    }

    private Testbench bench(KernelSignature signature, List<Object> arguments) {
        Map<Integer, Testbench.Contents> ports = new HashMap<>();
        Map<Integer, BigInteger> scalars = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = signature.parameters().get(i);
            Object argument = arguments.get(i);
            if (parameter instanceof Parameter.Array) {
                List<BigInteger> elements = new ArrayList<>();
                for (int k = 0; k < Array.getLength(argument); k++) {
                    elements.add(bits(parameter, Array.get(argument, k)));
                }
                ports.put(i, new Testbench.Contents(parameter.name(), width(parameter), elements));
            } else {
                scalars.put(i, bits(parameter, argument));
            }
        }
        return new Testbench(modules.top(), ports, scalars);
    }

    /** Runs every kernel that shows a construct of the language, on so many seeds. */
    public static void main(String[] arguments) throws IOException {
        int seeds = Integer.parseInt(arguments[0]);
        for (Path file : KernelFiles.in("kernels/should-compile")) {
            String name = file.getFileName().toString();
            if (arguments.length > 1 && !name.startsWith(arguments[1])) {
                continue;
            }
            try {
                JavaSimulation simulation = of(KernelFiles.compile(file));
                for (long seed = 0; seed < seeds; seed++) {
                    Path folder = Files.createTempDirectory("verilog");
                    String difference = simulation.difference(seed, folder);
                    System.out.println(
                            name + " " + seed + " " + (difference.isEmpty() ? "same" : folder + " " + difference));
                }
            } catch (DiagnosticException e) {
                System.out.println(name + " refused: " + e.getMessage());
            } catch (RuntimeException | AssertionError e) {
                System.out.println(
                        name + " FAILS " + e + " " + List.of(e.getStackTrace()).subList(0, 5));
            }
        }
    }
}
