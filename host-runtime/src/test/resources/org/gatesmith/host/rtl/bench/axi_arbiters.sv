// Three readers and three writers of one kind behind arbiters, on one AXI port.
module axi_arbiters #(
    parameter MASTERS = 3
) (
    input  logic         clk,
    input  logic         rst,
    input  logic         read_valid  [MASTERS],
    output logic         read_ready  [MASTERS],
    input  logic [63:0]  read_addr   [MASTERS],
    output logic         rsp_valid   [MASTERS],
    input  logic         rsp_ready   [MASTERS],
    output logic [31:0]  rsp_data    [MASTERS],
    input  logic         write_valid [MASTERS],
    output logic         write_ready [MASTERS],
    input  logic [63:0]  write_addr  [MASTERS],
    input  logic [31:0]  write_data  [MASTERS],
    output logic         idle        [MASTERS],
    output logic         arvalid, input logic arready, output logic [1:0] arid, output logic [63:0] araddr, output logic [7:0] arlen,
    input  logic         rvalid, output logic rready, input logic [1:0] rid, input logic [63:0] rdata, input logic [1:0] rresp,
    input  logic         rlast,
    output logic         awvalid, input logic awready, output logic [1:0] awid, output logic [63:0] awaddr, output logic [7:0] awlen,
    output logic         wvalid, input logic wready, output logic [63:0] wdata, output logic [7:0] wstrb, output logic wlast,
    input  logic         bvalid, output logic bready, input logic [1:0] bid, input logic [1:0] bresp
);
    wire [MASTERS-1:0]    s_arvalid, s_arready, s_rvalid, s_rready, s_awvalid, s_awready, s_wvalid, s_wready, s_wlast, s_bvalid, s_bready;
    wire [64*MASTERS-1:0] s_araddr, s_awaddr, s_wdata;
    wire [8*MASTERS-1:0]  s_arlen, s_awlen, s_wstrb;
    wire [63:0]           s_rdata;
    wire [1:0]            s_rresp, s_bresp;
    wire                  s_rlast;

    for (genvar i = 0; i < MASTERS; i++) begin : g_master
        gs_axi_reader #(.ELEM_BYTES(4), .LANES(1), .DATA_BITS(64), .MAX_BURST(4), .OUTSTANDING(4), .MAX_WAIT(4), .REQUESTS(16)) reader (
            .clk, .rst, .req_valid(read_valid[i]), .req_ready(read_ready[i]), .req_addr(read_addr[i]), .req_mask(1'b1), .req_last(1'b0),
            .rsp_valid(rsp_valid[i]), .rsp_ready(rsp_ready[i]), .rsp_data(rsp_data[i]), .forget(1'b0), .idle(), .error(),
            .m_axi_arvalid(s_arvalid[i]), .m_axi_arready(s_arready[i]), .m_axi_araddr(s_araddr[64*i +: 64]),
            .m_axi_arlen(s_arlen[8*i +: 8]), .m_axi_rvalid(s_rvalid[i]), .m_axi_rready(s_rready[i]), .m_axi_rdata(s_rdata),
            .m_axi_rresp(s_rresp), .m_axi_rlast(s_rlast)
        );
        gs_axi_writer #(.ELEM_BYTES(4), .LANES(1), .DATA_BITS(64), .MAX_BURST(4), .OUTSTANDING(4)) writer (
            .clk, .rst, .req_valid(write_valid[i]), .req_ready(write_ready[i]), .req_addr(write_addr[i]), .req_mask(1'b1),
            .req_data(write_data[i]), .req_last(1'b0), .idle(idle[i]), .error(),
            .m_axi_awvalid(s_awvalid[i]), .m_axi_awready(s_awready[i]), .m_axi_awaddr(s_awaddr[64*i +: 64]),
            .m_axi_awlen(s_awlen[8*i +: 8]), .m_axi_wvalid(s_wvalid[i]), .m_axi_wready(s_wready[i]),
            .m_axi_wdata(s_wdata[64*i +: 64]), .m_axi_wstrb(s_wstrb[8*i +: 8]), .m_axi_wlast(s_wlast[i]),
            .m_axi_bvalid(s_bvalid[i]), .m_axi_bready(s_bready[i]), .m_axi_bresp(s_bresp)
        );
    end

    gs_axi_read_arbiter #(.MASTERS(MASTERS), .DATA_BITS(64), .ID_BITS(2)) reads (
        .clk, .rst, .s_arvalid, .s_arready, .s_araddr, .s_arlen, .s_rvalid, .s_rready, .s_rdata, .s_rresp, .s_rlast,
        .m_axi_arvalid(arvalid), .m_axi_arready(arready), .m_axi_arid(arid), .m_axi_araddr(araddr), .m_axi_arlen(arlen),
        .m_axi_rvalid(rvalid), .m_axi_rready(rready), .m_axi_rid(rid), .m_axi_rdata(rdata), .m_axi_rresp(rresp), .m_axi_rlast(rlast)
    );
    gs_axi_write_arbiter #(.MASTERS(MASTERS), .DATA_BITS(64), .ID_BITS(2)) writes (
        .clk, .rst, .s_awvalid, .s_awready, .s_awaddr, .s_awlen, .s_wvalid, .s_wready, .s_wdata, .s_wstrb, .s_wlast,
        .s_bvalid, .s_bready, .s_bresp,
        .m_axi_awvalid(awvalid), .m_axi_awready(awready), .m_axi_awid(awid), .m_axi_awaddr(awaddr), .m_axi_awlen(awlen),
        .m_axi_wvalid(wvalid), .m_axi_wready(wready), .m_axi_wdata(wdata), .m_axi_wstrb(wstrb), .m_axi_wlast(wlast),
        .m_axi_bvalid(bvalid), .m_axi_bready(bready), .m_axi_bid(bid), .m_axi_bresp(bresp)
    );
endmodule
