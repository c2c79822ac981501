package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.csim.DataflowCases.array;
import static org.gatesmith.host.csim.DataflowCases.call;
import static org.gatesmith.host.csim.DataflowCases.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatesmith.host.csim.DataflowCases.Answers;
import org.gatesmith.host.csim.DataflowCases.Case;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol between the host and a simulated kernel, and the kernel's last words. */
class ServerTest {

    private static DataflowCases cases;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        cases = DataflowCases.concurrent();
    }

    @Test
    void theFirstLineDescribesTheKernel() {
        assertThat(cases.run(1, List.of()).lines().getFirst().toString())
                .isEqualTo("{\"status\":\"ready\",\"protocol\":1,\"kernel\":\"cases\",\"parameters\":["
                        + "{\"name\":\"a\",\"kind\":\"in\",\"bytes\":4},"
                        + "{\"name\":\"b\",\"kind\":\"out\",\"bytes\":4},"
                        + "{\"name\":\"n\",\"kind\":\"scalar\",\"bytes\":4},"
                        + "{\"name\":\"which\",\"kind\":\"scalar\",\"bytes\":2}]}");
    }

    @Test
    void everyCommandIsAnsweredUntilQuit() {
        String call = call(Case.PIPELINE, 8);
        Answers answers = cases.run(8, List.of(call, call, "quit", call));
        assertThat(answers.lines()).hasSize(1 + 2 + 2);
        assertThat(answers.lines().getLast().get("nanoseconds").asLong()).isPositive();
        assertThat(answers.exitCode()).isZero();
    }

    @Test
    void theEndOfTheInputEndsTheProgram() {
        assertThat(cases.run(1, List.of()).exitCode()).isZero();
    }

    @Test
    void whatTheKernelPrintsStaysOutOfTheAnswers() {
        assertThat(cases.run(8, List.of(call(Case.PRINTING, 8))).lines()).hasSize(1 + 2 + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | unknown command 'dance'",
                "map a 0 | expected: map NAME OFFSET BYTES PATH",
                "map a x 4 f | expected: map NAME OFFSET BYTES PATH",
                "map c 0 4 f | kernel 'cases' has no array 'c'",
                "map n 0 4 f | kernel 'cases' has no array 'n'",
                "map a 2 4 f | array 'a' has elements of 4 bytes; offset and length have to be multiples of that",
                "map a 0 4 /no/such file | cannot open /no/such file: No such file or directory",
                "map a 4 4096 /dev/null | /dev/null has 0 bytes; 4096 from 4 on are asked for",
                "run 1 | no value for scalar 'which'",
                "run 1 zz | 'zz' for scalar 'which' is not hexadecimal",
                "run 1 2 3 | more values than scalars"
            })
    void aWrongCommandIsAnsweredAndForgotten(String command, String message) {
        Answers answers = cases.run(8, List.of(command, command.startsWith("map") ? "quit" : call(Case.PIPELINE, 8)));
        assertThat(answers.lines().get(3).get("status").asString()).isEqualTo("error");
        assertThat(answers.lines().get(3).get("message").asString()).isEqualTo(message);
        assertThat(answers.exitCode()).isZero();
    }

    @Test
    void aKernelIsNotCalledWithoutItsArrays() {
        Answers answers = cases.run(8, List.of("map a 0 4 /no/such", call(Case.PIPELINE, 8)));
        assertThat(answers.last().get("message").asString()).isEqualTo("array 'a' is not mapped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_ADDRESS | SIGSEGV | 11 | invalid address 0x8",
                "NATIVE_DIVISION_BY_ZERO | SIGFPE | 8 | integer division by zero, or of the most negative number by -1",
                "DIVISION_BY_ZERO | SIGFPE | 8 | integer division by zero, or of the most negative number by -1",
                "WIDE_DIVISION_BY_ZERO | SIGFPE | 8 | integer division by zero, or of the most negative number by -1",
                "ABORT | SIGABRT | 6 | the program gave up; its error output says why",
                "STACK_OVERFLOW | SIGSEGV | 11 "
                        + "| the local arrays of a process and what it calls need more than 256 MiB",
                "INDEX_PAST_END | SIGSEGV | 11 | array 'b' has 8 elements and is accessed near index 8",
                "WRITE_TO_INPUT | SIGSEGV | 11 | array 'a' is an input and is written at index 2"
            })
    void aSignalIsAnsweredWithTheProcessItStruck(Case which, String signal, int number, String message) {
        Answers answers = cases.run(which, 8);
        assertThat(answers.last().get("status").asString()).isEqualTo("signal");
        assertThat(answers.last().get("signal").asString()).isEqualTo(signal);
        assertThat(answers.last().get("process").asString()).isEqualTo("wrong");
        assertThat(answers.last().get("message").asString()).isEqualTo(message);
        assertThat(answers.exitCode()).isEqualTo(128 + number);
    }

    @Test
    void anArrayThatFillsItsPagesIsGuardedBefore() {
        Answers answers = cases.run(Case.INDEX_BEFORE_START, 1024);
        assertThat(answers.last().get("message").asString())
                .isEqualTo("array 'a' is accessed before its start, near index -1");
    }

    @Test
    @Timeout(60)
    void anInterruptedKernelTellsWhereItWas() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(cases.executable().toString()).start();
        BufferedReader answers = process.inputReader();
        runEndlessLoop(process.outputWriter());
        process.toHandle().destroy(); // Process.destroy would close the pipe with the answer
        assertThat(answers.lines().toList().getLast())
                .isEqualTo("{\"status\":\"signal\",\"signal\":\"SIGTERM\",\"process\":\"wrong\","
                        + "\"message\":\"interrupted while it ran\"}");
        assertThat(process.waitFor()).isEqualTo(128 + 15);
    }

    @Test
    @Timeout(60)
    void ctrlCIsLeftToTheHost() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(cases.executable().toString()).start();
        BufferedReader answers = process.inputReader();
        runEndlessLoop(process.outputWriter());
        int sent = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                .start()
                .waitFor();
        assertThat(sent).isZero();
        process.toHandle().destroy(); // Process.destroy would close the pipe with the answer
        assertThat(answers.lines().toList().getLast()).contains("\"signal\":\"SIGTERM\"");
    }

    @Test
    @Timeout(60)
    void theKernelDiesWithTheProgramThatStartedIt() throws IOException {
        String script = "exec 3<&0; \"$0\" <&3 & echo $! >&2; wait";
        Process shell =
                new ProcessBuilder("sh", "-c", script, cases.executable().toString()).start();
        long kernel = Long.parseLong(shell.errorReader().readLine());
        try {
            runEndlessLoop(shell.outputWriter());
            shell.toHandle().destroyForcibly();
            while (runs(kernel) && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            assertThat(runs(kernel)).isFalse();
        } finally {
            ProcessHandle.of(kernel).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Whether a process runs; one that has ended but is still listed does not. */
    private static boolean runs(long id) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(id), "stat"))
                    .contains(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns when the kernel is in its loop. */
    private void runEndlessLoop(Writer commands) throws IOException {
        Path b = array(folder.resolve("b"), 1024);
        commands.write(map("a", 8, array(folder.resolve("a"), 8)) + "\n");
        commands.write(map("b", 1024, b) + "\n");
        commands.write(call(Case.ENDLESS_LOOP, 8) + "\n");
        commands.flush();
        try (FileChannel file = FileChannel.open(b)) {
            MappedByteBuffer seen = file.map(FileChannel.MapMode.READ_ONLY, 0, Files.size(b));
            while (seen.get(0) != 7) {
                Thread.onSpinWait();
            }
        }
    }
}
