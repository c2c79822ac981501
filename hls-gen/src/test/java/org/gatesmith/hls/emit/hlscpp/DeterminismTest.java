package org.gatesmith.hls.emit.hlscpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same program gives the same bytes in every Java process, whatever its locale, time zone and hash seeds. */
class DeterminismTest {

    /** Run in a process of its own: prints the files' names and texts. */
    static final class Printer {
        private Printer() {}

        public static void main(String[] arguments) {
            byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }

    private static String text() {
        Program program = IrText.program("every_construct");
        EmittedSources sources = KernelText.emit(program, "every_construct");
        return String.join("", sources.files().keySet())
                + String.join("", sources.files().values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr TR Asia/Kathmandu", "ar EG Pacific/Apia", "de DE UTC"})
    void everyProcessWritesTheSame(String setting) throws IOException, InterruptedException {
        List<String> words = List.of(setting.split(" "));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Stream.of(
                        "-Duser.language=" + words.get(0),
                        "-Duser.country=" + words.get(1),
                        "-Duser.timezone=" + words.get(2),
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Printer.class.getName())
                .toList());
        Process process = new ProcessBuilder(command).start();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(written).isEqualTo(text());
    }
}
