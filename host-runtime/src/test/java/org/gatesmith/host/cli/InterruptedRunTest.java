package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that somebody ends keeps what it finished, and goes on to the same results. */
class InterruptedRunTest {

    /** So many tiles that the run is still at work when the first are finished. */
    private static final String SIZE = "n=200000000";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private static Process start(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(Gatesmith.class.getName());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until some groups of tiles are known to be finished. */
    private static void awaitJournal(Path run, Process process) throws Exception {
        Path journal = run.resolve("journal.jsonl");
        while (!Files.exists(journal) || Files.size(journal) == 0) {
            assertThat(process.isAlive()).as("the run is still at work").isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    @Timeout(300)
    void aRunThatIsAskedToEndGoesOnWhereItWas() throws Exception {
        Path run = folder.resolve("run");
        Process process = start(
                "run",
                "vector_add",
                "--board",
                "u280",
                "--on",
                "jvm",
                "--size",
                SIZE,
                "--tile",
                "n=1000000",
                "--verify",
                "sample:10%",
                "--out",
                run);
        try {
            awaitJournal(run, process);
            // SIGTERM, which ends a JVM as Ctrl-C does: through its shutdown hooks.
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(run.resolve("outputs/c.npy")).doesNotExist();
        CommandRun.of("verify", run).exits(1).prints("incomplete");
        long kept = Files.readAllLines(run.resolve("journal.jsonl")).size();

        CommandRun resumed = CommandRun.of("run", "--resume", run).exits(0);

        resumed.prints(kept + " of 200 parts were finished before", System.lineSeparator() + "equal");
        CommandRun.of("verify", run).exits(0).prints("all checks passed");
        CommandRun.of("run", "--resume", run).exits(2).complains("the run is complete (equal)");
        CommandRun.of("run", "--resume", run, "--seed", "2").exits(2).complains("leave --seed 2 out");
    }

    @Test
    void theFolderMayBeJoinedToTheOptionAndATimeLimitGivenAnew() {
        Path run = folder.resolve("run");
        CommandRun.of("run", "--resume=" + folder, "--time-limit", "9").exits(2).complains("holds no run");

        CommandRun.of("run", "vector_add", "--board", "u280", "--on", "jvm", "--out", run)
                .exits(0);
        CommandRun.of("run", "--resume=" + run, "--quiet", "--time-limit=9")
                .exits(2)
                .complains("the run is complete (equal)");
    }

    @Test
    void aFolderThatHoldsNoRunCannotGoOn() {

        CommandRun.of("run", "--resume", folder).exits(2).complains("holds no run");
        CommandRun.of("run", "--resume").exits(2).complains("--resume needs the folder");
    }
}
