package org.gatesmith.host.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says when a kernel fails while it runs. The JVM runs first and finds what Java itself throws. */
class KernelFailuresTest {

    @TempDir
    private Path folder;

    private CommandRun run(UserKernel kernel, String device, Object... more) {
        Object[] arguments = new Object[6 + more.length];
        System.arraycopy(new Object[] {"run", kernel.file(), "--board", "u280", "--on", device}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandRun.of(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "csim"})
    void anIndexOutOfBoundsIsShownAtItsLine(String device) throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "a[i + 1]");

        run(kernel, device, "--size", "n=7")
                .exits(2)
                .complains(
                        kernel.at("a[i + 1]"),
                        "error[GS0901]",
                        "Index 7 out of bounds for length 7",
                        "b[i] = a[i + 1];");
    }

    @Test
    void anIndexOutOfBoundsInAHelperIsShownAtItsOwnLine() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                private static final int[] TABLE = {1, 2, 3};

                @Kernel("k")
                public static void k(@Out @Shape("n") int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        b[i] = at(i);
                    }
                }

                private static int at(int index) {
                    return TABLE[index];
                }
                """);

        run(kernel, "jvm", "--size", "n=4")
                .exits(2)
                .complains(kernel.at("return TABLE[index]"), "Index 3 out of bounds for length 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "csim"})
    void aDivisionByZeroIsShownAtItsLine(String device) throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "a[i] / (i - 5)");

        run(kernel, device, "--size", "n=8")
                .exits(2)
                .complains(kernel.at("a[i] / (i - 5)"), "error[GS0902]", "division by zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "csim"})
    void aBrokenContractOfALocalVariableIsShownAtItsLine(String device) throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@Out @Shape("n") int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        @Range(min = 0, max = 9) int digit = i;
                        b[i] = digit;
                    }
                }
                """);

        run(kernel, device, "--size", "n=11")
                .exits(2)
                .complains(kernel.at("int digit = i"), "error[GS0903]", "'digit' is 10, but its contract is 0 to 9");
    }

    @Test
    void anEndlessLoopEndsAtTheTimeLimit() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@Out @Shape("n") int[] b, int n) {
                    int i = 0;
                    while (i < n) {
                        b[i] = i;
                    }
                }
                """);

        // In a process of its own, with which the thread that cannot be stopped ends.
        CommandRun.inChild(
                        Map.of(),
                        "run",
                        kernel.file(),
                        "--board",
                        "u280",
                        "--on",
                        "jvm",
                        "--size",
                        "n=1",
                        "--time-limit",
                        "1")
                .exits(2)
                .complains("error[GS0905]", "did not end within 1 s on the JVM", "--time-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "csim"})
    void aDeadlockIsShownAsACycleWithTheDepthThatBreaksIt(String device) throws Exception {
        UserKernel kernel = UserKernel.of(folder, Deadlocks.SPLIT_AND_MERGE);

        run(kernel, device, "--size", "n=7")
                .exits(2)
                .complains(
                        kernel.at("@Kernel"),
                        "error[GS0904]",
                        "process 'split' writes FIFO 'early', which is full (2 of 2)",
                        "process 'merge' reads FIFO 'late', which is empty",
                        "cycle: split -> merge -> split",
                        "it completes with @Depth(7) on 'early' (now 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "csim"})
    void theDepthOfAScheduleBreaksTheDeadlock(String device) throws Exception {
        UserKernel kernel = UserKernel.of(folder, Deadlocks.SPLIT_AND_MERGE);
        Path schedule = Files.writeString(
                folder.resolve("deep.json"), "{\"fifos\": {\"k.early\": {\"depth\": 7}}}", StandardCharsets.UTF_8);

        run(kernel, device, "--size", "n=7", "--schedule", schedule).exits(0).prints("equal");
        run(kernel, device, "--size", "n=8", "--schedule", schedule)
                .exits(2)
                .complains("process 'split' writes FIFO 'early', which is full (7 of 7)");
    }
}
