// Memory with two ports on one clock, each of which reads or writes one word per cycle (block memory).
//
//   A port acts in a cycle with en: it reads the word at addr as it was before this cycle, whatever either port writes now
//   (read-first), and with we it writes din. Its dout holds the word until the port's next access.
//   Two writes to one address in one cycle leave an undefined word.
//
//   LATENCY 1: dout has the word in the cycle after the access.
//   LATENCY 2: there is a second register, loaded in cycles with out_en; dout has the word two cycles after the access.
//              With LATENCY 1 out_en has no effect.
module gs_ram_2p #(
    parameter WIDTH   = 32,
    parameter DEPTH   = 1024,
    parameter LATENCY = 1
) (
    input  wire                                          clk,
    input  wire                                          a_en,
    input  wire                                          a_we,
    input  wire [(DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]  a_addr,
    input  wire [WIDTH-1:0]                              a_din,
    input  wire                                          a_out_en,
    output wire [WIDTH-1:0]                              a_dout,
    input  wire                                          b_en,
    input  wire                                          b_we,
    input  wire [(DEPTH < 2 ? 1 : $clog2(DEPTH)) - 1:0]  b_addr,
    input  wire [WIDTH-1:0]                              b_din,
    input  wire                                          b_out_en,
    output wire [WIDTH-1:0]                              b_dout
);
    (* ram_style = "block" *) reg [WIDTH-1:0] words [0:DEPTH-1];
    reg [WIDTH-1:0] a_read;
    reg [WIDTH-1:0] b_read;

    // One process per port: the form that synthesis knows as a true dual-port memory.
    always @(posedge clk) begin
        if (a_en) begin
            if (a_we) words[a_addr] <= a_din;
            a_read <= words[a_addr];
        end
    end

    always @(posedge clk) begin
        if (b_en) begin
            if (b_we) words[b_addr] <= b_din;
            b_read <= words[b_addr];
        end
    end

    generate
        if (LATENCY == 1) begin : g_direct
            assign a_dout = a_read;
            assign b_dout = b_read;
            wire unused = &{1'b0, a_out_en, b_out_en};
        end else begin : g_output
            reg [WIDTH-1:0] a_output;
            reg [WIDTH-1:0] b_output;
            assign a_dout = a_output;
            assign b_dout = b_output;
            always @(posedge clk) begin
                if (a_out_en) a_output <= a_read;
                if (b_out_en) b_output <= b_read;
            end
        end
    endgenerate
endmodule
