package org.gatesmith.host.rtl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.emit.verilog.lib.VerilogLibrary;
import org.gatesmith.host.MissingToolException;

/** A bench of the Verilog library: a wrapper in Verilog and a program in C++ that drives it, in the folder {@code bench}. */
record Bench(Path program) {

    /** What a run of a bench said. */
    record Outcome(int exitCode, String output) {}

    /** Builds the bench {@code NAME.sv} and {@code NAME.cpp}; skips the test where Verilator is missing. */
    static Bench of(String name) throws Exception {
        return of(name, UnaryOperator.identity());
    }

    /** Builds a bench with a library that was tampered with. */
    static Bench of(String name, UnaryOperator<String> tampering) throws Exception {
        SortedMap<String, String> verilog = new TreeMap<>();
        verilog.put(name + ".sv", resource("bench/" + name + ".sv"));
        VerilogLibrary.neededBy(List.copyOf(verilog.values()))
                .forEach((file, text) -> verilog.put(file, tampering.apply(text)));
        SortedMap<String, String> sources = new TreeMap<>(
                Map.of("bench.h", resource("bench/bench.h"), name + ".cpp", resource("bench/" + name + ".cpp")));
        return new Bench(build().program(
                        new RtlBuild.Model(name, verilog, List.of(), RtlBuild.Hierarchy.KEPT, RtlBuild.Waves.NONE),
                        sources));
    }

    private static RtlBuild build() throws Exception {
        try {
            return RtlBuild.open(RtlBuild.Optimisation.NONE);
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }

    static String resource(String name) {
        try (InputStream file = Bench.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
