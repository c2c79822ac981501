package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.board.Board;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.estimate.BoardLatency;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.scheduler.Scheduler;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/**
 * Calls of a kernel as Verilog, simulated by Icarus: the modules of its functions without the one that has AXI ports. Memory answers
 * and accepts at random, or ideally.
 */
public final class VerilogCalls {

    /**
     * Arguments by name; arrays are changed by the call. Bits as in Java, those of floating-point numbers raw.
     */
    public record Call(Map<String, long[]> arrays, Map<String, Long> scalars) {}

    private final KernelSignature signature;
    private final Design design;
    private final VerilogModules modules;

    private VerilogCalls(KernelSignature signature, Design design) {
        this.signature = signature;
        this.design = design;
        this.modules = new VerilogBackend().modules(design);
    }

    /**
     * A kernel.
     *
     * @param program after the standard passes
     * @throws DiagnosticException it cannot become hardware
     */
    public static VerilogCalls of(KernelSignature signature, Program program, Board board, double megahertz)
            throws DiagnosticException {
        return new VerilogCalls(
                signature,
                Scheduler.schedule(Pipeline.rtl().run(program), signature, board, megahertz)
                        .design());
    }

    /**
     * Carries calls out one after another, in the same hardware without a reset.
     *
     * @param seed of the times at which memory answers; every second call finds ideal memory
     * @param folder for files
     * @throws AssertionError hardware does not end, computes with bits that nobody wrote, does not keep to the rules of its channels,
     *     or takes other cycles with ideal memory than were predicted
     */
    public void run(List<Call> calls, int seed, Path folder) {
        List<Testbench.Call> arguments = calls.stream().map(this::arguments).toList();
        Simulation.compiled(folder, modules, new Testbench(modules.top(), arguments));
        List<Simulation> outcomes = Simulation.calls(folder, seed);
        for (int i = 0; i < calls.size(); i++) {
            if (i >= outcomes.size() || outcomes.get(i).cycles() < 0) {
                String log = outcomes.isEmpty() ? "" : outcomes.getLast().log();
                throw new AssertionError("call " + i + " does not end: "
                        + log.lines().filter(line -> line.startsWith("ERROR")).toList());
            }
            store(outcomes.get(i), calls.get(i));
            if (i % 2 == 1) {
                expectCycles(outcomes.get(i).cycles(), calls.get(i));
            }
        }
    }

    private Testbench.Call arguments(Call call) {
        Map<Integer, Testbench.Contents> ports = new HashMap<>();
        Map<Integer, BigInteger> scalars = new HashMap<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            Parameter parameter = signature.parameters().get(i);
            switch (parameter) {
                case Parameter.Array array -> {
                    List<BigInteger> elements = new ArrayList<>();
                    for (long bits : Objects.requireNonNull(call.arrays().get(array.name()))) {
                        elements.add(BigInteger.valueOf(bits));
                    }
                    ports.put(i, new Testbench.Contents(array.name(), width(array.type()), elements));
                }
                case Parameter.Scalar scalar ->
                    scalars.put(
                            i,
                            BigInteger.valueOf(
                                    Objects.requireNonNull(call.scalars().get(scalar.name()))));
            }
        }
        return new Testbench.Call(ports, scalars);
    }

    private static int width(JavaType type) {
        return type == JavaType.BOOLEAN ? 1 : type.bytes() * Byte.SIZE;
    }

    private void store(Simulation outcome, Call call) {
        signature.arrays().forEach(array -> {
            List<BigInteger> words = outcome.memories().get(array.name());
            long[] elements = Objects.requireNonNull(call.arrays().get(array.name()));
            for (int i = 0; i < elements.length; i++) {
                BigInteger word = words.get(i);
                if (word == null) {
                    throw new AssertionError("unknown: " + array.name() + "[" + i + "] has bits that nobody wrote");
                }
                elements[i] = word.longValue();
            }
        });
    }

    private void expectCycles(long cycles, Call call) {
        CyclePrediction prediction = CyclePrediction.of(design, call.scalars(), BoardLatency.LEAST);
        if (prediction.isExact() && prediction.cycles() != cycles) {
            throw new AssertionError("cycles: takes " + cycles + ", predicted are " + prediction.cycles());
        }
    }
}
