package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatesmith.host.cli.CommandRun;
import org.gatesmith.host.cli.UserKernel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated kernel is compiled again only when it changed. The compiler is a script that notes every call. */
class CompiledProgramReuseTest {

    @TempDir
    private Path folder;

    private Path calls;
    private Map<String, String> environment;

    @BeforeEach
    void noteCalls() throws IOException {
        calls = Files.writeString(folder.resolve("calls"), "");
        Path compiler = Files.writeString(folder.resolve("c++"), """
                #!/bin/sh
                test "$1" = --version || echo compiled >> '%s'
                exec g++ "$@"
                """.formatted(calls));
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        environment = Map.of(
                "CXX",
                compiler.toString(),
                "GATESMITH_CACHE",
                folder.resolve("cache").toString());
    }

    private void run(UserKernel kernel, Object... more) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("run", kernel.file(), "--board", "u280", "--on", "csim"));
        arguments.addAll(List.of(more));
        CommandRun.inChild(environment, arguments.toArray()).exits(0);
    }

    private int compilations() throws IOException {
        return Files.readAllLines(calls).size();
    }

    private Map<String, String> cacheState() throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                state.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return state;
    }

    @Test
    void onlyAChangedKernelIsCompiledAgain() throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "a[i] + 1");
        run(kernel, "--size", "n=3");
        int first = compilations();
        Map<String, String> state = cacheState();

        run(kernel, "--size", "n=5", "--seed", "9");

        assertThat(first).as("kernel and runtime").isEqualTo(2);
        assertThat(compilations()).isEqualTo(first);
        assertThat(cacheState()).isEqualTo(state);

        run(UserKernel.mapping(folder, "a[i] + 2"));

        assertThat(compilations()).as("the runtime is compiled only once").isEqualTo(first + 1);
    }
}
