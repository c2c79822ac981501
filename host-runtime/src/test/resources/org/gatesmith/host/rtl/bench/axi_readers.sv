// Readers of several shapes side by side, for axi_readers.cpp. Buses are padded to 512 bits.
module axi_readers #(
    parameter CASES = 10
) (
    input  logic         clk,
    input  logic         rst,
    output logic [31:0]  elem_bytes [CASES],
    output logic [31:0]  lanes      [CASES],
    output logic [31:0]  beat_bytes [CASES],
    output logic [31:0]  aligned    [CASES],
    output logic [31:0]  max_wait   [CASES],
    output logic [31:0]  most       [CASES],
    input  logic         req_valid  [CASES],
    output logic         req_ready  [CASES],
    input  logic [63:0]  req_addr   [CASES],
    input  logic [63:0]  req_mask   [CASES],
    input  logic         req_last   [CASES],
    output logic         rsp_valid  [CASES],
    input  logic         rsp_ready  [CASES],
    output logic [511:0] rsp_data   [CASES],
    input  logic         forget     [CASES],
    output logic         idle       [CASES],
    output logic         failed     [CASES],
    output logic         arvalid    [CASES],
    input  logic         arready    [CASES],
    output logic [63:0]  araddr     [CASES],
    output logic [7:0]   arlen      [CASES],
    input  logic         rvalid     [CASES],
    output logic         rready     [CASES],
    input  logic [511:0] rdata      [CASES],
    input  logic [1:0]   rresp      [CASES],
    input  logic         rlast      [CASES]
);
    localparam int ELEM_BYTES  [CASES] = '{  4,   4,   4,   1,   8,  8,   2,   4,   1,   8};
    localparam int LANES       [CASES] = '{  1,  16,  16,  64,   3,  1,  32,   3,   1,   8};
    localparam int DATA_BITS   [CASES] = '{512, 512, 512, 256, 128, 32,  32,  64, 512, 256};
    localparam int ALIGNED     [CASES] = '{  0,   0,   1,   0,   0,  0,   1,   0,   0,   1};
    localparam int MAX_BURST   [CASES] = '{ 16,  16,  64,  16,   1,  4, 256,   8,   2,  16};
    localparam int OUTSTANDING [CASES] = '{ 64,  16,   8,   4,   1,  2,   2, 128,  32,   8};
    localparam int ROOM        [CASES] = '{256, 256, 256,  64,   1,  8, 512, 128,  64, 128};
    localparam int MAX_WAIT    [CASES] = '{ 16,  16,  64,   1,   1,  4,  16,   8,   2,   4};
    localparam int REQUESTS    [CASES] = '{256, 256, 128,   8,   4,  2, 256, 256, 512,  64};

    for (genvar i = 0; i < CASES; i++) begin : g_case
        localparam int DATA = ELEM_BYTES[i] * LANES[i] * 8;
        wire [DATA-1:0] response;
        assign elem_bytes[i] = ELEM_BYTES[i];
        assign lanes[i]      = LANES[i];
        assign beat_bytes[i] = DATA_BITS[i] / 8;
        assign aligned[i]    = ALIGNED[i];
        assign max_wait[i]   = MAX_WAIT[i];
        assign most[i]       = OUTSTANDING[i];
        assign rsp_data[i]   = 512'(response);
        gs_axi_reader #(
            .ELEM_BYTES(ELEM_BYTES[i]), .LANES(LANES[i]), .DATA_BITS(DATA_BITS[i]), .ALIGNED(ALIGNED[i]),
            .MAX_BURST(MAX_BURST[i]), .OUTSTANDING(OUTSTANDING[i]), .ROOM(ROOM[i]), .MAX_WAIT(MAX_WAIT[i]), .REQUESTS(REQUESTS[i])
        ) reader (
            .clk, .rst,
            .req_valid(req_valid[i]), .req_ready(req_ready[i]), .req_addr(req_addr[i]), .req_mask(req_mask[i][LANES[i]-1:0]),
            .req_last(req_last[i]), .rsp_valid(rsp_valid[i]), .rsp_ready(rsp_ready[i]), .rsp_data(response),
            .forget(forget[i]), .idle(idle[i]), .error(failed[i]),
            .m_axi_arvalid(arvalid[i]), .m_axi_arready(arready[i]), .m_axi_araddr(araddr[i]), .m_axi_arlen(arlen[i]),
            .m_axi_rvalid(rvalid[i]), .m_axi_rready(rready[i]), .m_axi_rdata(rdata[i][DATA_BITS[i]-1:0]),
            .m_axi_rresp(rresp[i]), .m_axi_rlast(rlast[i])
        );
    end
endmodule
