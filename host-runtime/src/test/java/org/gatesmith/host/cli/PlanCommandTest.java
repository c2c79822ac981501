package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/gatesmith/host/cli/plan");

    static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    /** The first line of each file is the command that prints the rest. */
    @ParameterizedTest
    @MethodSource("golden")
    void printsWhatTheGoldenFileHolds(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Object[] command = lines.getFirst().substring("$ gatesmith ".length()).split(" ", -1);

        CommandRun run = CommandRun.of(command).exits(0);

        assertThat(run.out().lines()).containsExactlyElementsOf(lines.subList(1, lines.size()));
    }

    @Test
    void jsonHasTheSameFigures() {
        JsonNode plan = json("jacobi_2d", "h=1000 w=500", "--tile", "h=100", "w=250");

        assertThat(plan.get("tiles").asLong()).isEqualTo(20);
        assertThat(plan.at("/loops/0/step").asLong()).isEqualTo(100);
        assertThat(plan.at("/operands/0/bytesIn").asLong()).isEqualTo(2_056_320);
        assertThat(plan.at("/operands/1/bytesOut").asLong()).isEqualTo(2_000_000);
        assertThat(plan.get("bytesMoved").asLong()).isEqualTo(4_056_320);
        assertThat(plan.at("/seconds/run").asDouble()).isPositive();
    }

    @Test
    void moreMemoryPermitsWhatLessDoesNot() {
        plan("vector_add", "n=100000000", "--memory", "4K").exits(2).complains("--memory 24K");
        plan("vector_add", "n=100000000", "--memory", "24K").exits(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tile m=x       | --tile m=x: takes NAME=N with a whole number",
                "--tile j=16      | --tile j=16: no extent depends on \"j\"",
                "--depth 0        | --depth 0: takes 1 to 64",
                "--memory lots    | --memory lots: takes a number of bytes, such as 64M or 2G",
                "--on moon        | moon",
                "--size m=x       | m=x: \"x\" is no whole number",
                "--size q=1       | has no scalar parameter \"q\"",
            })
    void saysWhatIsWrongWithAnOption(String options, String message) {
        plan("gemm_i8", "n=8", options.split(" ", -1)).exits(2).complains(message);
    }

    private static JsonNode json(String kernel, String sizes, String... options) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--json";
        return JsonMapper.shared().readTree(plan(kernel, sizes, all).exits(0).out());
    }

    private static CommandRun plan(String kernel, String sizes, String... options) {
        Stream<String> size = Stream.concat(Stream.of("--size"), Stream.of(sizes.split(" ", -1)));
        Stream<String> head = Stream.of("plan", kernel, "--board", "u280");
        return CommandRun.of(
                Stream.concat(Stream.concat(head, size), Stream.of(options)).toArray());
    }
}
