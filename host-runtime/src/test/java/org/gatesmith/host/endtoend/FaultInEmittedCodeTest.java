package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.cli.CommandRun;
import org.gatesmith.host.csim.CsimDevice;
import org.gatesmith.host.csim.EmittedFault;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.RunOptions;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.gatesmith.host.run.RunSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small fault in the emitted C++ turns the comparison red. */
class FaultInEmittedCodeTest {

    @TempDir
    private Path folder;

    private static RunReport run(String kernel, String sizes, String text, String replacement) throws Exception {
        LibraryKernel chosen = LibraryKernel.all().stream()
                .filter(candidate -> candidate.name().equals(kernel))
                .findFirst()
                .orElseThrow();
        CompiledKernel compiled = KernelCompiler.compile(chosen.request());
        Map<String, String> files =
                EmittedFault.in(compiled, Boards.names().getFirst(), EmittedFault.replacing(text, replacement));
        try (Device csim = CsimDevice.open(compiled.signature(), files, Optional.empty())) {
            return new KernelRunner(RunSubject.of(compiled, (BoardLookup.Found) Boards.named("u280")), csim)
                    .run(RunRequest.of(KernelCall.scalars(sizes))
                            .with(RunOptions.DEFAULT.withTimeLimit(Duration.ofSeconds(20))));
        }
    }

    @ParameterizedTest(name = "{0}: {2} instead of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "vector_add   | a[i] + b[i];            | a[i] - b[i];            | n=9            | c",
                "gemm_i8      | + int(x * bTiles[kk]   | - int(x * bTiles[kk]   | m=9 n=5 k=7    | c",
                "gemm_f32     | += aTiles[ti][i][kk] *  | += (double)aTiles[ti][i][kk] * | m=9 n=5 k=7 | c",
                "image_filter | 4 * window[1][1] + 8    | 4 * window[1][1] + 7    | h=9 w=9 mode=0 | dst",
                "image_filter | y < h                   | y <= h - 2              | h=9 w=9 mode=1 | dst",
                "posit_dot    | half && (lost           | half && (!lost          | count=300      | out",
                "relu_linear_attention_i8 | (denominator) >> 1 | (denominator) >> 2 | heads=2 queries=9 keys=7 | out",
            })
    void isFound(String kernel, String text, String replacement, String sizes, String output) throws Exception {
        RunReport report = run(kernel, sizes, text, replacement);

        assertThat(report.isEqual()).isFalse();
        Comparison comparison = report.outputs().get(output);
        assertThat(comparison.mismatches()).isPositive();
        assertThat(comparison.first()).isNotEmpty();
    }

    @Test
    void endsTheCommandWithCodeOneAndNamesTheElements() throws Exception {
        Path compiler = Files.writeString(folder.resolve("c++"), """
                #!/bin/sh
                test -f vector_add.cpp && sed -i 's/a\\[i\\] + b\\[i\\]/a[i] + (i == 3 ? 1.5f : b[i])/' vector_add.cpp
                exec g++ "$@"
                """);
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Map.of(
                "CXX",
                compiler.toString(),
                "GATESMITH_CACHE",
                folder.resolve("cache").toString());

        CommandRun plain = CommandRun.inChild(
                environment, "run", "vector_add", "--board", "u280", "--on", "csim", "--size", "n=8");
        CommandRun json = CommandRun.inChild(
                environment, "run", "vector_add", "--board", "u280", "--on", "csim", "--size", "n=8", "--json");

        plain.exits(1).prints("c 8: 1 of 8 elements differ from the JVM", "c[3]: expected ", ", got ", "DIFFERENT");
        json.exits(1).prints("\"equal\" : false", "\"mismatches\" : 1", "[3]: expected ");
    }
}
