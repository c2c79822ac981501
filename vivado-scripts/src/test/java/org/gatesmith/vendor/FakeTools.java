package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs in the place of the vendor's that only write down how they were called, and leave the files that those would. */
final class FakeTools {

    private static final String PROGRAM = """
            #!/bin/sh
            case "$*" in
            --version)
                echo '****** '"${0##*/}"" v$FAKE_RELEASE (64-bit)"
                exit 0
                ;;
            *--package\\ *)
                mkdir -p hls
                : >"$FAKE_XO"
                ;;
            esac
            printf '%s' "${0##*/}" >>"$FAKE_LOG"
            printf '\\t%s' "$@" >>"$FAKE_LOG"
            echo >>"$FAKE_LOG"
            while [ $# -gt 1 ]; do
                [ "$1" != -o ] || : >"$2"
                shift
            done
            """;

    private final Map<String, String> environment = new HashMap<>();
    private final Path log;

    private FakeTools(Path log) {
        this.log = log;
    }

    /** Installs them below a folder. */
    static FakeTools in(Path folder, String release, List<String> names) throws IOException {
        Programs.assumeInstalled("sh");
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : names) {
            Files.writeString(tools.resolve(tool), PROGRAM);
            assertThat(tools.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        FakeTools fake = new FakeTools(folder.resolve("log.txt"));
        fake.environment.put("PATH", tools + ":/usr/bin:/bin");
        fake.environment.put("FAKE_RELEASE", release);
        fake.environment.put("FAKE_LOG", fake.log.toString());
        return fake;
    }

    /** The variables with which scripts find them; a test may change them. */
    Map<String, String> environment() {
        return environment;
    }

    void forget() throws IOException {
        Files.delete(log);
    }

    /** The calls, words separated by blanks. */
    List<String> calls() throws IOException {
        return lines().stream().map(line -> line.replace('\t', ' ')).toList();
    }

    /** What a grammar has against the calls. */
    List<String> errors(CommandGrammar grammar) throws IOException {
        return lines().stream()
                .flatMap(line -> grammar.errors(List.of(line.split("\t"))).stream())
                .toList();
    }

    private List<String> lines() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}
