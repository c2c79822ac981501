package org.gatesmith.hls.emit.verilog.lib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Yosys makes of the modules, for UltraScale+, the primitives that they are written for. */
class LibrarySynthesisTest {

    private static final Pattern CELL = Pattern.compile("^ +([A-Z][A-Z0-9]+) +([0-9]+)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    /** Cells of a module, by type. */
    private Map<String, Integer> cells(String verilog) throws Exception {
        VerilogTool yosys = VerilogTool.in(folder, "yosys", "-V");
        Files.writeString(folder.resolve("top.v"), verilog);
        String files =
                String.join(" ", VerilogLibrary.neededBy(List.of(verilog)).keySet());
        VerilogTool.Outcome outcome = yosys.run(List.of(
                "-p", "read_verilog top.v " + files + "; synth_xilinx -family xcup -uram -top top; tee -o stat stat"));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        Map<String, Integer> cells = new TreeMap<>();
        Matcher matcher = CELL.matcher(Files.readString(folder.resolve("stat")));
        while (matcher.find()) {
            cells.merge(matcher.group(1), Integer.parseInt(matcher.group(2)), Math::max);
        }
        return cells;
    }

    @Test
    void aTwoPortMemoryIsOneBlockRam() throws Exception {
        assertThat(cells("""
                        module top(input clk, input [3:0] c, input [9:0] aa, ba, input [35:0] ad, bd, output [35:0] aq, bq);
                        gs_ram_2p #(.WIDTH(36), .DEPTH(1024)) ram (
                          .clk(clk), .a_en(c[0]), .a_we(c[1]), .a_addr(aa), .a_din(ad), .a_out_en(1'b1), .a_dout(aq),
                          .b_en(c[2]), .b_we(c[3]), .b_addr(ba), .b_din(bd), .b_out_en(1'b1), .b_dout(bq));
                        endmodule
                        """)).containsEntry("RAMB36E2", 1).doesNotContainKeys("FDRE", "RAM64M8");
    }

    @Test
    void anUltraMemoryIsOneUltraRam() throws Exception {
        assertThat(cells("""
                        module top(input clk, re, we, input [11:0] ra, wa, input [71:0] wd, output [71:0] rd);
                        gs_ram_1r1w #(.WIDTH(72), .DEPTH(4096), .STYLE("ultra")) ram (
                          .clk(clk), .read_en(re), .read_addr(ra), .out_en(1'b1), .read_data(rd),
                          .write_en(we), .write_addr(wa), .write_data(wd));
                        endmodule
                        """)).containsEntry("URAM288", 1).doesNotContainKeys("FDRE", "RAMB36E2");
    }

    @Test
    void aLutMemoryTakesOneLutPerBitAndCopy() throws Exception {
        assertThat(cells("""
                        module top(input clk, we, input [5:0] wa, ra, input [27:0] wd, output [27:0] rd);
                        gs_ram_lut #(.WIDTH(28), .DEPTH(64)) ram (
                          .clk(clk), .write_en(we), .write_addr(wa), .write_data(wd), .read_addr(ra), .read_data(rd));
                        endmodule
                        """)).containsEntry("RAM64M8", 4).doesNotContainKeys("FDRE", "RAMB36E2");
    }

    @Test
    void aLargeTableIsABlockRam() throws Exception {
        assertThat(cells("""
                        module top(input clk, en, input [9:0] a, output [15:0] d);
                        function [16383:0] words(input integer seed);
                          integer i; reg [15:0] x;
                          begin
                            x = seed[15:0];
                            for (i = 0; i < 1024; i = i + 1) begin
                              x = {x[14:0], x[15] ^ x[13] ^ x[12] ^ x[10]};
                              words[16*i +: 16] = x * 16'd40503;
                            end
                          end
                        endfunction
                        gs_rom #(.WIDTH(16), .DEPTH(1024), .LATENCY(1), .INIT(words(1))) rom (
                          .clk(clk), .en(en), .addr(a), .out_en(1'b1), .data(d));
                        endmodule
                        """)).containsEntry("RAMB18E2", 1);
    }

    @Test
    void aLongFifoIsABlockRam() throws Exception {
        assertThat(cells("""
                        module top(input clk, rst, wv, rr, input [63:0] wd, output rv, wr, output [63:0] rd);
                        wire [9:0] level;
                        gs_fifo #(.WIDTH(64), .DEPTH(512)) fifo (.clk(clk), .rst(rst), .write_valid(wv), .write_ready(wr),
                          .write_data(wd), .read_valid(rv), .read_ready(rr), .read_data(rd), .level(level));
                        endmodule
                        """)).containsEntry("RAMB36E2", 1);
    }

    @Test
    void aMultiplicationIsOneDsp() throws Exception {
        assertThat(cells("""
                        module top(input clk, input [2:0] ce, input [26:0] a, input [17:0] b, output [44:0] p);
                        gs_mul #(.WIDTH_A(27), .WIDTH_B(18), .WIDTH_P(45), .STAGES(3)) mul (.clk(clk), .ce(ce), .a(a), .b(b), .p(p));
                        endmodule
                        """)).containsEntry("DSP48E2", 1);
    }

    @Test
    void anUnsignedMultiplicationOf26By17BitsIsOneDsp() throws Exception {
        assertThat(cells("""
                        module top(input clk, input [2:0] ce, input [25:0] a, input [16:0] b, output [42:0] p);
                        gs_mul #(.WIDTH_A(26), .WIDTH_B(17), .WIDTH_P(43), .SIGNED_A(0), .SIGNED_B(0), .STAGES(3)) mul (
                          .clk(clk), .ce(ce), .a(a), .b(b), .p(p));
                        endmodule
                        """)).containsEntry("DSP48E2", 1);
    }
}
