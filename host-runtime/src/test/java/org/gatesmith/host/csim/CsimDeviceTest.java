package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.cli.Deadlocks;
import org.gatesmith.host.cli.UserKernel;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.RunOptions;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.gatesmith.host.run.RunSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a simulated kernel that fails, although the JVM found nothing wrong: faults are put into the emitted C++. */
class CsimDeviceTest {

    @TempDir
    private Path folder;

    private static CompiledKernel vectorAdd() throws Exception {
        return KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate("vector_add").source(), null));
    }

    private static Device open(CompiledKernel kernel, UnaryOperator<String> fault) throws Exception {
        Map<String, String> files = EmittedFault.in(kernel, Boards.names().getFirst(), fault);
        return CsimDevice.open(kernel.signature(), files, Optional.empty());
    }

    /** At the start of the emitted {@code vector_add}. */
    private static UnaryOperator<String> first(String statement) {
        return source -> source.replaceFirst(
                "(#pragma HLS interface mode=ap_ctrl_chain port=return\n)", "$1" + statement + "\n");
    }

    private static RunReport run(CompiledKernel kernel, Device device, Duration limit) throws Exception {
        BoardLookup.Found board = (BoardLookup.Found) Boards.named("u280");
        return new KernelRunner(RunSubject.of(kernel, board), device)
                .run(RunRequest.of(Map.of("n", "7")).with(RunOptions.DEFAULT.withTimeLimit(limit)));
    }

    private static ThrowableAssertAlternative<DeviceException> assertFails(
            CompiledKernel kernel, UnaryOperator<String> fault) throws Exception {
        try (Device device = open(kernel, fault)) {
            return assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> run(kernel, device, Duration.ofSeconds(2)));
        }
    }

    @Test
    void aWritePastAnArrayNamesTheArray() throws Exception {
        assertFails(vectorAdd(), first("c[2000] = 1;"))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.CRASH))
                .withMessageContaining(
                        "stopped with SIGSEGV: array 'c' has 7 elements and is accessed near index 2000");
    }

    @Test
    void aWriteToAnInputNamesTheArray() throws Exception {
        assertFails(vectorAdd(), first("const_cast<float*>(a)[2] = 1;"))
                .withMessageContaining("array 'a' is an input and is written at index 2");
    }

    @Test
    void whatACrashedKernelPrintedIsShown() throws Exception {
        assertFails(
                        vectorAdd(),
                        first("fprintf(stderr, \"out of cheese\\\\n\"); abort();")
                                .andThen(source -> "#include <cstdio>\n#include <cstdlib>\n" + source)::apply)
                .withMessageContaining("SIGABRT")
                .withMessageContaining("out of cheese");
    }

    @Test
    void aKernelThatEndsTheProgramIsReported() throws Exception {
        assertFails(vectorAdd(), first("_exit(0);").andThen(source -> "#include <unistd.h>\n" + source)::apply)
                .withMessageContaining("ended without an answer");
    }

    @Test
    void anEndlessLoopEndsAtTheTimeLimit() throws Exception {
        assertFails(vectorAdd(), first("for (volatile int stay = 1; stay;) {}"))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.TIME_LIMIT))
                .withMessageContaining("did not end within 2 s in C simulation; if it only needs longer")
                .withMessageContaining("--time-limit");
    }

    @Test
    void anEndlessProcessIsNamed() throws Exception {
        CompiledKernel kernel = withDeepFifo();

        assertFails(
                        kernel,
                        source -> source.replaceFirst(
                                "(merge\\([^)]*\\) \\{\n)", "$1for (volatile int stay = 1; stay;) {}\n"))
                .withMessageContaining("in process 'merge'");
    }

    @Test
    void aDeadlockInCSimulationAloneShowsItsCycle() throws Exception {
        CompiledKernel kernel = withDeepFifo();

        assertFails(kernel, source -> source.replace(", 100>", ", 3>"))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.DEADLOCK))
                .withMessageContaining("split waits to write FIFO 'early' (full, 3 of 3)")
                .withMessageContaining("cycle: split -> merge -> split")
                .withMessageContaining("early 7 (declared 3)");
    }

    /** A kernel that would deadlock on a shallow FIFO. */
    private CompiledKernel withDeepFifo() throws Exception {
        String members = Deadlocks.SPLIT_AND_MERGE.replace("IntFifo early = ", "@Depth(100) IntFifo early = ");
        String file = UserKernel.of(folder, members).file().toString();
        return KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate(file).source(), null));
    }

    @Test
    void codeThatDoesNotCompileBringsTheCompilersMessage() throws Exception {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> open(vectorAdd(), first("undeclared = 1;")))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.COMPILATION))
                .withMessageContaining("rejects the emitted code")
                .withMessageContaining("undeclared");
    }

    @Test
    void aCrashLeavesTheHostAndOtherKernelsAlone() throws Exception {
        CompiledKernel kernel = vectorAdd();
        try (Device healthy = open(kernel, UnaryOperator.identity())) {
            assertFails(kernel, first("c[2000] = 1;"));

            assertThat(run(kernel, healthy, Duration.ofSeconds(10)).isEqual()).isTrue();
        }
    }

    @Test
    void aDeviceServesManyRuns() throws Exception {
        CompiledKernel kernel = vectorAdd();
        try (Device device = open(kernel, UnaryOperator.identity())) {
            for (int i = 0; i < 3; i++) {
                assertThat(run(kernel, device, Duration.ofSeconds(10)).isEqual())
                        .isTrue();
            }
        }
    }

    @Test
    void aCrashedDeviceStaysCrashed() throws Exception {
        CompiledKernel kernel = vectorAdd();
        try (Device device = open(kernel, first("if (n == 7) c[2000] = 1;"))) {
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> run(kernel, device, Duration.ofSeconds(10)));
            assertThatExceptionOfType(DeviceException.class)
                    .isThrownBy(() -> run(kernel, device, Duration.ofSeconds(10)))
                    .withMessageContaining("ended without an answer");
        }
    }
}
