package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.rtl.RtlKernel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the back end writes for a program in text form under a simple schedule. With {@code -Dgatesmith.golden.update=true} the expected files are written
 * anew.
 */
class VerilogGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/emit/verilog");

    private static RtlKernel kernel(String name) throws IOException {
        Program program = IrText.parse(Files.readString(FOLDER.resolve(name + ".ir")));
        Design design = NaiveScheduler.compact(program, RandomVerilog.signature(program.top()));
        VerilogOptions options = new VerilogOptions("u280", Map.of("LANES", "1"), "Gatesmith");
        return new VerilogBackend().kernel(design, options, AxiOptions.of(LibraryVerilog.board("u280"), 300));
    }

    private static SortedMap<String, String> own(RtlKernel kernel) {
        SortedMap<String, String> own = new TreeMap<>(kernel.files());
        own.keySet().removeIf(file -> file.startsWith("gs_"));
        return own;
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaled_sum", "processes"})
    void writesTheExpectedText(String name) throws IOException {
        String written = own(kernel(name)).entrySet().stream()
                .map(file -> "==== " + file.getKey() + "\n" + file.getValue())
                .collect(Collectors.joining());
        Path expected = FOLDER.resolve(name + ".golden");
        if (Boolean.getBoolean("gatesmith.golden.update")) {
            Files.writeString(expected, written);
        }
        assertThat(written).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaled_sum", "processes"})
    void theTopModuleIsFreeOfWarnings(String name, @TempDir Path folder) throws IOException {
        assumeTrue(Simulation.canLint(), "verilator is not installed");
        RtlKernel kernel = kernel(name);

        assertThat(Simulation.lint(folder, kernel.files(), kernel.top())).isEmpty();
    }
}
