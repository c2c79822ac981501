// AXI4-Lite registers of a Vitis kernel, and the handshake that starts it.
//
//   0x00  control: bit 0 ap_start, 1 ap_done, 2 ap_idle, 3 ap_ready, 4 ap_continue (CHAIN), 7 auto_restart
//   0x04  bit 0: global interrupt enable
//   0x08  bit 0: interrupt when done, bit 1: interrupt when ready
//   0x0c  bit 0: done happened, bit 1: ready happened; writing a one toggles the bit
//   0x10  arguments; word i at 0x10 + 4 * i
//
//   ap_start stays set until the kernel is ready, which is when it is done. With CHAIN = 0 (ap_ctrl_hs) ap_done is cleared by
//   reading; with CHAIN = 1 (ap_ctrl_chain) by ap_continue, and the kernel does not start again before. ap_ready is cleared by
//   reading. With auto_restart the kernel starts again by itself. (Register map: UG1393, "SW-controllable kernels".)
//
//   start      high for one cycle: begin, with the arguments as they are now
//   done       high for one cycle, at the earliest in the cycle after start: everything is in memory
//   arguments  word i in bits 32*i and up; words with a zero in ARGUMENT_MASK are padding, always zero
module gs_control #(
    parameter                      ADDRESS_BITS   = 12,
    parameter                      ARGUMENT_WORDS = 4,
    parameter [ARGUMENT_WORDS-1:0] ARGUMENT_MASK  = {ARGUMENT_WORDS{1'b1}},
    parameter                      CHAIN          = 0
) (
    input  wire                         clk,
    input  wire                         rst,

    input  wire                         s_axi_awvalid,
    output wire                         s_axi_awready,
    input  wire [ADDRESS_BITS-1:0]      s_axi_awaddr,
    input  wire                         s_axi_wvalid,
    output wire                         s_axi_wready,
    input  wire [31:0]                  s_axi_wdata,
    input  wire [3:0]                   s_axi_wstrb,
    output wire                         s_axi_bvalid,
    input  wire                         s_axi_bready,
    output wire [1:0]                   s_axi_bresp,
    input  wire                         s_axi_arvalid,
    output wire                         s_axi_arready,
    input  wire [ADDRESS_BITS-1:0]      s_axi_araddr,
    output wire                         s_axi_rvalid,
    input  wire                         s_axi_rready,
    output wire [31:0]                  s_axi_rdata,
    output wire [1:0]                   s_axi_rresp,
    output wire                         irq,

    output wire                         start,
    input  wire                         done,
    output wire [32*ARGUMENT_WORDS-1:0] arguments
);
    localparam WORD_BITS = ADDRESS_BITS - 2;
    localparam [WORD_BITS-1:0] CONTROL          = 0;
    localparam [WORD_BITS-1:0] GLOBAL_ENABLE    = 1;
    localparam [WORD_BITS-1:0] INTERRUPT_ENABLE = 2;
    localparam [WORD_BITS-1:0] INTERRUPT_STATUS = 3;
    localparam [WORD_BITS-1:0] FIRST_ARGUMENT   = 4;

    assign s_axi_bresp = 2'b00;
    assign s_axi_rresp = 2'b00;
    wire unused = &{1'b0, s_axi_awaddr[1:0], s_axi_araddr[1:0]};

    // ---------------------------------------------------------------- bus
    // A write is taken when address and data are both there and the response has room; a read likewise.
    reg         b_full;
    reg         r_full;
    reg  [31:0] r_word;
    wire        write = s_axi_awvalid && s_axi_wvalid && !b_full;
    wire        read  = s_axi_arvalid && !r_full;

    assign s_axi_awready = write;
    assign s_axi_wready  = write;
    assign s_axi_bvalid  = b_full;
    assign s_axi_arready = !r_full;
    assign s_axi_rvalid  = r_full;
    assign s_axi_rdata   = r_word;

    wire [WORD_BITS-1:0] write_word = s_axi_awaddr[ADDRESS_BITS-1:2];
    wire [WORD_BITS-1:0] read_word  = s_axi_araddr[ADDRESS_BITS-1:2];
    wire                 low_byte   = write && s_axi_wstrb[0];

    // ---------------------------------------------------------------- kernel
    reg       starting;
    reg       running;
    reg       was_done;
    reg       was_ready;
    reg       restart;
    reg       global_enable;
    reg [1:0] enable;
    reg [1:0] status;

    wire held       = CHAIN != 0 && was_done;
    wire to_control = low_byte && write_word == CONTROL;
    wire proceed    = CHAIN != 0 && to_control && s_axi_wdata[4];
    wire seen       = read && read_word == CONTROL;

    assign start     = starting && !running && !held;
    assign irq       = global_enable && |status;

    always @(posedge clk) begin
        if (rst) begin
            starting      <= 1'b0;
            running       <= 1'b0;
            was_done      <= 1'b0;
            was_ready     <= 1'b0;
            restart       <= 1'b0;
            global_enable <= 1'b0;
            enable        <= 2'b00;
            status        <= 2'b00;
        end else begin
            if (to_control && s_axi_wdata[0]) starting <= 1'b1;
            else if (done) starting <= restart;

            if (start) running <= 1'b1;
            else if (done) running <= 1'b0;

            if (done) was_done <= 1'b1;
            else if (CHAIN != 0 ? proceed : seen) was_done <= 1'b0;

            if (done) was_ready <= 1'b1;
            else if (seen) was_ready <= 1'b0;

            if (to_control) restart <= s_axi_wdata[7];
            if (low_byte && write_word == GLOBAL_ENABLE) global_enable <= s_axi_wdata[0];
            if (low_byte && write_word == INTERRUPT_ENABLE) enable <= s_axi_wdata[1:0];
            status <= (status ^ (low_byte && write_word == INTERRUPT_STATUS ? s_axi_wdata[1:0] : 2'b00)) | (enable & {2{done}});
        end
    end

    // ---------------------------------------------------------------- arguments
    genvar i;
    generate
        for (i = 0; i < ARGUMENT_WORDS; i = i + 1) begin : g_argument
            if (ARGUMENT_MASK[i]) begin : g_word
                localparam [WORD_BITS-1:0] WORD = FIRST_ARGUMENT + i[WORD_BITS-1:0];
                reg [31:0] value;
                assign arguments[32*i +: 32] = value;
                always @(posedge clk) begin
                    if (rst) value <= 32'd0;
                    else if (write && write_word == WORD) begin
                        if (s_axi_wstrb[0]) value[7:0] <= s_axi_wdata[7:0];
                        if (s_axi_wstrb[1]) value[15:8] <= s_axi_wdata[15:8];
                        if (s_axi_wstrb[2]) value[23:16] <= s_axi_wdata[23:16];
                        if (s_axi_wstrb[3]) value[31:24] <= s_axi_wdata[31:24];
                    end
                end
            end else begin : g_padding
                assign arguments[32*i +: 32] = 32'd0;
            end
        end
    endgenerate

    // ---------------------------------------------------------------- reading
    wire [WORD_BITS-1:0] argument_index = read_word - FIRST_ARGUMENT;
    wire idle = !running && !starting;

    reg [31:0] answer;
    integer    word;
    always @* begin
        answer = 32'd0;
        if (read_word == CONTROL) answer = {24'd0, restart, 3'b000, was_ready, idle, was_done, starting};
        else if (read_word == GLOBAL_ENABLE) answer = {31'd0, global_enable};
        else if (read_word == INTERRUPT_ENABLE) answer = {30'd0, enable};
        else if (read_word == INTERRUPT_STATUS) answer = {30'd0, status};
        else begin
            for (word = 0; word < ARGUMENT_WORDS; word = word + 1) begin
                if (argument_index == word[WORD_BITS-1:0]) answer = arguments[32*word +: 32];
            end
        end
    end

    always @(posedge clk) begin
        if (rst) begin
            b_full <= 1'b0;
            r_full <= 1'b0;
        end else begin
            if (write) b_full <= 1'b1;
            else if (s_axi_bready) b_full <= 1'b0;
            if (read) r_full <= 1'b1;
            else if (s_axi_rready) r_full <= 1'b0;
        end
        if (read) r_word <= answer;
    end
endmodule
