package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command line says about the machine it runs on. Permissions do not hold back the superuser, as whom tests may run,
 * so the folders that cannot be written lie below a regular file.
 */
class EnvironmentErrorsTest {

    @TempDir
    private Path folder;

    private static CommandRun csim(Map<String, String> environment) throws Exception {
        return CommandRun.inChild(environment, "run", "vector_add", "--board", "u280", "--on", "csim", "--size", "n=3");
    }

    private Path belowAFile() throws Exception {
        return Files.writeString(folder.resolve("file"), "").resolve("below");
    }

    @Test
    void aMissingCompilerNamedInCxxEndsWithCodeThree() throws Exception {
        csim(Map.of("CXX", "/nonexistent/c++"))
                .exits(3)
                .complains("C simulation needs the C++ compiler /nonexistent/c++", "apt-get install g++", "CXX");
    }

    @Test
    void aMissingCompilerEndsWithCodeThree() throws Exception {
        csim(Map.of("CXX", "g++", "PATH", folder.toString()))
                .exits(3)
                .complains("C simulation needs the C++ compiler g++", "apt-get install g++");
    }

    @Test
    void theJvmNeedsNoCompiler() throws Exception {
        CommandRun.inChild(
                        Map.of("CXX", "/nonexistent/c++"),
                        "run",
                        "vector_add",
                        "--board",
                        "u280",
                        "--on",
                        "jvm",
                        "--size",
                        "n=3")
                .exits(0);
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws Exception {
        Path cache = belowAFile();

        csim(Map.of("GATESMITH_CACHE", cache.toString()))
                .exits(2)
                .complains("the cache folder " + cache, "set GATESMITH_CACHE to a folder that can be written");
    }

    @Test
    void aCompilerThatFailsIsQuoted() throws Exception {
        Path compiler = Files.writeString(folder.resolve("c++"), """
                #!/bin/sh
                test "$1" = --version && exec echo broken 1.0
                echo 'the disk is on fire' >&2
                exit 1
                """);
        assertThat(compiler.toFile().setExecutable(true)).isTrue();

        csim(Map.of(
                        "CXX",
                        compiler.toString(),
                        "GATESMITH_CACHE",
                        folder.resolve("cache").toString()))
                .exits(2)
                .complains("error[GS0909]", compiler.toString(), "the disk is on fire");
    }

    private static CommandRun tornado(String home) throws Exception {
        return CommandRun.inChild(
                Map.of("TORNADOVM_HOME", home),
                "run",
                "vector_add",
                "--board",
                "u280",
                "--on",
                "tornado",
                "--size",
                "n=3");
    }

    @Test
    void withoutTornadoVmARunOnItEndsWithCodeThreeAndHowToInstallIt() throws Exception {
        tornado("")
                .exits(3)
                .complains(
                        "this needs TornadoVM",
                        "TORNADOVM_HOME is not set",
                        "sdk install tornadovm",
                        "apt-get install pocl-opencl-icd",
                        "docs/tornadovm.md");
    }

    @Test
    void aTornadoVmForAnotherJdkEndsWithCodeThree() throws Exception {
        Files.writeString(folder.resolve("tornado-argfile"), "");
        Path jars = Files.createDirectories(folder.resolve("share/java/tornado"));
        Files.writeString(jars.resolve("tornado-api-4.0.1-jdk21.jar"), "");

        tornado(folder.toString())
                .exits(3)
                .complains("TornadoVM 4.0.1-jdk21", "is for JDK 21", "sdk install tornadovm");
    }

    @Test
    void doctorSaysWhyItTakesNoTornadoVm() throws Exception {
        CommandRun.inChild(Map.of("TORNADOVM_HOME", folder.toString()), "doctor")
                .exits(0)
                .prints("TORNADOVM_HOME=" + folder + ": there is no tornado-argfile in that folder", "sdk install");
    }

    @Test
    void withoutTornadoVmABuildForItHasTheSourcesAlone() throws Exception {
        Path out = folder.resolve("build");

        CommandRun.inChild(
                        Map.of("TORNADOVM_HOME", ""),
                        "build",
                        "vector_add",
                        "--board",
                        "u280",
                        "--emit",
                        "tornado",
                        "--out",
                        out)
                .exits(0);

        assertThat(out.resolve("src/VectorAddTask.java")).exists();
        assertThat(out.resolve("vector_add.cl")).doesNotExist();
    }

    @Test
    void anOutputFolderThatCannotBeCreatedIsNamedBeforeTheRun() throws Exception {
        Path out = belowAFile();

        CommandRun run = CommandRun.of("run", "vector_add", "--board", "u280", "--on", "jvm", "--out", out);

        run.exits(2).complains(out + ": cannot be written");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anOutputThatIsAFileIsNamed() throws Exception {
        Path out = Files.writeString(folder.resolve("file"), "");

        CommandRun.of("run", "vector_add", "--board", "u280", "--on", "jvm", "--out", out)
                .exits(2)
                .complains(out + ": is a file; choose another folder for the run");
    }

    @Test
    void aHeapThatIsTooSmallIsNamed() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@Out @Shape("n") int[] b, int n) {
                    b[n - 1] = 1;
                }
                """);

        CommandRun.inChild(
                        Map.of("JDK_JAVA_OPTIONS", "-Xmx64m"),
                        "run",
                        kernel.file(),
                        "--board",
                        "u280",
                        "--on",
                        "jvm",
                        "--size",
                        "n=40000000",
                        "--memory",
                        "1G")
                .exits(2)
                .complains("heap of the JVM", "64 MB", "-Xmx");
    }
}
