package org.gatesmith.host.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.host.MissingToolException;
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
        Synthesis found = yosys.run(
                new SynthesisTask(out, whole.files(), "array_body", whole.kept()), Duration.ofMinutes(10), _ -> {});

        assertThat(found.dsp()).isEqualTo(16);
    }

    @Test
    void aTimeLimitEndsIt() throws Exception {
        Files.writeString(folder.resolve("empty.v"), "module empty; endmodule\n");

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> yosys.run(
                        new SynthesisTask(folder, List.of("empty.v"), "empty", List.of()),
                        Duration.ofMillis(1),
                        _ -> {}))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(DeviceFault.TIME_LIMIT))
                .withMessageContaining("raise --synth-limit");
    }

    @Test
    void whatYosysDoesNotUnderstandIsShown() throws Exception {
        Files.writeString(folder.resolve("broken.v"), "module broken; what is this\n");

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> yosys.run(
                        new SynthesisTask(folder, List.of("broken.v"), "broken", List.of()),
                        Duration.ofMinutes(10),
                        _ -> {}))
                .withMessageContaining("Yosys fails")
                .withMessageContaining("broken.v:1");
    }
}
