package org.gatesmith.host.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.tornado.Register;
import org.gatesmith.hls.emit.tornado.TaskArgument;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.cli.UserKernel;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.endtoend.OpenCl;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.RunOptions;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.gatesmith.host.run.RunSubject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenCL C in the shape that TornadoVM gives it for an FPGA, on an OpenCL device without TornadoVM: four hidden arguments, headers of
 * 16 bytes, scalars in an array, groups of 64 work-items.
 */
class TornadoFpgaDeviceTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String HIDDEN =
            "__global long *context, __constant uchar *constants, __local uchar *local_region, __global int *atomics, ";

    private static final String VECTOR_ADD =
            "__attribute__((reqd_work_group_size(64, 1, 1)))\n__kernel void vector_add(" + HIDDEN + """
            __global uchar *a, __global uchar *b, __global uchar *c, __global uchar *scalars, __private int items)
            {
              int item = get_global_id(0);
              if (item < (int) *((__global long *) (scalars + 16))) {
                long at = 16 + 4 * (long) item;
                *((__global float *) (c + at)) = *((__global float *) (a + at)) + *((__global float *) (b + at));
              }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openClIsInstalled() throws Exception {
        OpenCl.assumeInstalled();
    }

    private static CompiledKernel compiled(String kernel) throws Exception {
        return KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate(kernel).source(), null));
    }

    private static CompiledKernel vectorAdd() throws Exception {
        return compiled("vector_add");
    }

    private static TornadoFpgaDevice open(CompiledKernel kernel, String text) throws Exception {
        return TornadoFpgaDevice.open(
                kernel.signature(), new FpgaKernel(TornadoDevice.task(kernel), text), "a test", "");
    }

    private static RunReport run(CompiledKernel kernel, String text, Map<String, String> sizes) throws Exception {
        BoardLookup.Found board = (BoardLookup.Found) Boards.named("u280");
        try (TornadoFpgaDevice device = open(kernel, text)) {
            return new KernelRunner(RunSubject.of(kernel, board), device)
                    .run(RunRequest.of(sizes).with(RunOptions.DEFAULT.withTimeLimit(LIMIT)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "63", "64", "65", "4099"})
    void aParallelKernelRunsInGroupsThatAreWhole(String n) throws Exception {
        RunReport report = run(vectorAdd(), VECTOR_ADD, Map.of("n", n));

        assertThat(report.isEqual()).isTrue();
    }

    @Test
    void oneCompiledKernelServesTilesOfSeveralSizes() throws Exception {
        CompiledKernel kernel = vectorAdd();
        BoardLookup.Found board = (BoardLookup.Found) Boards.named("u280");
        RunOptions tiles = RunOptions.DEFAULT.withTimeLimit(LIMIT).withTiles(Map.of("n", 100L));
        try (TornadoFpgaDevice device = open(kernel, VECTOR_ADD)) {
            RunReport report = new KernelRunner(RunSubject.of(kernel, board), device)
                    .run(RunRequest.of(Map.of("n", "1037")).with(tiles));

            assertThat(report.isEqual()).isTrue();
            assertThat(report.plan().tiles()).isEqualTo(11);
        }
    }

    @Test
    void aWrongConstantIsFound() throws Exception {
        RunReport report = run(vectorAdd(), VECTOR_ADD.replace("16 + 4 *", "20 + 4 *"), Map.of("n", "7"));

        assertThat(report.isEqual()).isFalse();
        assertThat(report.outputs().get("c").mismatches()).isPositive();
    }

    @Test
    void aTextThatDoesNotCompileIsRefusedWithTheCompilersWords() {
        assertThatThrownBy(() -> run(vectorAdd(), VECTOR_ADD + "}", Map.of("n", "7")))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.COMPILATION))
                .hasMessageContainingAll("the OpenCL compiler rejects the emitted code", "extraneous closing brace");
    }

    @Test
    void aKernelWithAnotherNumberOfArgumentsIsRefused() throws Exception {
        String shorter = VECTOR_ADD.replace(", __private int items", "");
        FpgaKernel kernel = new FpgaKernel(TornadoDevice.task(vectorAdd()), shorter);

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(kernel::requireShape)
                .withMessageContaining("with 8 arguments instead of 9");
    }

    @Test
    void aReleaseThatWasNotTriedIsMissing() {
        TornadoInstallation newer = new TornadoInstallation(folder, folder.resolve("api.jar"), "5.2.0-jdk25");

        assertThatExceptionOfType(MissingToolException.class)
                .isThrownBy(newer::requireFpga)
                .withMessageContainingAll("TornadoVM 5.2.0-jdk25", "4.0.1 is", "docs/tornadovm.md");
    }

    @Test
    void aSequentialKernelHasTablesAndScalarsOfSeveralTypes() throws Exception {
        CompiledKernel kernel = compiled(UserKernel.of(folder, """
                static final int[] TABLE = {5, 7, 11};

                @Kernel("k")
                public static void k(
                        @InOut @Shape("n") byte[] b, @Range(min = 0, max = 1000) int n, short add, float scale, double offset) {
                    for (int i = 0; i < n; i++) {
                        b[i] = (byte) (b[i] * TABLE[i % 3] + add + (int) (scale * 2.0f) + (int) offset);
                    }
                }
                """).file().toString());
        TornadoTask task = TornadoDevice.task(kernel);
        String text = "__kernel void k(" + HIDDEN
                + task.arguments().stream()
                        .map(argument -> "__global uchar *" + argument.name())
                        .collect(Collectors.joining(", "))
                + """
                )
                {
                  long n = ((__global long *) (scalars + 16))[0];
                  int add = (int) ((__global long *) (scalars + 16))[1];
                  float scale = *((__global float *) (floatScalars + 16));
                  double offset = *((__global double *) (doubleScalars + 16));
                  for (long i = 0; i < n; i++) {
                    __global char *at = (__global char *) (b + 16 + i);
                    *at = *at * ((__global int *) (TABLE + 16))[i % 3] + add + (int) (scale * 2.0f) + (int) offset;
                  }
                }
                """.replace("TABLE", table(task));

        RunReport report = run(kernel, text, Map.of("n", "100", "add", "-9", "scale", "3.75", "offset", "1.5"));

        assertThat(report.isEqual()).isTrue();
    }

    private static String table(TornadoTask task) {
        return task.arguments().stream()
                .filter(TaskArgument.Table.class::isInstance)
                .map(TaskArgument::name)
                .findFirst()
                .orElseThrow();
    }

    // ---- FIFOs

    private static final Parameter.Array OUT =
            new Parameter.Array("out", JavaType.INT, null, Direction.INOUT, List.of(), "gmem");

    private static TornadoTask withFifo() {
        return new TornadoTask(
                "KTask",
                "k",
                List.of("out"),
                List.of(
                        new TaskArgument.Port("out", OUT),
                        new TaskArgument.Fifo("f", Register.INT, 1),
                        new TaskArgument.FifoCounts("counts", 1)),
                Optional.empty(),
                new EmittedSources(Map.of()));
    }

    private static String fifoKernel(String body) {
        return "__kernel void k(" + HIDDEN + "__global uchar *out, __global uchar *f, __global uchar *counts)\n{\n"
                + "  __global int *o = (__global int *) (out + 16);\n"
                + "  __global int *q = (__global int *) (f + 16);\n"
                + "  __global int *c = (__global int *) (counts + 16);\n" + body + "}\n";
    }

    /** What the array holds after a run of a kernel with a FIFO. */
    private static int[] after(String body, int[] before) throws Exception {
        KernelSignature signature = new KernelSignature("k", "K", "k", List.of(OUT), Tolerance.EXACT, "");
        FpgaKernel kernel = new FpgaKernel(withFifo(), fifoKernel(body));
        try (TornadoFpgaDevice device = TornadoFpgaDevice.open(signature, kernel, "a test", "");
                DeviceBuffer buffer = device.allocate(OUT, before.length)) {
            buffer.write(Elements.over(before));
            device.run(List.of(new Argument.Buffer(buffer, before.length)), LIMIT);
            int[] after = new int[before.length];
            buffer.read(Elements.over(after));
            return after;
        }
    }

    @Test
    void aFifoThatIsTooSmallRepeatsTheRunFromWhatWasThere() throws Exception {
        int elements = 3 * 4096;
        int[] after =
                after("""
                  int room = c[0];
                  for (int i = 0; i < %1$d; i++) { if (i < room) { q[i] = i; } }
                  c[1] = %1$d;
                  for (int i = 0; i < %1$d; i++) { o[i] += i < room ? q[i] : -1; }
                """.formatted(elements), IntStream.range(0, elements).toArray());

        assertThat(after).isEqualTo(IntStream.range(0, elements).map(i -> 2 * i).toArray());
    }

    @Test
    void aFifoThatIsReadBeforeItIsWrittenIsAFault() {
        assertThatThrownBy(() -> after("  c[2] = 1;\n", new int[1]))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.EMPTY_FIFO));
    }
}
