package org.gatesmith.hls.emit.verilog.lib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two readers of Verilog find nothing to warn about, whatever the parameters. */
class LibraryWarningsTest {

    /** A module and values of its parameters. */
    record Shape(String module, List<String> parameters) {

        static Shape of(String text) {
            String[] words = text.split(" ", -1);
            return new Shape(words[0], Arrays.asList(words).subList(1, words.length));
        }

        @Override
        public String toString() {
            return module + " " + String.join(" ", parameters);
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                        "gs_fifo",
                        "gs_fifo DEPTH=1 WIDTH=1",
                        "gs_fifo DEPTH=3",
                        "gs_fifo DEPTH=512 WIDTH=64",
                        "gs_ram_2p DEPTH=1 LATENCY=1",
                        "gs_ram_2p DEPTH=100 LATENCY=2",
                        "gs_ram_1r1w DEPTH=1 LATENCY=1",
                        "gs_ram_1r1w DEPTH=100 LATENCY=2",
                        "gs_ram_lut DEPTH=1",
                        "gs_ram_lut DEPTH=21 READS=3",
                        "gs_rom LATENCY=0",
                        "gs_rom LATENCY=1 DEPTH=1",
                        "gs_rom LATENCY=2 DEPTH=13",
                        "gs_mul",
                        "gs_mul STAGES=0 WIDTH_P=8",
                        "gs_mul STAGES=1 SIGNED_A=0 WIDTH_P=70",
                        "gs_mul STAGES=6 SIGNED_A=0 SIGNED_B=0 WIDTH_A=1 WIDTH_B=1 WIDTH_P=1",
                        "gs_div",
                        "gs_div SIGNED=0 WIDTH_N=1 WIDTH_D=1",
                        "gs_div WIDTH_N=5 WIDTH_D=40",
                        "gs_control",
                        "gs_control CHAIN=1 ADDRESS_BITS=6 ARGUMENT_WORDS=1",
                        "gs_axi_reader",
                        "gs_axi_reader LANES=16",
                        "gs_axi_reader LANES=16 ALIGNED=1",
                        "gs_axi_reader LANES=16 ALIGNED=1 DATA_BITS=32",
                        "gs_axi_reader LANES=3 ELEM_BYTES=8 DATA_BITS=32 MAX_BURST=256 OUTSTANDING=1 REQUESTS=1",
                        "gs_axi_reader LANES=64 ELEM_BYTES=1 DATA_BITS=256 MAX_BURST=1 MAX_WAIT=1 ROOM=1",
                        "gs_axi_writer",
                        "gs_axi_writer LANES=16",
                        "gs_axi_writer LANES=16 ALIGNED=1",
                        "gs_axi_writer LANES=16 ALIGNED=1 DATA_BITS=32",
                        "gs_axi_writer LANES=3 ELEM_BYTES=8 DATA_BITS=32 MAX_BURST=256 OUTSTANDING=1",
                        "gs_axi_writer LANES=64 ELEM_BYTES=1 DATA_BITS=256 MAX_BURST=1",
                        "gs_axi_read_arbiter",
                        "gs_axi_read_arbiter MASTERS=5 ID_BITS=4",
                        "gs_axi_write_arbiter",
                        "gs_axi_write_arbiter MASTERS=3 ID_BITS=2 DATA_BITS=64")
                .map(Shape::of);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void verilatorHasNothingToSay(Shape shape, @TempDir Path folder) throws Exception {
        VerilogTool verilator = VerilogTool.in(folder, "verilator", "--version");
        List<String> arguments = new ArrayList<>(List.of("--lint-only", "-Wall", "--top-module", shape.module()));
        shape.parameters().forEach(parameter -> arguments.add("-G" + parameter));
        arguments.addAll(VerilogTool.files(shape.module()));

        assertThat(verilator.run(arguments)).isEqualTo(new VerilogTool.Outcome(0, ""));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void icarusReadsItAsVerilog2005(Shape shape, @TempDir Path folder) throws Exception {
        VerilogTool icarus = VerilogTool.in(folder, "iverilog", "-V");
        List<String> arguments = new ArrayList<>(List.of("-g2005", "-Wall", "-o", "out", "-s", shape.module()));
        shape.parameters().forEach(parameter -> arguments.add("-P" + shape.module() + "." + parameter));
        arguments.addAll(VerilogTool.files(shape.module()));

        assertThat(icarus.run(arguments)).isEqualTo(new VerilogTool.Outcome(0, ""));
    }
}
