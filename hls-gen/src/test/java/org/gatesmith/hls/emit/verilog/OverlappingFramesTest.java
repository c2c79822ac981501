package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelFiles;
import org.gatesmith.hls.scheduler.DesignCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dataflow methods in loops: their frames overlap and compute what they compute one after another. {@link RandomFrames#main} runs more. */
class OverlappingFramesTest {

    @TempDir
    private Path folder;

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    private static JavaSimulation random(long seed, boolean fifos) throws DiagnosticException {
        return JavaSimulation.of(KernelFiles.compile(RandomFrames.CLASS, RandomFrames.text(seed, fifos)));
    }

    private static JavaSimulation kernel() throws DiagnosticException {
        return JavaSimulation.of(
                KernelFiles.compile(KernelFiles.folder("kernels/should-compile").resolve("OverlappingFrames.java")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void framesComputeWhatTheJvmComputesInThePredictedCycles(long seed) throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");
        JavaSimulation kernel = random(seed, false);

        assertThat(DesignCheck.problems(kernel.design())).isEmpty();
        assertThat(kernel.difference(seed, folder)).isEmpty();
        assertThat(kernel.surprise(seed, folder)).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fifosAreEmptyWhenAFrameBegins(long seed) throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");
        JavaSimulation kernel = random(seed, true);

        assertThat(kernel.difference(seed, folder)).isEmpty();
        assertThat(kernel.surprise(seed, folder)).isZero();
    }

    @Test
    void zerosAndSumsAreThoseOfTheJvm() throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");

        assertThat(kernel().difference(3, folder)).isEmpty();
    }

    /** The comparison can fail: with one memory instead of two, a process overwrites what another one still reads. */
    @Test
    void aSingleMemoryIsNoticed() throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");
        JavaSimulation kernel = random(3, false);
        SortedMap<String, String> files = new TreeMap<>(kernel.modules().files());
        files.replaceAll((name, text) -> text.replaceAll("(process\\d_turn) <= [^;]*;", "$1 <= 1'b0;"));

        assertThat(files).isNotEqualTo(kernel.modules().files());
        assertThat(kernel.with(files).difference(3, folder)).isNotEmpty();
    }

    @Test
    void textIsFreeOfWarnings() throws DiagnosticException {
        assumeTrue(Simulation.canLint(), "verilator is not installed");
        VerilogModules modules = kernel().modules();

        assertThat(Simulation.lint(folder, modules.files(), modules.top().module()))
                .isEmpty();
    }
}
