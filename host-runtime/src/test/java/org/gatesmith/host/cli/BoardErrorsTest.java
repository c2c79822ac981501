package org.gatesmith.host.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about boards. */
class BoardErrorsTest {

    @TempDir
    private Path folder;

    @Test
    void anUnknownBoardIsNamedWithThoseThereAre() {
        CommandRun.of("run", "vector_add", "--board", "u208", "--on", "jvm")
                .exits(2)
                .complains("u208", "did you mean \"u280\"?", "vcu1525", "zcu102");
    }

    @Test
    void aMissingBoardIsWrongUsage() {
        CommandRun.of("run", "vector_add", "--on", "jvm").exits(2).complains("--board");
    }

    @Test
    void aBoardFileThatIsNoJsonIsShownAtItsPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.json"), "{\n  \"name\": \"mine\",\n  \"part\" \"x\"\n}\n");

        CommandRun.of("run", "vector_add", "--board", file, "--on", "jvm")
                .exits(2)
                .complains(file + ":3:");
        CommandRun.of("boards", "validate", file).exits(2).complains(file + ":3:");
    }

    @Test
    void aBoardFileThatLacksFieldsNamesThem() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.json"), "{\n  \"name\": \"mine\"\n}\n");

        CommandRun.of("run", "vector_add", "--board", file, "--on", "jvm")
                .exits(2)
                .complains(file.toString(), "part");
    }

    @Test
    void aMissingBoardFileIsNamed() {
        Path file = folder.resolve("absent.json");

        CommandRun.of("run", "vector_add", "--board", file, "--on", "jvm")
                .exits(2)
                .complains(file.toString());
    }

    @Test
    void aBoardFileOfTheUsersOwnServes() throws Exception {
        Path file = folder.resolve("mine.json");
        String json = CommandRun.of("boards", "show", "u280", "--json").exits(0).out();
        Files.writeString(file, json.replace("\"u280\"", "\"mine\""));

        CommandRun.of("boards", "validate", file).exits(0).prints("valid");
        CommandRun.of("run", "vector_add", "--board", file, "--on", "csim", "--size", "n=5")
                .exits(0);
    }
}
