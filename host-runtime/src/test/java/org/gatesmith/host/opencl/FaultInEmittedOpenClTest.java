package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.host.csim.EmittedFault;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.endtoend.OpenCl;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.gatesmith.host.run.RunSubject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small fault in the emitted OpenCL C turns the comparison red: a sign, an index, a bound, a width, an order, a rounding. */
class FaultInEmittedOpenClTest {

    @BeforeAll
    static void openClIsInstalled() throws Exception {
        OpenCl.assumeInstalled();
    }

    private static RunReport run(String name, String sizes, String text, String replacement) throws Exception {
        CompiledKernel kernel = KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate(name).source(), name));
        OpenClKernel emitted = kernel.openCl("u280");
        String faulty = EmittedFault.replacing(text, replacement).apply(emitted.text());
        OpenClKernel changed = new OpenClKernel(
                emitted.name(),
                new EmittedSources(Map.of(emitted.fileName(), faulty)),
                emitted.launch(),
                emitted.fifos(),
                emitted.usesDoubles(),
                emitted.privateBytes());
        Map<String, String> scalars = Arrays.stream(sizes.split(" ", -1))
                .map(size -> size.split("=", -1))
                .collect(Collectors.toMap(size -> size[0], size -> size[1]));
        try (Device device = OpenClDevice.open(kernel.signature(), changed, "", Map.of())) {
            return new KernelRunner(RunSubject.of(kernel, (BoardLookup.Found) Boards.named("u280")), device)
                    .run(RunRequest.of(scalars));
        }
    }

    @ParameterizedTest(name = "{0}: {2} instead of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "vector_add   | a[i] + b[i];           | a[i] - b[i];           | n=9            | c",
                "vector_add   | i < (n & 0x7fffffff)   | i < (n & 0x7fffffff) - 1 | n=9         | c",
                "gemm_i8      | + x * bTiles[kk]       | - x * bTiles[kk]       | m=9 n=5 k=7    | c",
                "gemm_i8      | i0 += 128              | i0 += 256              | m=131 n=2 k=3  | c",
                "gemm_i8      | bTiles[kk][tj][j];     | bTiles[kk][tj][j ^ 1]; | m=3 n=5 k=7    | c",
                "gemm_f32     | += aTiles[ti][i][kk] * | += (double)aTiles[ti][i][kk] * | m=9 n=5 k=7 | c",
                "image_filter | 4 * window[1][1] + 8   | 4 * window[1][1] + 7   | h=9 w=9 mode=0 | dst",
                "image_filter | y == 1 ? middle        | y == 2 ? middle        | h=9 w=9 mode=1 | dst",
                "image_filter | = fifo_char_read(pixels) & 0xff | = fifo_char_read(pixels) & 0x7f | h=9 w=9 mode=1 | dst",
                "jacobi_2d    | (centre + left + right + below + above) | (left + centre + right + above + below) | h=9 w=9 | dst",
                "posit_dot    | half5 && (lost         | half5 && (!lost        | count=300      | out",
                "posit_dot    | ((body2 << (run2 & 0x1f)) << 1) & 0xfff | ((body2 << (run2 & 0x1f)) << 1) | count=300 | out",
                "relu_linear_attention_i8 | (denominator & 0xfffffff) >> 1 | (denominator & 0xfffffff) >> 2 | heads=2 queries=9 keys=7 | out",
            })
    void isFound(String kernel, String text, String replacement, String sizes, String output) throws Exception {
        RunReport report = run(kernel, sizes, text, replacement);

        assertThat(report.isEqual()).isFalse();
        Comparison comparison = report.outputs().get(output);
        assertThat(comparison.mismatches()).isPositive();
        assertThat(comparison.first()).isNotEmpty();
    }
}
