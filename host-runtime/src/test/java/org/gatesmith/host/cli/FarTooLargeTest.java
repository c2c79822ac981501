package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel that is far larger than the board is refused before it is scheduled, by every command that would schedule it. */
class FarTooLargeTest {

    @TempDir
    private Path folder;

    @Test
    void schedulePrintsNoTable() throws IOException {
        UserKernel kernel = UserKernel.farTooLarge(folder);
        refused(kernel, CommandRun.of("schedule", kernel.file(), "--board", "u280"), 1);
    }

    @Test
    void explainPrintsNothing() throws IOException {
        UserKernel kernel = UserKernel.farTooLarge(folder);
        refused(kernel, CommandRun.of("explain", kernel.file(), "--board", "u280"), 1);
    }

    @Test
    void buildWritesNothing() throws IOException {
        UserKernel kernel = UserKernel.farTooLarge(folder);
        Path out = folder.resolve("out");
        refused(kernel, CommandRun.of("build", kernel.file(), "--board", "u280", "--emit", "verilog", "--out", out), 1);
        assertThat(out).doesNotExist();
    }

    @Test
    void runSimulatesNothing() throws IOException {
        UserKernel kernel = UserKernel.farTooLarge(folder);
        refused(kernel, CommandRun.of("run", kernel.file(), "--board", "u280", "--on", "rtl", "--size", "n=4"), 2);
    }

    private static void refused(UserKernel kernel, CommandRun run, int code) {
        run.exits(code)
                .complains(kernel.at("int j = 0"), "error[GS1005]: kernel products is too large for the AMD Alveo U280")
                .complains("it takes at least 12288 of 8490 DSP blocks")
                .complains("fix: pipeline products.j instead of products.i, which leaves one copy");
        assertThat(run.out()).isEmpty();
    }
}
