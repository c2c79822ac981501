// Joins the write channels of several masters to one AXI4 port, with the number of the master as ID.
//
//   Buses of the masters are packed, master i in the i-th slice. Masters take turns, burst by burst; the data of bursts follow in
//   the order of their addresses. Responses go back by ID; the code is shared by all masters, s_bvalid says whose it is.
//   Latency: 1 cycle on the address channel, and before the first data of a burst. ID_BITS is at least $clog2(MASTERS).
module gs_axi_write_arbiter #(
    parameter MASTERS   = 2,
    parameter DATA_BITS = 512,
    parameter ID_BITS   = 1
) (
    input  wire                           clk,
    input  wire                           rst,

    input  wire [MASTERS-1:0]             s_awvalid,
    output wire [MASTERS-1:0]             s_awready,
    input  wire [64*MASTERS-1:0]          s_awaddr,
    input  wire [8*MASTERS-1:0]           s_awlen,
    input  wire [MASTERS-1:0]             s_wvalid,
    output wire [MASTERS-1:0]             s_wready,
    input  wire [DATA_BITS*MASTERS-1:0]   s_wdata,
    input  wire [DATA_BITS/8*MASTERS-1:0] s_wstrb,
    input  wire [MASTERS-1:0]             s_wlast,
    output wire [MASTERS-1:0]             s_bvalid,
    input  wire [MASTERS-1:0]             s_bready,
    output wire [1:0]                     s_bresp,

    output wire                           m_axi_awvalid,
    input  wire                           m_axi_awready,
    output wire [ID_BITS-1:0]             m_axi_awid,
    output wire [63:0]                    m_axi_awaddr,
    output wire [7:0]                     m_axi_awlen,
    output wire                           m_axi_wvalid,
    input  wire                           m_axi_wready,
    output wire [DATA_BITS-1:0]           m_axi_wdata,
    output wire [DATA_BITS/8-1:0]         m_axi_wstrb,
    output wire                           m_axi_wlast,
    input  wire                           m_axi_bvalid,
    output wire                           m_axi_bready,
    input  wire [ID_BITS-1:0]             m_axi_bid,
    input  wire [1:0]                     m_axi_bresp
);
    localparam INDEX_BITS = MASTERS < 2 ? 1 : $clog2(MASTERS);
    localparam BEAT_BYTES = DATA_BITS / 8;

    reg                  valid;
    reg [INDEX_BITS-1:0] master;
    reg [63:0]           address;
    reg [7:0]            length;

    wire [INDEX_BITS-1:0] turn;
    wire                  order_ready;
    wire                  serve = |s_awvalid && order_ready && (!valid || m_axi_awready);
    gs_axi_turn #(.MASTERS(MASTERS)) turns (.clk(clk), .rst(rst), .asks(s_awvalid), .serve(serve), .turn(turn));

    // Whose data come next.
    wire                  sending;
    wire [INDEX_BITS-1:0] sender;
    wire [4:0]            order_level;
    wire                  unused = &{1'b0, order_level};
    gs_fifo #(.WIDTH(INDEX_BITS), .DEPTH(16)) order (
        .clk(clk), .rst(rst),
        .write_valid(serve), .write_ready(order_ready), .write_data(turn),
        .read_valid(sending), .read_ready(m_axi_wvalid && m_axi_wready && m_axi_wlast), .read_data(sender),
        .level(order_level)
    );

    genvar i;
    generate
        for (i = 0; i < MASTERS; i = i + 1) begin : g_master
            assign s_awready[i] = serve && turn == i[INDEX_BITS-1:0];
            assign s_wready[i]  = sending && m_axi_wready && sender == i[INDEX_BITS-1:0];
            assign s_bvalid[i]  = m_axi_bvalid && m_axi_bid == i[ID_BITS-1:0];
        end
    endgenerate

    always @(posedge clk) begin
        if (rst) valid <= 1'b0;
        else if (serve) valid <= 1'b1;
        else if (m_axi_awready) valid <= 1'b0;
        if (serve) begin
            master  <= turn;
            address <= s_awaddr[64*turn +: 64];
            length  <= s_awlen[8*turn +: 8];
        end
    end

    assign m_axi_awvalid = valid;
    generate
        if (ID_BITS > INDEX_BITS) begin : g_wide_id
            assign m_axi_awid = {{(ID_BITS - INDEX_BITS){1'b0}}, master};
        end else begin : g_id
            assign m_axi_awid = master;
        end
    endgenerate
    assign m_axi_awaddr  = address;
    assign m_axi_awlen   = length;
    assign m_axi_wvalid  = sending && s_wvalid[sender];
    assign m_axi_wdata   = s_wdata[DATA_BITS*sender +: DATA_BITS];
    assign m_axi_wstrb   = s_wstrb[BEAT_BYTES*sender +: BEAT_BYTES];
    assign m_axi_wlast   = s_wlast[sender];
    assign m_axi_bready  = |(s_bready & s_bvalid);
    assign s_bresp       = m_axi_bresp;
endmodule
