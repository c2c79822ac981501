package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about passes says what the passes say of themselves. Run with {@code -Dgolden.update=true} to rewrite it. */
class PassPageTest {

    private static final Path PAGE = Path.of("..", "docs", "passes.md");
    private static final Path EXAMPLES = Path.of("src", "test", "resources", "pass");
    private static final String BEGIN = "<!-- passes -->\n";
    private static final String END = "<!-- end of passes -->\n";

    @Test
    void thePageListsEveryPassAndTheStandardPipeline() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String expected = page.substring(0, begin) + listing() + page.substring(end);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    private static String listing() {
        String rows = PassRegistry.passes().stream()
                .map(pass -> "| `" + pass.id() + "` | " + pass.summary() + " | " + examples(pass) + " |\n")
                .collect(Collectors.joining());
        return "\n| pass | what it does | examples |\n| --- | --- | --- |\n" + rows
                + "\nThe standard pipeline, which every kernel goes through:\n\n    " + Pipeline.standard()
                + "\n\nThe way to Verilog goes on with these:\n\n    " + Pipeline.rtl() + "\n\n";
    }

    /** Programs before and after the pass, where there are any. */
    private static String examples(Pass pass) {
        return Files.isDirectory(EXAMPLES.resolve(pass.id()))
                ? "[before and after](../hls-gen/src/test/resources/pass/" + pass.id() + ")"
                : "";
    }
}
