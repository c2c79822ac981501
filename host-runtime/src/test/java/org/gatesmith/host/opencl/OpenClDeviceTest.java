package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.cli.UserKernel;
import org.gatesmith.host.csim.EmittedFault;
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

/** What becomes of kernels that fail on an OpenCL device although the JVM found nothing wrong: faults are put into the emitted text. */
class OpenClDeviceTest {

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

    private static OpenClDevice open(CompiledKernel kernel, UnaryOperator<String> fault, String device)
            throws Exception {
        OpenClKernel emitted = kernel.openCl("u280");
        OpenClKernel faulty = new OpenClKernel(
                emitted.name(),
                new EmittedSources(Map.of(emitted.fileName(), fault.apply(emitted.text()))),
                emitted.launch(),
                emitted.fifos(),
                emitted.usesDoubles(),
                emitted.privateBytes());
        return OpenClDevice.open(kernel.signature(), faulty, device, Map.of());
    }

    private static RunReport run(CompiledKernel kernel, OpenClDevice device, Duration limit) throws Exception {
        BoardLookup.Found board = (BoardLookup.Found) Boards.named("u280");
        return new KernelRunner(RunSubject.of(kernel, board), device)
                .run(RunRequest.of(Map.of("n", "7")).with(RunOptions.DEFAULT.withTimeLimit(limit)));
    }

    private static DeviceException failure(CompiledKernel kernel, UnaryOperator<String> fault, Duration limit)
            throws Exception {
        try (OpenClDevice device = open(kernel, fault, "")) {
            return assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> run(kernel, device, limit))
                    .actual();
        }
    }

    @Test
    void aFaultInTheEmittedTextIsFound() throws Exception {
        CompiledKernel kernel = compiled("vector_add");
        try (OpenClDevice device = open(kernel, EmittedFault.replacing("a[i] + b[i];", "a[i] - b[i];"), "")) {
            RunReport report = run(kernel, device, Duration.ofMinutes(1));

            assertThat(report.isEqual()).isFalse();
            assertThat(report.outputs().get("c").mismatches()).isPositive();
        }
    }

    @Test
    void aKernelThatDoesNotEndIsEndedAtTheTimeLimit() throws Exception {
        DeviceException failure = failure(
                compiled("vector_add"),
                EmittedFault.replacing("c[i] = a[i] + b[i];", "for (volatile int k = 1; k != 0; ) { k = 2; }"),
                Duration.ofSeconds(10));

        assertThat(failure.fault()).isEqualTo(DeviceFault.TIME_LIMIT);
        assertThat(failure).hasMessageContaining("did not end within 10 s on the OpenCL device");
    }

    @Test
    void aCrashCostsAMessageThatNamesTheSignal() throws Exception {
        DeviceException failure = failure(
                compiled("vector_add"),
                EmittedFault.replacing("c[i] = a[i] + b[i];", "c[i + 1000000000000L] = a[i];"),
                Duration.ofMinutes(1));

        assertThat(failure.fault()).isEqualTo(DeviceFault.CRASH);
        assertThat(failure)
                .hasMessageContaining("the OpenCL driver stopped with SIGSEGV: probably an index outside an array");
    }

    @Test
    void aProgramThatDoesNotCompileNamesTheJavaLine() throws Exception {
        CompiledKernel kernel = compiled("vector_add");

        DeviceException failure = assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> open(kernel, EmittedFault.replacing("a[i] + b[i];", "a[i] + nothing;"), ""))
                .actual();

        assertThat(failure.fault()).isEqualTo(DeviceFault.COMPILATION);
        assertThat(failure.span().file()).isEqualTo("VectorAdd.java");
        assertThat(failure.span().startLine()).isEqualTo(41);
        assertThat(failure).hasMessageContaining("nothing").hasMessageContaining("CL_BUILD_PROGRAM_FAILURE (-11)");
    }

    @Test
    void aFifoThatIsTooSmallGrows() throws Exception {
        UserKernel source = UserKernel.of(folder, """
                @Kernel("k")
                @Dataflow
                public static void k(@In @Shape("n") int[] a, @InOut @Shape("n") int[] b, int n) {
                    IntFifo many = new IntFifo();
                    spread(a, many, n);
                    gather(many, b, n);
                }

                static void spread(int[] a, IntFifo many, int n) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < 5000; j++) {
                            many.write(a[i] + j);
                        }
                    }
                }

                static void gather(IntFifo many, int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < 5000; j++) {
                            b[i] = 31 * b[i] + many.read();
                        }
                    }
                }
                """);
        CompiledKernel kernel = compiled(source.file().toString());
        try (OpenClDevice device = open(kernel, UnaryOperator.identity(), "")) {
            assertThat(run(kernel, device, Duration.ofMinutes(1)).isEqual()).isTrue();
        }
    }

    @Test
    void anUnknownDeviceIsAnErrorThatListsThoseThereAre() throws Exception {
        CompiledKernel kernel = compiled("vector_add");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> open(kernel, UnaryOperator.identity(), "no such card"))
                .withMessageContaining("--device no such card: no OpenCL device matches; devices:\n  0  ");
    }

    @Test
    void aDeviceIsChosenByItsNumberOrAPartOfItsName() throws Exception {
        CompiledKernel kernel = compiled("vector_add");
        try (OpenClDevice byNumber = open(kernel, UnaryOperator.identity(), "0")) {
            assertThat(run(kernel, byNumber, Duration.ofMinutes(1)).isEqual()).isTrue();
        }
    }

    @Test
    void withoutADriverTheMessageSaysWhatToInstall() throws Exception {
        CompiledKernel kernel = compiled("vector_add");

        assertThatExceptionOfType(MissingToolException.class)
                .isThrownBy(() -> OpenClDevice.open(
                        kernel.signature(), kernel.openCl("u280"), "", Map.of("OCL_ICD_VENDORS", folder.toString())))
                .withMessageContaining("no OpenCL driver offers a device")
                .withMessageContaining("apt-get install pocl-opencl-icd");
    }

    @Test
    void arraysTooLargeForTheDeviceAreRefused() throws Exception {
        UserKernel source = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    int[] large = new int[4000000];
                    for (int i = 0; i < n; i++) {
                        large[i] = a[i];
                    }
                    for (int i = 0; i < n; i++) {
                        b[i] = large[n - 1 - i];
                    }
                }
                """);
        CompiledKernel kernel = compiled(source.file().toString());

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> open(kernel, UnaryOperator.identity(), ""))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.UNSUPPORTED))
                .withMessageContaining("the kernel's own arrays take 16000000 bytes");
    }
}
