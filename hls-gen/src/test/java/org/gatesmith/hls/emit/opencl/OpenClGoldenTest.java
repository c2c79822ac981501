package org.gatesmith.hls.emit.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the back end writes for a program in text form. With {@code -Dgatesmith.golden.update=true} the expected files are written
 * anew.
 */
class OpenClGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/emit/opencl");

    static Stream<Path> programs() throws IOException {
        return Stream.of(Path.of("src/test/resources/emit/hlscpp"), GOLDEN, Path.of("src/test/resources/ir"))
                .flatMap(OpenClGoldenTest::sources)
                .filter(file -> !file.endsWith("every_construct.ir") && !file.endsWith("gemm_i8.ir"));
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ir")).sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void writesTheExpectedText(Path source) throws Exception {
        String written = golden(source);
        Path expected = GOLDEN.resolve(name(source) + ".golden");
        if (Boolean.getBoolean("gatesmith.golden.update")) {
            Files.writeString(expected, written);
        }
        assertThat(written).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void leavesNoBlanksBehind(Path source) throws Exception {
        Program program = OpenClPrograms.parsed(Files.readString(source));
        for (String text : Stream.concat(
                        Stream.of(OpenClPrograms.emitted(program, name(source)).text()),
                        OpenClPrograms.pipes(program, name(source)).map(OpenClPipes::text).stream())
                .toList()) {
            assertThat(text)
                    .doesNotContain("\t", " \n", "{\n\n", "\n\n}", "\n\n\n")
                    .endsWith("}\n");
        }
    }

    private static String name(Path source) {
        String file = source.getFileName().toString();
        return file.substring(0, file.length() - ".ir".length());
    }

    private static String golden(Path source) throws Exception {
        Program program = OpenClPrograms.parsed(Files.readString(source));
        OpenClKernel kernel = OpenClPrograms.emitted(program, name(source));
        Optional<OpenClPipes> pipes = OpenClPrograms.pipes(program, name(source));
        return "// OpenClBackend.emit and emitPipes of " + name(source) + ".ir for board u280\n"
                + section(kernel.fileName(), kernel.text())
                + pipes.map(found -> section(found.fileName(), found.text())).orElse("");
    }

    private static String section(String file, String text) {
        return "\n==== " + file + " ====\n" + text;
    }
}
