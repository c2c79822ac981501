package org.gatesmith.host.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gatesmith.host.folder.SmallRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatesmith verify}: a line per check, and an exit code. */
final class VerifyCommandTest {

    @TempDir
    private Path place;

    private Path folder;

    @BeforeEach
    void setUp() throws Exception {
        folder = new SmallRun(place.resolve("data")).complete(place.resolve("run"));
    }

    @Test
    void aFolderThatIsRightGivesALinePerCheck() {
        CommandRun.of("verify", folder)
                .exits(0)
                .prints(
                        "twice on csim, manifest ",
                        "  ok      files      9 files with ",
                        "  ok      groups     2 of 2 groups of tiles finished",
                        "  ok      verdict    equal; 2 of 2 groups were compared",
                        "all checks passed");
    }

    @Test
    void aFolderThatWasTamperedWithNamesTheDifference() throws Exception {
        Files.delete(folder.resolve("emitted/twice.cpp"));

        CommandRun.of("verify", folder)
                .exits(1)
                .prints("  WRONG   files", "            emitted/twice.cpp is missing", "1 of 6 checks failed");
    }

    @Test
    void recomputingNeedsSourcesThatCompile() {
        CommandRun.of("verify", folder, "--recompute", "sample:50%")
                .exits(1)
                .prints("  WRONG   recompute  the stored sources cannot be compiled");
        CommandRun.of("verify", folder, "--recompute", "half")
                .exits(2)
                .complains("\"half\" is no way to verify; use all, none, or sample:P");
    }

    @Test
    void whatIsNoRunIsAnError() throws Exception {
        CommandRun.of("verify", place.resolve("data"))
                .exits(2)
                .complains("error[GS1101]", "holds no run: there is no manifest.json in it");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 99, \"gatesmith\": \"9.0\"}");
        CommandRun.of("verify", folder).exits(2).complains("error[GS1103]", "use a newer Gatesmith");
        Files.writeString(folder.resolve("manifest.json"), "{");
        CommandRun.of("verify", folder).exits(2).complains("error[GS1102]", "manifest.json:1:", "is damaged");
    }
}
