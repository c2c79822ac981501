package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What passes make of programs. A golden file names its passes in the first line, then holds the program before and, after the
 * line {@value #BECOMES}, the program that they make of it. Run with {@code -Dgolden.update=true} to rewrite the latter.
 */
class PassGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/pass");
    private static final String BECOMES = "// becomes";

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".ir"))
                    .map(FOLDER::relativize)
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void thePassesOfTheFirstLineMakeTheSecondProgramOfTheFirst(Path file) throws IOException, DiagnosticException {
        String text = Files.readString(FOLDER.resolve(file));
        int middle = text.indexOf(BECOMES);
        String before = middle < 0 ? text : text.substring(0, middle);
        String after = print(transformed(before));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FOLDER.resolve(file), before.stripTrailing() + "\n\n" + BECOMES + "\n\n" + after);
        } else {
            assertThat(text.substring(middle + BECOMES.length()).strip()).isEqualTo(after.strip());
        }
    }

    private static Program transformed(String before) throws DiagnosticException {
        String passes = before.lines().findFirst().orElseThrow().substring("// ".length());
        Program program = IrText.parse(before);
        assertThat(IrVerifier.verify(program)).isEmpty();
        for (String id : passes.split(",", -1)) {
            program = PassRegistry.find(id).orElseThrow().run(program);
        }
        assertThat(IrVerifier.verify(program)).isEmpty();
        return program;
    }

    private static String print(Program program) {
        return IrPrinter.print(program);
    }
}
