package org.gatesmith.host.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.build.VerilogBuild;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.kernel.KernelLocator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthesis of small designs with Yosys. */
class YosysTest {

    /** Four by four multipliers and accumulators of int8, as a matrix product has them. */
    private static final String ARRAY = """
            import org.gatesmith.api.*;

            public class Array {
                @Kernel("array")
                public static void array(
                        @In @Shape("64") byte[] a, @In @Shape("64") byte[] b, @Out @Shape("16") int[] c, int n) {
                    @Partition byte[][] rows = new byte[4][16];
                    @Partition byte[][] columns = new byte[4][16];
                    for (@Pipeline(ii = 1) int i = 0; i < 64; i++) {
                        rows[i & 3][i >> 2] = a[i];
                        columns[i & 3][i >> 2] = b[i];
                    }
                    @Partition(dim = 0) int[][] sums = new int[4][4];
                    for (@Pipeline(ii = 1) int k = 0; k < 16; k++) {
                        for (@Unroll int i = 0; i < 4; i++) {
                            for (@Unroll int j = 0; j < 4; j++) {
                                sums[i][j] += rows[i][k] * columns[j][k];
                            }
                        }
                    }
                    for (@Pipeline(ii = 1) int i = 0; i < 16; i++) {
                        c[i] = sums[i >> 2][i & 3];
                    }
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static Yosys yosys;

    @BeforeAll
    static void find() {
        try {
            yosys = Yosys.find();
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @Test
    void aMultiplierAndItsAccumulatorTakeOneDspBlock() throws Exception {
        Path source = Files.writeString(folder.resolve("Array.java"), ARRAY);
        KernelLocator.Located located = KernelLocator.locate(source.toString());
        CompiledKernel kernel = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
        Board board = Boards.all().stream()
                .filter(one -> one.name().equals("u280"))
                .findFirst()
                .orElseThrow();
        VerilogKernel verilog = kernel.verilog(board, 300);
        Path out = folder.resolve("array");
        List<String> files = VerilogBuild.write(verilog, board, out).files();

        // The kernel without its ports, which have no multipliers and would take most of the time.
        SynthesisTask whole = SynthesisTask.of(verilog, out, files);
        Synthesis found = synthesis(new SynthesisTask(out, whole.files(), "array_body"), Duration.ofMinutes(10));

        assertThat(found.total().dsp()).isEqualTo(16);
    }

    /** Sixteen mixers of 32 registers behind some gates and additions. */
    @Test
    void aModuleThatIsThereOftenIsSynthesisedOnceAndCountsForEachInstance() throws Exception {
        StringBuilder mixer = new StringBuilder(
                "module mixer(input clk, input [31:0] a, b, output reg [31:0] q);\nwire [31:0] s0 = a;\n");
        for (int i = 1; i <= 32; i++) {
            mixer.append("wire [31:0] s%d = (s%d ^ {b[%d:0], b[31:%d]}) + s%d;\n"
                    .formatted(i, i - 1, i % 31, i % 31 + 1, i - 1));
        }
        mixer.append("always @(posedge clk) q <= s32;\nendmodule\n");
        Files.writeString(folder.resolve("mixers.v"), mixer + """
                module mixers(input clk, input [511:0] a, b, output [511:0] q);
                  mixer lane [15:0] (.clk(clk), .a(a), .b(b), .q(q));
                endmodule
                """);
        List<String> done = new ArrayList<>();

        Synthesis found =
                synthesis(new SynthesisTask(folder, List.of("mixers.v"), "mixers"), Duration.ofMinutes(10), done::add);

        assertThat(done).containsExactlyInAnyOrder("mixer", "mixers");
        Synthesis.Module lane = found.modules().getFirst();
        assertThat(lane.instances()).isEqualTo(16);
        assertThat(lane.each().ff()).isEqualTo(32);
        assertThat(found.total()).isEqualTo(lane.each().times(16));
    }

    private static Synthesis synthesis(SynthesisTask task, Duration limit) throws DeviceException {
        return synthesis(task, limit, _ -> {});
    }

    private static Synthesis synthesis(SynthesisTask task, Duration limit, Consumer<String> done)
            throws DeviceException {
        SynthesisProgress progress = new SynthesisProgress() {
            @Override
            public void cut(int parts) {}

            @Override
            public void works(String module, String pass) {}

            @Override
            public void done(String module) {
                done.accept(module);
            }
        };
        try (SynthesisRun run = yosys.synthesis(task, 2, limit, progress)) {
            return run.run();
        }
    }

    @Test
    void aTimeLimitEndsIt() throws Exception {
        Files.writeString(folder.resolve("empty.v"), "module empty; endmodule\n");

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(
                        () -> synthesis(new SynthesisTask(folder, List.of("empty.v"), "empty"), Duration.ofMillis(1)))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(DeviceFault.TIME_LIMIT))
                .withMessageContaining("raise --synth-limit");
    }

    @Test
    void cancellingEndsIt() throws Exception {
        Files.writeString(folder.resolve("idle.v"), "module idle; endmodule\n");
        SynthesisTask task = new SynthesisTask(folder, List.of("idle.v"), "idle");

        try (SynthesisRun run = yosys.synthesis(task, 1, Duration.ofMinutes(10), SynthesisProgress.NONE)) {
            run.cancel();

            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(run::run)
                    .withMessageContaining("synthesis was cancelled");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("synthesis-"));
        }
    }

    @Test
    void whatYosysDoesNotUnderstandIsShown() throws Exception {
        Files.writeString(folder.resolve("broken.v"), "module broken; what is this\n");

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() ->
                        synthesis(new SynthesisTask(folder, List.of("broken.v"), "broken"), Duration.ofMinutes(10)))
                .withMessageContaining("Yosys fails in broken")
                .withMessageContaining("broken.v:1");
    }
}
