// Memory in LUTs: one write port, READS read ports without latency.
//
//   read_data of port i (bits i*WIDTH and up) is the word at read_addr of port i (bits i*address bits and up) in the same cycle,
//   as it was before a write in that cycle. Address bits: $clog2(DEPTH), at least 1.
module gs_ram_lut #(
    parameter WIDTH = 32,
    parameter DEPTH = 32,
    parameter READS = 1
) (
    input  wire                                                  clk,
    input  wire                                                  write_en,
    input  wire [(DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]          write_addr,
    input  wire [WIDTH-1:0]                                      write_data,
    input  wire [READS * (DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]  read_addr,
    output wire [READS * WIDTH - 1:0]                            read_data
);
    localparam ADDRESS_BITS = DEPTH < 2 ? 1 : $clog2(DEPTH);

    (* ram_style = "distributed" *) reg [WIDTH-1:0] words [0:DEPTH-1];

    always @(posedge clk) if (write_en) words[write_addr] <= write_data;

    genvar i;
    generate
        for (i = 0; i < READS; i = i + 1) begin : g_read
            assign read_data[i*WIDTH +: WIDTH] = words[read_addr[i*ADDRESS_BITS +: ADDRESS_BITS]];
        end
    endgenerate
endmodule
