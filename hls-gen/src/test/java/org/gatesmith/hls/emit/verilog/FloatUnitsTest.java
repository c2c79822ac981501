package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.floating.SoftOperator;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.scheduler.Scheduler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Floating-point operators as hardware, in a loop that takes new operands in every cycle, against Java's own. A build takes few
 * operands for each; {@code -Dsoftfloat.simulated=3000} takes more.
 */
class FloatUnitsTest {

    private static final int OPERANDS = Integer.getInteger("softfloat.simulated", 40);

    /** Remainders take a cycle for each bit of the quotient, and a test bench ends after a number of cycles. */
    private static final int MOST_REMAINDERS = 200;

    private static final double MEGAHERTZ = 300;

    @TempDir
    Path folder;

    static List<SoftOperator> operators() {
        return SoftOperator.all();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void theUnitComputesWhatJavaDoes(SoftOperator operator) throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");
        Program program = program(operator.compiled());
        long[][] operands = operands(operator);

        Simulation simulation = simulate(program, operands);

        List<@Nullable BigInteger> results = simulation.memories().getOrDefault("out", List.of());
        assertThat(simulation.cycles()).as("cycles, if it ends").isNotNegative();
        assertThat(results).hasSize(operands.length);
        for (int i = 0; i < operands.length; i++) {
            long[] all = Arrays.copyOf(operands[i], 3);
            long expected = operator.java().apply(all[0], all[1], all[2]);
            assertThat(results.get(i))
                    .as("%s of %s", operator, Arrays.toString(operands[i]))
                    .isEqualTo(new BigInteger(Long.toUnsignedString(expected)));
        }
    }

    private static long[][] operands(SoftOperator operator) {
        Random random = new Random(operator.name().hashCode());
        long[] special = operator.operands().special();
        int count = isRemainder(operator.name()) ? Math.min(OPERANDS, MOST_REMAINDERS) : OPERANDS;
        long[][] all = new long[count][operator.arity()];
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                Arrays.setAll(all[i], _ -> special[random.nextInt(special.length)]);
            } else {
                operator.operands().fill(all[i], random);
            }
        }
        return all;
    }

    private static boolean isRemainder(String function) {
        return function.endsWith("Rem");
    }

    /** A kernel that applies a function to the elements of its ports. */
    private static Program program(Function function) {
        StringBuilder ports = new StringBuilder();
        StringBuilder loads = new StringBuilder();
        List<String> arguments = new ArrayList<>();
        for (Value parameter : function.parameters()) {
            String number = "%x" + arguments.size();
            ports.append("%p" + arguments.size() + ": port<" + parameter.type() + ">, ");
            loads.append(number + ": " + parameter.type() + " = load %p" + arguments.size() + "[%i]\n");
            arguments.add(number);
        }
        // A remainder has a loop of its own, so that it is no unit of a pipeline.
        String pipeline = isRemainder(function.name()) ? "" : "[pipeline 1] ";
        Program kernel = IrText.parse("""
                function kernel(%s%%out: port<i64>, %%n: i32) {
                    %%0: i32 = const 0
                    for kernel.i (%%i: i32 = %%0; %%i < %%n; %%i += 1) %s{
                        %s
                        %%r: %s = call %s(%s)
                        %%wide: i64 = cast %%r
                        store %%out[%%i] = %%wide
                    }
                }
                """.formatted(
                        ports,
                        pipeline,
                        loads,
                        function.body().yields().getFirst().type(),
                        function.name(),
                        String.join(", ", arguments)));
        Function kept =
                new Function(function.name(), function.body(), function.style(), Function.Inlining.KEEP, Span.NONE);
        return new Program(List.of(), List.of(kernel.top(), kept));
    }

    private Simulation simulate(Program program, long[][] operands) throws DiagnosticException {
        VerilogModules modules = RandomVerilog.modules(Scheduler.schedule(
                        program, RandomVerilog.signature(program.top()), LibraryVerilog.board("u280"), MEGAHERTZ)
                .design());
        Map<Integer, Testbench.Contents> ports = new HashMap<>();
        int arity = operands[0].length;
        for (int i = 0; i < arity; i++) {
            int operand = i;
            int width = program.functions().get(1).parameters().get(i).intType().width();
            List<BigInteger> elements = Arrays.stream(operands)
                    .map(all -> BigInteger.valueOf(all[operand]))
                    .toList();
            ports.put(i, new Testbench.Contents("p" + i, width, elements));
        }
        List<BigInteger> zeros =
                Arrays.stream(operands).map(_ -> BigInteger.ZERO).toList();
        ports.put(arity, new Testbench.Contents("out", Long.SIZE, zeros));
        Map<Integer, BigInteger> scalars = Map.of(arity + 1, BigInteger.valueOf(operands.length));
        Simulation.compiled(folder, modules, new Testbench(modules.top(), ports, scalars));
        return Simulation.ideal(folder);
    }
}
