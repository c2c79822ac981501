package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The emitted files depend on kernel, schedule and board alone. */
class EmissionTest {

    /** Writes what is emitted for all kernels of the library and all boards to a file. */
    static final class Emission {

        private Emission() {}

        public static void main(String[] arguments) throws Exception {
            Files.writeString(Path.of(arguments[0]), all(), StandardCharsets.UTF_8);
        }

        static String all() throws Exception {
            StringBuilder text = new StringBuilder();
            for (LibraryKernel kernel : LibraryKernel.all()) {
                CompiledKernel compiled = KernelCompiler.compile(kernel.request());
                text.append(compiled.irText());
                for (Board board : Boards.all()) {
                    emitted(compiled, board)
                            .forEach((name, content) -> text.append("==== ")
                                    .append(name)
                                    .append('\n')
                                    .append(content));
                }
            }
            return text.toString();
        }
    }

    @TempDir
    private Path folder;

    private static Map<String, String> emitted(CompiledKernel kernel, Board board) throws Exception {
        Map<String, String> files =
                new TreeMap<>(kernel.hlsCpp(board.name(), Map.of()).files());
        files.putAll(kernel.openCl(board.name()).sources().files());
        kernel.openClPipes(board.name())
                .ifPresent(pipes -> files.putAll(pipes.sources().files()));
        return files;
    }

    private String inAnotherJvm(String... options) throws Exception {
        Path file = folder.resolve("emission");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Emission.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void isTheSameUnderAnotherLocaleTimeZoneAndHashSeed() throws Exception {
        String here = Emission.all();

        String there = inAnotherJvm(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-9",
                "-Dline.separator=\r\n",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2");

        assertThat(there).isEqualTo(here);
        assertThat(here).doesNotContain("\r");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.LibraryKernel#all")
    void isTheSameEveryTime(LibraryKernel kernel) throws Exception {
        Board board = Boards.all().getFirst();

        Map<String, String> once = emitted(KernelCompiler.compile(kernel.request()), board);
        Map<String, String> again = emitted(KernelCompiler.compile(kernel.request()), board);

        assertThat(again).isEqualTo(once);
    }
}
