package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.host.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that docs/three-forms.md shows are those that are written. */
class ThreeFormsPageTest {

    private static final Path PAGE = Path.of("../docs/three-forms.md");

    @TempDir
    private Path folder;

    private static String shownUnder(String heading) throws IOException {
        Matcher block = Pattern.compile("\n## " + Pattern.quote(heading) + "\n.*?\n```\\w+\n(.*?)```\n", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(heading).isTrue();
        return block.group(1);
    }

    private String written(String form, String file) throws IOException {
        CommandRun.of("build", "vector_add", "--board", "u280", "--emit", form, "--out", folder.toString())
                .exits(0);
        return Files.readString(folder.resolve(file)).replaceAll("(?m)[ \t]+$", "");
    }

    @Test
    void theHlsCppIsTheOneThatIsWritten() throws Exception {
        assertThat(written("hls", "src/vector_add.cpp")).isEqualTo(shownUnder("HLS C++"));
    }

    @Test
    void theOpenClIsTheOneThatIsWritten() throws Exception {
        assertThat(written("opencl", "vector_add.cl")).isEqualTo(shownUnder("OpenCL C"));
    }

    @Test
    void theOpenClByTornadoIsTheOneThatTornadoWrites() throws Exception {
        assumeThat(System.getenv("TORNADOVM_HOME")).as("TORNADOVM_HOME").isNotNull();

        assertThat(written("tornado", "vector_add.cl").strip())
                .isEqualTo(shownUnder("OpenCL C by TornadoVM").strip());
    }
}
