package org.gatesmith.hls.emit.hlscpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.CppCompiler;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the back end writes for a program in text form. With {@code -Dgatesmith.golden.update=true} the expected files are written
 * anew.
 */
class HlsCppGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/emit/hlscpp");

    static Stream<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ir"))
                    .map(name -> name.substring(0, name.length() - ".ir".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void writesTheExpectedText(String name) throws IOException {
        String written = golden(name, emitted(name));
        Path expected = FOLDER.resolve(name + ".golden");
        if (Boolean.getBoolean("gatesmith.golden.update")) {
            Files.writeString(expected, written);
        }
        assertThat(written).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void writesCodeWithoutWarnings(String name, @TempDir Path folder) {
        CppCompiler compiler = CppCompiler.forKernels(folder);
        emitted(name).files().forEach(compiler::write);
        List<String> sources = emitted(name).files().keySet().stream()
                .filter(file -> file.endsWith(".cpp"))
                .toList();
        compiler.check(sources);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void leavesNoBlanksBehind(String name) {
        for (Map.Entry<String, String> file : emitted(name).files().entrySet()) {
            String text = file.getValue().replaceAll("(?m)^namespace.*|^}  // namespace.*", "");
            assertThat(text)
                    .as(file.getKey())
                    .doesNotContain("\t", " \n", "{\n\n", "\n\n}")
                    .endsWith("\n")
                    .doesNotEndWith("\n\n");
        }
    }

    private static EmittedSources emitted(String name) {
        Program program = IrText.parse(read(FOLDER.resolve(name + ".ir")));
        assertThat(IrVerifier.verify(program)).isEmpty();
        return KernelText.emit(program, program.top().name());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All files but the support header, which is the same for every kernel. */
    private static String golden(String name, EmittedSources sources) {
        return "// HlsCppBackend.emit of " + name + ".ir for board u280\n"
                + sources.files().entrySet().stream()
                        .filter(file -> !file.getKey().equals(SupportHeader.NAME))
                        .map(file -> "\n==== " + file.getKey() + " ====\n" + file.getValue())
                        .collect(Collectors.joining());
    }
}
