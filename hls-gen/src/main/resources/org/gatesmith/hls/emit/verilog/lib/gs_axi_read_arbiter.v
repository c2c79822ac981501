// Joins the read channels of several masters to one AXI4 port, with the number of the master as ID.
//
//   Buses of the masters are packed, master i in the i-th slice. Masters take turns, burst by burst. Data go back by ID, so bursts of
//   different masters may overtake and interleave. Data, response and last are shared by all masters; s_rvalid says whose they are.
//   Latency: 1 cycle on the address channel, none on the data channel. ID_BITS is at least $clog2(MASTERS).
module gs_axi_read_arbiter #(
    parameter MASTERS   = 2,
    parameter DATA_BITS = 512,
    parameter ID_BITS   = 1
) (
    input  wire                  clk,
    input  wire                  rst,

    input  wire [MASTERS-1:0]    s_arvalid,
    output wire [MASTERS-1:0]    s_arready,
    input  wire [64*MASTERS-1:0] s_araddr,
    input  wire [8*MASTERS-1:0]  s_arlen,
    output wire [MASTERS-1:0]    s_rvalid,
    input  wire [MASTERS-1:0]    s_rready,
    output wire [DATA_BITS-1:0]  s_rdata,
    output wire [1:0]            s_rresp,
    output wire                  s_rlast,

    output wire                  m_axi_arvalid,
    input  wire                  m_axi_arready,
    output wire [ID_BITS-1:0]    m_axi_arid,
    output wire [63:0]           m_axi_araddr,
    output wire [7:0]            m_axi_arlen,
    input  wire                  m_axi_rvalid,
    output wire                  m_axi_rready,
    input  wire [ID_BITS-1:0]    m_axi_rid,
    input  wire [DATA_BITS-1:0]  m_axi_rdata,
    input  wire [1:0]            m_axi_rresp,
    input  wire                  m_axi_rlast
);
    localparam INDEX_BITS = MASTERS < 2 ? 1 : $clog2(MASTERS);

    reg                  valid;
    reg [INDEX_BITS-1:0] master;
    reg [63:0]           address;
    reg [7:0]            length;

    wire [INDEX_BITS-1:0] turn;
    wire                  serve = |s_arvalid && (!valid || m_axi_arready);
    gs_axi_turn #(.MASTERS(MASTERS)) turns (.clk(clk), .rst(rst), .asks(s_arvalid), .serve(serve), .turn(turn));

    genvar i;
    generate
        for (i = 0; i < MASTERS; i = i + 1) begin : g_master
            assign s_arready[i] = serve && turn == i[INDEX_BITS-1:0];
            assign s_rvalid[i]  = m_axi_rvalid && m_axi_rid == i[ID_BITS-1:0];
        end
    endgenerate

    always @(posedge clk) begin
        if (rst) valid <= 1'b0;
        else if (serve) valid <= 1'b1;
        else if (m_axi_arready) valid <= 1'b0;
        if (serve) begin
            master  <= turn;
            address <= s_araddr[64*turn +: 64];
            length  <= s_arlen[8*turn +: 8];
        end
    end

    assign m_axi_arvalid = valid;
    generate
        if (ID_BITS > INDEX_BITS) begin : g_wide_id
            assign m_axi_arid = {{(ID_BITS - INDEX_BITS){1'b0}}, master};
        end else begin : g_id
            assign m_axi_arid = master;
        end
    endgenerate
    assign m_axi_araddr  = address;
    assign m_axi_arlen   = length;
    assign m_axi_rready  = |(s_rready & s_rvalid);
    assign s_rdata       = m_axi_rdata;
    assign s_rresp       = m_axi_rresp;
    assign s_rlast       = m_axi_rlast;
endmodule
