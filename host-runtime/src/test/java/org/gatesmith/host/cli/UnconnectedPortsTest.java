package org.gatesmith.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports that cannot be connected are refused by every command that reads the schedule file for a board. */
class UnconnectedPortsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "explain", "run --on rtl"})
    void aBankThatTheBoardDoesNotHaveIsRefused(String command) throws IOException {
        of(command, """
                {"ports": {"a": {"bank": "DDR[7]"}}}""").exits(2).complains("asks for memory bank \"DDR[7]\", which the AMD Alveo U280 does not have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "explain", "run --on rtl"})
    void aBundleInSeveralMemoriesIsRefused(String command) throws IOException {
        of(command, """
                {"ports": {"a": {"bank": "HBM[0]", "bundle": "g"}, "b": {"bank": "DDR[0]", "bundle": "g"}}}""").exits(2).complains("the schedule puts bundle g into several banks: HBM[0], DDR[0]");
    }

    private CommandRun of(String command, String ports) throws IOException {
        UserKernel kernel = UserKernel.mapping(folder, "a[i] + n");
        Path schedule = Files.writeString(folder.resolve("schedule.json"), ports);
        List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ", -1)));
        words.addAll(List.of(kernel.file(), "--board", "u280", "--schedule", schedule));
        return CommandRun.of(words.toArray());
    }
}
