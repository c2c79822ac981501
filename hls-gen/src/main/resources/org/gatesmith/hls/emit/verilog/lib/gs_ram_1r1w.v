// Memory with one read port and one write port on one clock; with STYLE also as UltraRAM, which gs_ram_2p cannot be.
//
//   read_en   reads the word at read_addr as it was before this cycle, even if it is written now; read_data holds it until the
//             next read.
//   write_en  writes write_data.
//
//   LATENCY 1: read_data has the word in the cycle after read_en.
//   LATENCY 2: there is a second register, loaded in cycles with out_en; read_data has the word two cycles after read_en.
//              With LATENCY 1 out_en has no effect.
//   STYLE: "block" or "ultra".
module gs_ram_1r1w #(
    parameter WIDTH   = 32,
    parameter DEPTH   = 1024,
    parameter LATENCY = 1,
    parameter STYLE   = "block"
) (
    input  wire                                          clk,
    input  wire                                          read_en,
    input  wire [(DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]  read_addr,
    input  wire                                          out_en,
    output wire [WIDTH-1:0]                              read_data,
    input  wire                                          write_en,
    input  wire [(DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]  write_addr,
    input  wire [WIDTH-1:0]                              write_data
);
    wire [WIDTH-1:0] read;

    generate
        if (STYLE == "ultra") begin : g_ultra
            (* ram_style = "ultra" *) reg [WIDTH-1:0] words [0:DEPTH-1];
            reg [WIDTH-1:0] word;
            assign read = word;
            always @(posedge clk) begin
                if (write_en) words[write_addr] <= write_data;
                if (read_en) word <= words[read_addr];
            end
        end else begin : g_block
            (* ram_style = "block" *) reg [WIDTH-1:0] words [0:DEPTH-1];
            reg [WIDTH-1:0] word;
            assign read = word;
            always @(posedge clk) begin
                if (write_en) words[write_addr] <= write_data;
                if (read_en) word <= words[read_addr];
            end
        end
    endgenerate

    generate
        if (LATENCY == 1) begin : g_direct
            assign read_data = read;
            wire unused = &{1'b0, out_en};
        end else begin : g_output
            reg [WIDTH-1:0] held;
            assign read_data = held;
            always @(posedge clk) if (out_en) held <= read;
        end
    endgenerate
endmodule
