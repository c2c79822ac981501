package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.emit.verilog.lib.VerilogLibrary;
import org.gatesmith.hls.rtl.ArgumentRegister;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.RtlKernel;
import org.gatesmith.hls.rtl.Watch;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel written by hand on the Verilog library, with the memory of the Alveo U280. */
class RtlDeviceTest {

    private static final double MEGAHERTZ = 300;
    private static final int LANES = 16;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final KernelSignature SIGNATURE = new KernelSignature(
            "vector_add",
            "org.example.Kernels",
            "vectorAdd",
            List.of(
                    array("a", Direction.IN),
                    array("b", Direction.IN),
                    array("c", Direction.OUT),
                    new Parameter.Scalar("n", JavaType.INT, null)),
            Tolerance.EXACT,
            "");

    private static Parameter.Array array(String name, Direction direction) {
        return new Parameter.Array(name, JavaType.INT, null, direction, List.of(new Formula.Name("n")), "gmem");
    }

    private static RtlKernel kernel(UnaryOperator<String> tampering) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("vector_add.v", tampering.apply(Bench.resource("kernel/vector_add.v")));
        files.putAll(VerilogLibrary.neededBy(List.copyOf(files.values())));
        return new RtlKernel(
                "vector_add",
                files,
                List.of(
                        new ArgumentRegister("a", 0x10, 8),
                        new ArgumentRegister("b", 0x1c, 8),
                        new ArgumentRegister("c", 0x28, 8),
                        new ArgumentRegister("n", 0x34, 4)),
                List.of(
                        new AxiBundle("gmem0", 512, 0, true, false, List.of("a")),
                        new AxiBundle("gmem1", 512, 0, true, false, List.of("b")),
                        new AxiBundle("gmem2", 512, 0, false, true, List.of("c"))),
                List.of(
                        new Watch("vectors", 64, Watch.Kind.PROGRESS, "the loop", "", 0),
                        new Watch("waiting_for_a", 64, Watch.Kind.CYCLES, "the loop", "data of 'a'", 0),
                        new Watch("waits_for_a", 1, Watch.Kind.WAITS, "the loop", "data of 'a'", 0),
                        new Watch("waits_for_b", 1, Watch.Kind.WAITS, "the loop", "data of 'b'", 0)),
                List.of());
    }

    private static RtlDevice open(UnaryOperator<String> tampering, MemoryModel.Fidelity fidelity, Optional<Path> wave)
            throws Exception {
        Board board = Boards.all().stream()
                .filter(one -> one.name().equals("u280"))
                .findFirst()
                .orElseThrow();
        MemoryModel memory =
                MemoryModel.of(board, MEGAHERTZ, Map.of("a", "HBM[0]", "b", "HBM[1]", "c", "HBM[2]"), fidelity);
        try {
            return RtlDevice.open(SIGNATURE, kernel(tampering), memory, wave);
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }

    private static RtlDevice open(MemoryModel.Fidelity fidelity) throws Exception {
        return open(UnaryOperator.identity(), fidelity, Optional.empty());
    }

    /** Adds two arrays of n elements into one with room for that many. */
    private static int[] add(RtlDevice device, int n, int room) throws Exception {
        int[] a = IntStream.range(0, n).map(i -> i * 7919).toArray();
        int[] b = IntStream.range(0, n).map(i -> ~i * 104729).toArray();
        int[] c = new int[room];
        List<Parameter.Array> ports = SIGNATURE.arrays().toList();
        try (DeviceBuffer first = device.allocate(ports.get(0), n);
                DeviceBuffer second = device.allocate(ports.get(1), n);
                DeviceBuffer result = device.allocate(ports.get(2), room)) {
            first.write(Elements.over(a));
            second.write(Elements.over(b));
            result.clear(room);
            device.run(
                    List.of(
                            new Argument.Buffer(first, n),
                            new Argument.Buffer(second, n),
                            new Argument.Buffer(result, room),
                            new Argument.Number(JavaType.INT, n)),
                    LIMIT);
            result.read(Elements.over(c));
        }
        return c;
    }

    private static int[] sum(int n) {
        return IntStream.range(0, n).map(i -> i * 7919 + ~i * 104729).toArray();
    }

    @Test
    void callsOfAnyLengthGiveTheResult() throws Exception {
        try (RtlDevice device = open(MemoryModel.Fidelity.BOARD)) {
            for (int n : new int[] {1, 15, 16, 17, 1000, 5003}) {
                assertThat(add(device, n, n)).as("%d elements", n).isEqualTo(sum(n));
            }
        }
    }

    @Test
    void withIdealMemoryAVectorIsAddedInEveryCycle() throws Exception {
        long vectors = 4000;
        try (RtlDevice device = open(MemoryModel.Fidelity.IDEAL)) {
            add(device, (int) vectors * LANES, (int) vectors * LANES);

            HardwareRun run = device.runs().getFirst();
            assertThat(run.cycles()).isBetween(vectors, vectors + 150);
            assertThat(run.ports())
                    .extracting(HardwareRun.PortTraffic::name)
                    .containsExactly("gmem0", "gmem1", "gmem2");
            assertThat(run.ports().get(0).reads().bytes()).isEqualTo(vectors * LANES * 4);
            assertThat(run.ports().get(2).writes().bytes()).isEqualTo(vectors * LANES * 4);
            assertThat(run.readings().getFirst().value()).isEqualTo(vectors);
        }
    }

    @Test
    void theBoardsBandwidthIsTheLimitAndIsReached() throws Exception {
        long vectors = 20_000;
        try (RtlDevice device = open(MemoryModel.Fidelity.BOARD)) {
            add(device, (int) vectors * LANES, (int) vectors * LANES);

            HardwareRun run = device.runs().getFirst();
            // 14.4 GB/s of a pseudo channel at 300 MHz are 48 bytes per cycle, three quarters of a beat.
            double peak = vectors * 64 / 48.0;
            assertThat(run.cycles()).isBetween((long) peak, (long) (peak / 0.9));
        }
    }

    @Test
    void aKernelThatNeverEndsIsToldByWhatItWaitsFor() throws Exception {
        UnaryOperator<String> deaf = text -> text.replace(".m_axi_rvalid(m_axi_gmem1_rvalid)", ".m_axi_rvalid(1'b0)");
        try (RtlDevice device = open(deaf, MemoryModel.Fidelity.IDEAL, Optional.empty())) {
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> add(device, 100, 100))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(DeviceFault.STANDSTILL))
                    .withMessageContaining("the loop waits for data of 'b'");
        }
    }

    @Test
    void writesBeyondAnArrayAreFound() throws Exception {
        try (RtlDevice device = open(MemoryModel.Fidelity.BOARD)) {
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> add(device, 1000, 990))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(DeviceFault.INDEX_OUT_OF_BOUNDS))
                    .withMessageContaining("writes after the end of 'c', at byte 3960 of 3960");
        }
    }

    @Test
    void aBrokenRuleOfTheBusIsFound() throws Exception {
        UnaryOperator<String> misaligned =
                text -> text.replace(".m_axi_araddr(m_axi_gmem0_araddr)", ".m_axi_araddr(wrong_address)")
                        .replace(
                                "wire rst = ",
                                "wire [63:0] wrong_address; assign m_axi_gmem0_araddr = wrong_address + 64'd32; wire rst = ");
        try (RtlDevice device = open(misaligned, MemoryModel.Fidelity.BOARD, Optional.empty())) {
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> add(device, 100, 100))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(DeviceFault.BUS_RULE))
                    .withMessageContaining("a burst does not start at a multiple of the beat's size");
        }
    }

    @Test
    void aWaveFileHoldsTheSignals(@TempDir Path folder) throws Exception {
        Path wave = folder.resolve("run.vcd");
        try (RtlDevice device = open(UnaryOperator.identity(), MemoryModel.Fidelity.BOARD, Optional.of(wave))) {
            assertThat(add(device, 100, 100)).isEqualTo(sum(100));
        }
        assertThat(Files.readString(wave)).contains("waits_for_a");
    }
}
