// Table of constants.
//
//   INIT     the words: word i in bits i*WIDTH and up. Tables of more than 65536 bits are better written as a module of their
//            own with the same ports, because tools limit the width of a parameter.
//   LATENCY 0: data is the word at addr in the same cycle (LUTs); en and out_en have no effect.
//   LATENCY 1: data is the word in the cycle after one with en, and stays until the next en.
//   LATENCY 2: there is a second register, loaded in cycles with out_en; data has the word two cycles after en.
module gs_rom #(
    parameter                   WIDTH   = 8,
    parameter                   DEPTH   = 2,
    parameter                   LATENCY = 0,
    parameter [WIDTH*DEPTH-1:0] INIT    = {(WIDTH*DEPTH){1'b0}}
) (
    input  wire                                          clk,
    input  wire                                          en,
    input  wire [(DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]  addr,
    input  wire                                          out_en,
    output wire [WIDTH-1:0]                              data
);
    reg [WIDTH-1:0] words [0:DEPTH-1];

    integer i;
    initial begin
        for (i = 0; i < DEPTH; i = i + 1) words[i] = INIT[i*WIDTH +: WIDTH];
    end

    generate
        if (LATENCY == 0) begin : g_direct
            assign data = words[addr];
            wire unused = &{1'b0, clk, en, out_en};
        end else begin : g_registered
            reg [WIDTH-1:0] read;
            always @(posedge clk) if (en) read <= words[addr];
            if (LATENCY == 1) begin : g_one
                assign data = read;
                wire unused = &{1'b0, out_en};
            end else begin : g_two
                reg [WIDTH-1:0] held;
                assign data = held;
                always @(posedge clk) if (out_en) held <= read;
            end
        end
    endgenerate
endmodule
