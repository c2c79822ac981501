package org.gatesmith.host.rtl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.problem.ProblemSize;

/**
 * A call of a kernel in simulated hardware on the U280 at 300 MHz, each array in a bank of HBM of its own.
 *
 * @param size the scalars
 */
record SimulatedCall(CompiledKernel kernel, Board board, ProblemSize size) {

    static final double MEGAHERTZ = 300;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /**
     * A kernel with sizes.
     *
     * @param name of the library, or a path
     * @param sizes such as {@code m=1 n=2}
     */
    static SimulatedCall of(String name, String sizes) throws Exception {
        KernelLocator.Located located = KernelLocator.locate(name);
        CompiledKernel kernel = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
        Board board = Boards.all().stream()
                .filter(one -> one.name().equals("u280"))
                .findFirst()
                .orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (String size : sizes.split(" ", -1)) {
            given.put(size.substring(0, size.indexOf('=')), size.substring(size.indexOf('=') + 1));
        }
        return new SimulatedCall(kernel, board, ProblemSize.of(kernel.signature(), given, Map.of(), 1));
    }

    /** Runs it, arrays being zero. */
    HardwareRun run(MemoryModel.Fidelity fidelity) throws Exception {
        Map<String, String> banks = new LinkedHashMap<>();
        kernel.signature().arrays().forEach(array -> banks.put(array.name(), "HBM[" + banks.size() + "]"));
        MemoryModel memory = MemoryModel.of(board, MEGAHERTZ, banks, fidelity);
        List<DeviceBuffer> buffers = new ArrayList<>();
        try (RtlDevice device = open(memory)) {
            List<Argument> arguments = new ArrayList<>();
            for (Parameter parameter : kernel.signature().parameters()) {
                switch (parameter) {
                    case Parameter.Array array -> {
                        long elements = size.shapes().get(array.name()).stream().reduce(1L, Math::multiplyExact);
                        DeviceBuffer buffer = device.allocate(array, elements);
                        buffer.clear(elements);
                        buffers.add(buffer);
                        arguments.add(new Argument.Buffer(buffer, elements));
                    }
                    case Parameter.Scalar scalar ->
                        arguments.add(new Argument.Number(
                                scalar.type(), size.scalars().get(scalar.name())));
                }
            }
            device.run(arguments, LIMIT);
            return device.runs().getFirst();
        } finally {
            for (DeviceBuffer buffer : buffers) {
                buffer.close();
            }
        }
    }

    private RtlDevice open(MemoryModel memory) throws Exception {
        try {
            return RtlDevice.open(kernel.verilog(board, MEGAHERTZ), board, memory, Optional.empty());
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }
}
