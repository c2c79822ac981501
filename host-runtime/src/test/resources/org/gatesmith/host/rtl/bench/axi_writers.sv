// Writers of several shapes side by side, for axi_writers.cpp. Buses are padded to 512 bits.
module axi_writers #(
    parameter CASES = 10
) (
    input  logic         clk,
    input  logic         rst,
    output logic [31:0]  elem_bytes [CASES],
    output logic [31:0]  lanes      [CASES],
    output logic [31:0]  beat_bytes [CASES],
    output logic [31:0]  aligned    [CASES],
    input  logic         req_valid  [CASES],
    output logic         req_ready  [CASES],
    input  logic [63:0]  req_addr   [CASES],
    input  logic [63:0]  req_mask   [CASES],
    input  logic [511:0] req_data   [CASES],
    input  logic         req_last   [CASES],
    output logic         idle       [CASES],
    output logic         failed     [CASES],
    output logic         awvalid    [CASES],
    input  logic         awready    [CASES],
    output logic [63:0]  awaddr     [CASES],
    output logic [7:0]   awlen      [CASES],
    output logic         wvalid     [CASES],
    input  logic         wready     [CASES],
    output logic [511:0] wdata      [CASES],
    output logic [63:0]  wstrb      [CASES],
    output logic         wlast      [CASES],
    input  logic         bvalid     [CASES],
    output logic         bready     [CASES],
    input  logic [1:0]   bresp      [CASES]
);
    localparam int ELEM_BYTES  [CASES] = '{  4,   4,   4,   1,   8,  8,   2,   4,   1,   8};
    localparam int LANES       [CASES] = '{  1,  16,  16,  64,   3,  1,  32,   3,   1,   8};
    localparam int DATA_BITS   [CASES] = '{512, 512, 512, 256, 128, 32,  32,  64, 512, 256};
    localparam int ALIGNED     [CASES] = '{  0,   0,   1,   0,   0,  0,   1,   0,   0,   1};
    localparam int MAX_BURST   [CASES] = '{ 16,  16,  64,  16,   1,  4, 256,   8,   2,  16};
    localparam int OUTSTANDING [CASES] = '{ 16,  16,   8,   4,   1,  2,   2,  16,  32,   8};

    for (genvar i = 0; i < CASES; i++) begin : g_case
        localparam int BITS = ELEM_BYTES[i] * LANES[i] * 8;
        wire [DATA_BITS[i]-1:0]   data;
        wire [DATA_BITS[i]/8-1:0] strobe;
        assign elem_bytes[i] = ELEM_BYTES[i];
        assign lanes[i]      = LANES[i];
        assign beat_bytes[i] = DATA_BITS[i] / 8;
        assign aligned[i]    = ALIGNED[i];
        assign wdata[i]      = 512'(data);
        assign wstrb[i]      = 64'(strobe);
        gs_axi_writer #(
            .ELEM_BYTES(ELEM_BYTES[i]), .LANES(LANES[i]), .DATA_BITS(DATA_BITS[i]), .ALIGNED(ALIGNED[i]),
            .MAX_BURST(MAX_BURST[i]), .OUTSTANDING(OUTSTANDING[i])
        ) writer (
            .clk, .rst,
            .req_valid(req_valid[i]), .req_ready(req_ready[i]), .req_addr(req_addr[i]), .req_mask(req_mask[i][LANES[i]-1:0]),
            .req_data(req_data[i][BITS-1:0]), .req_last(req_last[i]), .idle(idle[i]), .error(failed[i]),
            .m_axi_awvalid(awvalid[i]), .m_axi_awready(awready[i]), .m_axi_awaddr(awaddr[i]), .m_axi_awlen(awlen[i]),
            .m_axi_wvalid(wvalid[i]), .m_axi_wready(wready[i]), .m_axi_wdata(data), .m_axi_wstrb(strobe),
            .m_axi_wlast(wlast[i]), .m_axi_bvalid(bvalid[i]), .m_axi_bready(bready[i]), .m_axi_bresp(bresp[i])
        );
    end
endmodule
