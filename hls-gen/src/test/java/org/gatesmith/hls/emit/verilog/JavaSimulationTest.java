package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kernel computes as hardware is what it computes on the JVM. {@link JavaSimulation#main} takes all kernels. */
class JavaSimulationTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void needsIcarus() {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");
    }

    private static JavaSimulation kernel(String name) throws DiagnosticException {
        return JavaSimulation.of(
                KernelFiles.compile(KernelFiles.folder("kernels/should-compile").resolve(name + ".java")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DataflowArrays",
                "DataflowFifos",
                "NestedDataflow",
                "PipelinesAfterWrites",
                "FifosInTurn",
                "FifoFeedback",
                "MultipliersInTurn",
                "OneArrayTwice",
                "PortsInHelpers",
                "Tables",
                "RowsAndAliases",
                "BreakAndContinue",
                "DivisionSigns",
                "FloatArithmetic",
                "LongIntrinsics",
                "ReadsAndWrites",
                "SameOnBothSides",
                "TablesInTurn",
                "VariantsOfAFunction",
                "WideRows"
            })
    void kernelsComputeWhatTheJvmComputes(String name) throws DiagnosticException {
        assertThat(kernel(name).difference(3, folder)).isEmpty();
    }

    /** The comparison can fail: a kernel that does not wait for its FIFO computes something else. */
    @Test
    void aProcessThatDoesNotWaitIsNoticed() throws DiagnosticException {
        JavaSimulation kernel = kernel("DataflowFifos");
        SortedMap<String, String> files = new TreeMap<>();
        int changes = 0;
        for (Map.Entry<String, String> file : kernel.modules().files().entrySet()) {
            String text = file.getValue();
            String changed = file.getKey().startsWith("gs_")
                    ? text
                    : text.replaceAll("(_move_\\d+|_move) = [^;]*;", "$1 = 1'b1;");
            changes += changed.equals(text) ? 0 : 1;
            files.put(file.getKey(), changed);
        }

        assertThat(changes).isPositive();
        assertThat(kernel.with(files).difference(3, folder)).isNotEmpty();
    }

    /** The comparison can fail: a wrong operator is noticed. */
    @Test
    void aWrongOperatorIsNoticed() throws DiagnosticException {
        JavaSimulation kernel = kernel("Tables");
        SortedMap<String, String> files = new TreeMap<>(kernel.modules().files());
        files.replaceAll((name, text) -> name.startsWith("gs_") ? text : text.replaceFirst(" \\+ (?!32'd1;)", " - "));

        assertThat(files).isNotEqualTo(kernel.modules().files());
        assertThat(kernel.with(files).difference(3, folder)).isNotEmpty();
    }

    /** What an emitter could get wrong: kernel, text of the modules, and what stands there instead. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "an extension without sign",
                        "DivisionSigns",
                        "\\{\\{(\\d+)\\{\\w+\\[\\d+\\]\\}\\}, ",
                        "{$1'd0, "),
                Arguments.of("an unsigned comparison", "LongIntrinsics", "\\$signed\\((\\w+_rsp_data)\\)", "$1"),
                Arguments.of("a value from another step", "ReadsAndWrites", "i_5 <= i_4;", "i_5 <= i_3;"),
                Arguments.of("a read that does not wait for writes", "ReadsAndWrites", "~\\w+_wr_idle", "1'b0"),
                Arguments.of("a reader that does not forget", "ReadsAndWrites", "(rd_forget) = [^;]*;", "$1 = 1'b0;"),
                Arguments.of("an iteration too many", "Tables", "\\$signed\\(k_next\\) <", "$0="));
    }

    /** The comparison can fail. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void wrongVerilogIsNoticed(String fault, String name, String right, String wrong) throws DiagnosticException {
        JavaSimulation kernel = kernel(name);
        SortedMap<String, String> files = new TreeMap<>(kernel.modules().files());
        files.replaceAll((file, text) -> file.startsWith("gs_") ? text : text.replaceAll(right, wrong));

        assertThat(files).as(fault).isNotEqualTo(kernel.modules().files());
        JavaSimulation wrongKernel = kernel.with(files);
        assertThat(LongStream.rangeClosed(1, 6).mapToObj(seed -> wrongKernel.difference(seed, folder)))
                .as(fault)
                .anyMatch(difference -> !difference.isEmpty());
    }
}
