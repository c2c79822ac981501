package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.endtoend.GeneratedKernels.agree;
import static org.gatesmith.host.endtoend.GeneratedKernels.count;
import static org.gatesmith.host.endtoend.GeneratedKernels.isInstalled;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.emit.verilog.VerilogCalls;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random kernels compute the same bits as Verilog, and on the way there. */
@Timeout(value = 12, unit = TimeUnit.HOURS) // thousands of them are a night's work
class GeneratedVerilogTest {

    private static final double MEGAHERTZ = 300;

    /** Calls of each kernel: one with memory that answers at random, one with ideal memory. */
    private static final int CALLS = 2;

    /** Kernels of a usual build; each takes about a second. */
    private static final int KERNELS = 20;

    /** Share of the kernels that may have no form as hardware. */
    private static final double FEW = 0.02;

    @Test
    void generatedKernelsAgreeAfterEveryPass() {
        agree(count(2 * KERNELS), (kernel, calls, expected) -> {
            try {
                GeneratedKernels.afterEveryPass(Pipeline.rtl(), kernel.program(), calls, expected);
            } catch (DiagnosticException _) {
                // What has no form as hardware is counted below.
            }
        });
    }

    /** The modules of the kernel's functions, without AXI. */
    @Test
    void generatedKernelsAgreeInVerilog() {
        assumeTrue(isInstalled("iverilog"), "iverilog is not installed");
        Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
        agree(count(KERNELS), (kernel, calls, expected) -> {
            try {
                inVerilog(kernel, calls.subList(0, CALLS), expected);
            } catch (DiagnosticException e) {
                refusals.merge(e.diagnostics().getFirst().rule().id() + " " + e.getMessage(), 1, Integer::sum);
            }
        });
        int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("no form as hardware: " + refused + " kernels of " + count(KERNELS) + " " + refusals);
        assertThat((double) refused).isLessThanOrEqualTo(FEW * count(KERNELS));
    }

    /** The whole device, with AXI ports and the board's memory; compiling it takes long, so that only some kernels are. */
    @Test
    void generatedKernelsAgreeAsSimulatedHardware() {
        assumeTrue(isInstalled("verilator"), "verilator is not installed");
        agree(Math.ceilDiv(count(2 * KERNELS), KERNELS), (kernel, calls, expected) -> {
            try {
                GeneratedKernels.onDevice("rtl", kernel, calls, expected);
            } catch (DeviceException e) {
                if (e.fault() != DeviceFault.UNSUPPORTED) {
                    throw e;
                }
            }
        });
    }

    private static void inVerilog(CompiledKernel kernel, List<KernelCall> calls, List<Map<String, Elements>> expected)
            throws Exception {
        VerilogCalls verilog = VerilogCalls.of(
                kernel.signature(), kernel.program(), Boards.all().getFirst(), MEGAHERTZ);
        List<VerilogCalls.Call> arguments =
                calls.stream().map(GeneratedVerilogTest::arguments).toList();
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            verilog.run(arguments, kernel.irText().hashCode(), folder.path());
        }
        for (int i = 0; i < calls.size(); i++) {
            KernelCall call = calls.get(i);
            Map<String, long[]> arrays = arguments.get(i).arrays();
            Place.assertEqual("Verilog", call, expected.get(i), after(call, arrays));
        }
    }

    private static VerilogCalls.Call arguments(KernelCall call) {
        Map<String, long[]> arrays = new LinkedHashMap<>();
        call.before()
                .forEach((name, elements) -> arrays.put(
                        name,
                        LongStream.range(0, elements.count())
                                .map(elements::bits)
                                .toArray()));
        Map<String, Long> scalars = new LinkedHashMap<>();
        call.signature()
                .scalars()
                .forEach(scalar -> scalars.put(scalar.name(), call.size().bits(scalar)));
        return new VerilogCalls.Call(arrays, scalars);
    }

    private static Map<String, Elements> after(KernelCall call, Map<String, long[]> arrays) {
        Map<String, Elements> after = call.copies();
        after.forEach((name, elements) -> {
            long[] bits = arrays.getOrDefault(name, new long[0]);
            for (int i = 0; i < bits.length; i++) {
                elements.setBits(i, bits[i]);
            }
        });
        return after;
    }
}
