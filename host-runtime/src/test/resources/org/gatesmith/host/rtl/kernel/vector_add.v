// c[i] = a[i] + b[i] in vectors of 16, written by hand on the library: the contract of an emitted top module.
module vector_add (
    input  wire         ap_clk,
    input  wire         ap_rst_n,
    /* verilator lint_off SYMRSVDWORD */
    output wire         interrupt,
    /* verilator lint_on SYMRSVDWORD */
    input  wire         s_axi_control_awvalid,
    output wire         s_axi_control_awready,
    input  wire [11:0]  s_axi_control_awaddr,
    input  wire         s_axi_control_wvalid,
    output wire         s_axi_control_wready,
    input  wire [31:0]  s_axi_control_wdata,
    input  wire [3:0]   s_axi_control_wstrb,
    output wire         s_axi_control_bvalid,
    input  wire         s_axi_control_bready,
    output wire [1:0]   s_axi_control_bresp,
    input  wire         s_axi_control_arvalid,
    output wire         s_axi_control_arready,
    input  wire [11:0]  s_axi_control_araddr,
    output wire         s_axi_control_rvalid,
    input  wire         s_axi_control_rready,
    output wire [31:0]  s_axi_control_rdata,
    output wire [1:0]   s_axi_control_rresp,
    output wire         m_axi_gmem0_arvalid,
    input  wire         m_axi_gmem0_arready,
    output wire [63:0]  m_axi_gmem0_araddr,
    output wire [7:0]   m_axi_gmem0_arlen,
    input  wire         m_axi_gmem0_rvalid,
    output wire         m_axi_gmem0_rready,
    input  wire [511:0] m_axi_gmem0_rdata,
    input  wire [1:0]   m_axi_gmem0_rresp,
    input  wire         m_axi_gmem0_rlast,
    output wire         m_axi_gmem1_arvalid,
    input  wire         m_axi_gmem1_arready,
    output wire [63:0]  m_axi_gmem1_araddr,
    output wire [7:0]   m_axi_gmem1_arlen,
    input  wire         m_axi_gmem1_rvalid,
    output wire         m_axi_gmem1_rready,
    input  wire [511:0] m_axi_gmem1_rdata,
    input  wire [1:0]   m_axi_gmem1_rresp,
    input  wire         m_axi_gmem1_rlast,
    output wire         m_axi_gmem2_awvalid,
    input  wire         m_axi_gmem2_awready,
    output wire [63:0]  m_axi_gmem2_awaddr,
    output wire [7:0]   m_axi_gmem2_awlen,
    output wire         m_axi_gmem2_wvalid,
    input  wire         m_axi_gmem2_wready,
    output wire [511:0] m_axi_gmem2_wdata,
    output wire [63:0]  m_axi_gmem2_wstrb,
    output wire         m_axi_gmem2_wlast,
    input  wire         m_axi_gmem2_bvalid,
    output wire         m_axi_gmem2_bready,
    input  wire [1:0]   m_axi_gmem2_bresp
);
    wire rst = !ap_rst_n;
    wire start;
    wire done;
    wire [351:0] arguments;
    gs_control #(.ADDRESS_BITS(12), .ARGUMENT_WORDS(11), .ARGUMENT_MASK(11'b01011011011)) control (
        .clk(ap_clk), .rst(rst),
        .s_axi_awvalid(s_axi_control_awvalid), .s_axi_awready(s_axi_control_awready), .s_axi_awaddr(s_axi_control_awaddr),
        .s_axi_wvalid(s_axi_control_wvalid), .s_axi_wready(s_axi_control_wready), .s_axi_wdata(s_axi_control_wdata),
        .s_axi_wstrb(s_axi_control_wstrb), .s_axi_bvalid(s_axi_control_bvalid), .s_axi_bready(s_axi_control_bready),
        .s_axi_bresp(s_axi_control_bresp), .s_axi_arvalid(s_axi_control_arvalid), .s_axi_arready(s_axi_control_arready),
        .s_axi_araddr(s_axi_control_araddr), .s_axi_rvalid(s_axi_control_rvalid), .s_axi_rready(s_axi_control_rready),
        .s_axi_rdata(s_axi_control_rdata), .s_axi_rresp(s_axi_control_rresp), .irq(interrupt),
        .start(start), .done(done), .arguments(arguments)
    );
    wire [63:0] a = arguments[63:0];
    wire [63:0] b = arguments[159:96];
    wire [63:0] c = arguments[255:192];
    wire [31:0] n = arguments[319:288];
    wire unused = &{1'b0, arguments, errors};

    reg         running;
    reg  [31:0] asked_a;
    reg  [31:0] asked_b;
    reg  [31:0] written;
    wire        ask_a = running && asked_a < n;
    wire        ask_b = running && asked_b < n;
    wire        ready_a, ready_b, ready_c, valid_a, valid_b, idle_c;
    wire [511:0] data_a, data_b;
    wire [2:0]   errors;
    wire [1:0]   idle_ab;
    wire         unused_idle = &{1'b0, idle_ab};
    wire         both = valid_a && valid_b;
    wire         put  = both && ready_c;
    wire [31:0]  rest = n - written;
    wire [15:0]  mask = rest >= 32'd16 ? 16'hffff : (16'd1 << rest[3:0]) - 16'd1;
    assign done = running && written >= n && idle_c;

    reg [63:0] waiting_for_a /* verilator public_flat_rd */;
    wire       waits_for_a /* verilator public_flat_rd */ = running && written < n && !valid_a;
    wire       waits_for_b /* verilator public_flat_rd */ = running && written < n && !valid_b;
    reg [63:0] vectors /* verilator public_flat_rd */;

    always @(posedge ap_clk) begin
        if (rst) begin
            running <= 1'b0;
            vectors <= 64'd0;
            waiting_for_a <= 64'd0;
        end else begin
            if (start) running <= 1'b1;
            else if (done) running <= 1'b0;
            if (put) vectors <= vectors + 64'd1;
            if (waits_for_a) waiting_for_a <= waiting_for_a + 64'd1;
        end
        if (start) begin
            asked_a <= 32'd0;
            asked_b <= 32'd0;
            written <= 32'd0;
        end else begin
            if (ask_a && ready_a) asked_a <= asked_a + 32'd16;
            if (ask_b && ready_b) asked_b <= asked_b + 32'd16;
            if (put) written <= written + 32'd16;
        end
    end

    gs_axi_reader #(.ELEM_BYTES(4), .LANES(16), .DATA_BITS(512), .ALIGNED(1)) reader_a (
        .clk(ap_clk), .rst(rst), .req_valid(ask_a), .req_ready(ready_a), .req_addr(a + {30'd0, asked_a, 2'b00}),
        .req_mask(16'hffff), .req_last(1'b0), .rsp_valid(valid_a), .rsp_ready(put), .rsp_data(data_a),
        .forget(start), .idle(idle_ab[0]), .error(errors[0]),
        .m_axi_arvalid(m_axi_gmem0_arvalid), .m_axi_arready(m_axi_gmem0_arready), .m_axi_araddr(m_axi_gmem0_araddr),
        .m_axi_arlen(m_axi_gmem0_arlen), .m_axi_rvalid(m_axi_gmem0_rvalid), .m_axi_rready(m_axi_gmem0_rready),
        .m_axi_rdata(m_axi_gmem0_rdata), .m_axi_rresp(m_axi_gmem0_rresp), .m_axi_rlast(m_axi_gmem0_rlast)
    );
    gs_axi_reader #(.ELEM_BYTES(4), .LANES(16), .DATA_BITS(512), .ALIGNED(1)) reader_b (
        .clk(ap_clk), .rst(rst), .req_valid(ask_b), .req_ready(ready_b), .req_addr(b + {30'd0, asked_b, 2'b00}),
        .req_mask(16'hffff), .req_last(1'b0), .rsp_valid(valid_b), .rsp_ready(put), .rsp_data(data_b),
        .forget(start), .idle(idle_ab[1]), .error(errors[1]),
        .m_axi_arvalid(m_axi_gmem1_arvalid), .m_axi_arready(m_axi_gmem1_arready), .m_axi_araddr(m_axi_gmem1_araddr),
        .m_axi_arlen(m_axi_gmem1_arlen), .m_axi_rvalid(m_axi_gmem1_rvalid), .m_axi_rready(m_axi_gmem1_rready),
        .m_axi_rdata(m_axi_gmem1_rdata), .m_axi_rresp(m_axi_gmem1_rresp), .m_axi_rlast(m_axi_gmem1_rlast)
    );
    wire [511:0] sum;
    genvar i;
    generate
        for (i = 0; i < 16; i = i + 1) begin : g_lane
            assign sum[32*i +: 32] = data_a[32*i +: 32] + data_b[32*i +: 32];
        end
    endgenerate
    gs_axi_writer #(.ELEM_BYTES(4), .LANES(16), .DATA_BITS(512), .ALIGNED(1)) writer_c (
        .clk(ap_clk), .rst(rst), .req_valid(both), .req_ready(ready_c), .req_addr(c + {30'd0, written, 2'b00}),
        .req_mask(mask), .req_data(sum), .req_last(1'b0), .idle(idle_c), .error(errors[2]),
        .m_axi_awvalid(m_axi_gmem2_awvalid), .m_axi_awready(m_axi_gmem2_awready), .m_axi_awaddr(m_axi_gmem2_awaddr),
        .m_axi_awlen(m_axi_gmem2_awlen), .m_axi_wvalid(m_axi_gmem2_wvalid), .m_axi_wready(m_axi_gmem2_wready),
        .m_axi_wdata(m_axi_gmem2_wdata), .m_axi_wstrb(m_axi_gmem2_wstrb), .m_axi_wlast(m_axi_gmem2_wlast),
        .m_axi_bvalid(m_axi_gmem2_bvalid), .m_axi_bready(m_axi_gmem2_bready), .m_axi_bresp(m_axi_gmem2_bresp)
    );
endmodule
