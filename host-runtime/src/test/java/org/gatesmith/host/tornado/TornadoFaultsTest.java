package org.gatesmith.host.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when TornadoVM is missing, of another kind, fails, hangs or falls back to Java; shell scripts stand in for it. */
class TornadoFaultsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TaskFolder files;

    @BeforeEach
    void createFolders() throws Exception {
        files = TaskFolder.of(folder.resolve("task"));
    }

    private TornadoProcess standIn(String script) throws Exception {
        return standIn(script, "4.0.1-jdk25");
    }

    private TornadoProcess standIn(String script, String version) throws Exception {
        Path file = Files.writeString(folder.resolve("java"), script);
        TornadoInstallation tornado = new TornadoInstallation(folder, folder.resolve("api.jar"), version);
        return new TornadoProcess(List.of("sh", file.toString()), tornado, files, List.of());
    }

    private String writingKernel(String rest) {
        return "echo '__kernel void f(__global uchar *a)' > " + files.kernel() + "\n" + rest;
    }

    @Test
    void aMissingVariableIsNamedWithWhatToInstall() {
        assertThatThrownBy(() -> TornadoInstallation.find(Map.of()))
                .isInstanceOf(MissingToolException.class)
                .hasMessageContainingAll("TORNADOVM_HOME is not set", "install", "docs/tornadovm.md");
    }

    @Test
    void aFolderWithoutTornadoIsNamed() {
        assertThatThrownBy(() -> TornadoInstallation.find(Map.of("TORNADOVM_HOME", folder.toString())))
                .isInstanceOf(MissingToolException.class)
                .hasMessageContainingAll(folder.toString(), "no tornado-argfile");
    }

    @Test
    void aBuildForAnotherJdkIsRefused() throws Exception {
        Files.writeString(folder.resolve("tornado-argfile"), "");
        Path jars = Files.createDirectories(folder.resolve("share/java/tornado"));
        Files.writeString(jars.resolve("tornado-api-4.0.1-jdk21.jar"), "");

        assertThatThrownBy(() -> TornadoInstallation.find(Map.of("TORNADOVM_HOME", folder.toString())))
                .isInstanceOf(MissingToolException.class)
                .hasMessageContaining("is for JDK 21");
    }

    @Test
    void aRunThatEndsWellAnswers() throws Exception {
        List<String> lines =
                standIn(writingKernel("echo 'gatesmith: done 5 0 0'")).call("run", "f", LIMIT);

        assertThat(TaskOutcome.of(lines)).isEqualTo(new TaskOutcome(Duration.ofNanos(5), 0, false));
    }

    @Test
    void aRunWithoutOpenClTextIsAFallBack() throws Exception {
        TornadoProcess process = standIn("echo 'gatesmith: done 5 0 0'");

        assertThatThrownBy(() -> process.call("run", "f", LIMIT))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("without compiling the kernel");
    }

    @Test
    void aPrintedOpenClErrorIsAFailure() throws Exception {
        TornadoProcess process = standIn(
                writingKernel(
                        "echo '[TornadoVM-OCL-JNI] ERROR : clEnqueueNDRangeKernel -> Returned: -54'\necho 'gatesmith: done 5 0 0'"));

        assertThatThrownBy(() -> process.call("run", "f", LIMIT))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("Returned: -54");
    }

    @Test
    void aBailoutIsAFailure() throws Exception {
        TornadoProcess process =
                standIn(writingKernel("echo 'TornadoBailoutRuntimeException: Unable to compile task'\nexit 1"));

        assertThatThrownBy(() -> process.call("run", "f", LIMIT))
                .isInstanceOf(DeviceException.class)
                .hasMessageContainingAll("exit code 1", "Unable to compile task");
    }

    @Test
    void aReleaseThatWasNotTriedIsNamedEvenIfItWorks() throws Exception {
        assertThat(standIn("exit 0", "5.2.0-jdk25").warnings())
                .singleElement()
                .asString()
                .contains("TornadoVM 5.2.0-jdk25", "was not tried");
        assertThat(standIn("exit 0", "4.0.1-jdk25").warnings()).isEmpty();
    }

    @Test
    void aFailureOfAReleaseThatWasNotTriedSaysSo() throws Exception {
        TornadoProcess process = standIn("exit 1", "5.2.0-jdk25");

        assertThatThrownBy(() -> process.call("run", "f", LIMIT))
                .isInstanceOf(DeviceException.class)
                .hasMessageContainingAll("TornadoVM 5.2.0-jdk25", "was not tried", "4.0.1");
    }

    @Test
    void aRunThatHangsIsEnded() throws Exception {
        TornadoProcess process = standIn("exec sleep 60");

        assertThatThrownBy(() -> process.call("run", "f", Duration.ofMillis(200)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("--time-limit");
    }
}
