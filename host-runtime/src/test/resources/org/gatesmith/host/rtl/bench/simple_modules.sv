// FIFOs, memories, tables, multipliers and dividers of many shapes beside models of themselves; simple_modules.cpp drives them with
// random inputs and stops at the first that differs. Reports are numbered: errors[i] is high when case i is wrong.
module simple_modules (
    input  logic        clk,
    input  logic        rst,
    input  logic [63:0] random [8],
    output logic        wrong  [FIFOS + RAMS + 2 * LUTS + 3 * ROMS + MULS + DIVS]
);
    localparam FIFOS = 9;
    localparam RAMS  = 4;
    localparam LUTS  = 3;
    localparam ROMS  = 2;
    localparam MULS  = 10;
    localparam DIVS  = 8;
    localparam FIRST_RAM = FIFOS;
    localparam FIRST_LUT = FIRST_RAM + RAMS;
    localparam FIRST_ROM = FIRST_LUT + 2 * LUTS;
    localparam FIRST_MUL = FIRST_ROM + 3 * ROMS;
    localparam FIRST_DIV = FIRST_MUL + MULS;

    // ---------------------------------------------------------------- FIFOs against queues
    localparam int FIFO_DEPTH [FIFOS] = '{1, 2, 3, 4, 5, 64, 65, 200, 512};
    localparam int FIFO_WIDTH [FIFOS] = '{8, 1, 33, 64, 17, 64, 64, 32, 9};
    for (genvar i = 0; i < FIFOS; i++) begin : g_fifo
        localparam int W = FIFO_WIDTH[i];
        localparam int D = FIFO_DEPTH[i];
        logic [W-1:0] queue [$];
        logic [W-1:0] data;
        logic         full, some;
        logic [$clog2(D + 1)-1:0] level;
        // Stretches in which more is written or more is read.
        wire write = random[0][i] || random[7][20];
        wire read  = random[1][i] || random[7][21];
        gs_fifo #(.WIDTH(W), .DEPTH(D)) fifo (
            .clk, .rst, .write_valid(write), .write_ready(full), .write_data(random[2][W-1:0]),
            .read_valid(some), .read_ready(read), .read_data(data), .level
        );
        always @(posedge clk) begin
            wrong[i] <= 0;
            if (rst) queue.delete();
            else begin
                if (some != (queue.size() > 0) || int'(level) != queue.size() || full != (queue.size() < D)) wrong[i] <= 1;
                if (some && queue.size() > 0 && data != queue[0]) wrong[i] <= 1;
                if (some && read) void'(queue.pop_front());
                if (full && write) queue.push_back(random[2][W-1:0]);
            end
        end
    end

    // ---------------------------------------------------------------- memories against arrays
    localparam int RAM_DEPTH [RAMS] = '{1, 16, 37, 8};
    for (genvar i = 0; i < RAMS; i++) begin : g_ram
        localparam int D = RAM_DEPTH[i];
        localparam int A = D < 2 ? 1 : $clog2(D);
        localparam int LATENCY = i % 2 + 1;
        logic [23:0] words [D];
        logic [23:0] a, b, r, a_read, b_read, r_read, a_out, b_out, r_out;
        logic a_known, b_known, r_known, a_out_known, b_out_known, r_out_known;
        logic valid [D];
        wire [A-1:0] a_addr = A'(int'(random[3][15:0]) % D);
        wire [A-1:0] b_addr = A'(int'(random[3][31:16]) % D);
        wire a_en = random[4][0], a_we = random[4][1], b_en = random[4][2], b_we = random[4][3] && !(a_en && a_we && a_addr == b_addr);
        wire a_out_en = random[4][4], b_out_en = random[4][5], r_en = random[4][6], r_out_en = random[4][7];
        gs_ram_2p #(.WIDTH(24), .DEPTH(D), .LATENCY(LATENCY)) two (
            .clk, .a_en, .a_we, .a_addr, .a_din(random[5][23:0]), .a_out_en, .a_dout(a),
            .b_en, .b_we, .b_addr, .b_din(random[5][47:24]), .b_out_en, .b_dout(b)
        );
        // The second memory takes the writes of port a only, and is compared with a model of its own.
        logic [23:0] single [D];
        logic        single_valid [D];
        gs_ram_1r1w #(.WIDTH(24), .DEPTH(D), .LATENCY(LATENCY), .STYLE(i < 2 ? "block" : "ultra")) one (
            .clk, .read_en(r_en), .read_addr(b_addr), .out_en(r_out_en), .read_data(r),
            .write_en(a_en && a_we), .write_addr(a_addr), .write_data(random[5][23:0])
        );
        always @(posedge clk) begin
            wrong[FIRST_RAM + i] <= 0;
            if (rst) begin
                for (int k = 0; k < D; k++) begin
                    valid[k] <= 0;
                    single_valid[k] <= 0;
                end
                {a_known, b_known, r_known, a_out_known, b_out_known, r_out_known} <= '0;
            end else begin
                if (a_en) begin a_read <= words[a_addr]; a_known <= valid[a_addr]; end
                if (b_en) begin b_read <= words[b_addr]; b_known <= valid[b_addr]; end
                if (r_en) begin r_read <= single[b_addr]; r_known <= single_valid[b_addr]; end
                if (a_out_en) begin a_out <= a_read; a_out_known <= a_known; end
                if (b_out_en) begin b_out <= b_read; b_out_known <= b_known; end
                if (r_out_en) begin r_out <= r_read; r_out_known <= r_known; end
                if (a_en && a_we) begin
                    words[a_addr] <= random[5][23:0];
                    valid[a_addr] <= 1;
                    single[a_addr] <= random[5][23:0];
                    single_valid[a_addr] <= 1;
                end
                if (b_en && b_we) begin words[b_addr] <= random[5][47:24]; valid[b_addr] <= 1; end
                if (LATENCY == 1) begin
                    if (a_known && a != a_read || b_known && b != b_read || r_known && r != r_read) wrong[FIRST_RAM + i] <= 1;
                end else begin
                    if (a_out_known && a != a_out || b_out_known && b != b_out || r_out_known && r != r_out) wrong[FIRST_RAM + i] <= 1;
                end
            end
        end
    end

    localparam int LUT_DEPTH [LUTS] = '{1, 32, 21};
    for (genvar i = 0; i < LUTS; i++) begin : g_lut
        localparam int D = LUT_DEPTH[i];
        localparam int A = D < 2 ? 1 : $clog2(D);
        logic [10:0] words [D];
        logic        valid [D];
        logic [21:0] data;
        wire [A-1:0] w = A'(int'(random[3][15:0]) % D);
        wire [A-1:0] x = A'(int'(random[3][31:16]) % D);
        wire [A-1:0] y = A'(int'(random[3][47:32]) % D);
        gs_ram_lut #(.WIDTH(11), .DEPTH(D), .READS(2)) lut (
            .clk, .write_en(random[4][8]), .write_addr(w), .write_data(random[5][10:0]), .read_addr({y, x}), .read_data(data)
        );
        always @(posedge clk) begin
            wrong[FIRST_LUT + 2*i] <= !rst && valid[x] && data[10:0] != words[x];
            wrong[FIRST_LUT + 2*i + 1] <= !rst && valid[y] && data[21:11] != words[y];
            if (rst) for (int k = 0; k < D; k++) valid[k] <= 0;
            else if (random[4][8]) begin
                words[w] <= random[5][10:0];
                valid[w] <= 1;
            end
        end
    end

    localparam int ROM_DEPTH [ROMS] = '{1, 13};
    for (genvar i = 0; i < ROMS; i++) begin : g_rom
        localparam int D = ROM_DEPTH[i];
        localparam int A = D < 2 ? 1 : $clog2(D);
        localparam logic [7*D-1:0] INIT = (7*D)'(91'h3a5c9712fe0d64b8135ac71);
        wire [A-1:0] addr = A'(int'(random[3][15:0]) % D);
        logic [6:0] direct, one, two, expected_one, expected_two;
        gs_rom #(.WIDTH(7), .DEPTH(D), .LATENCY(0), .INIT(INIT)) rom_0 (.clk, .en(1'b0), .addr, .out_en(1'b0), .data(direct));
        gs_rom #(.WIDTH(7), .DEPTH(D), .LATENCY(1), .INIT(INIT)) rom_1 (.clk, .en(random[4][9]), .addr, .out_en(1'b0), .data(one));
        gs_rom #(.WIDTH(7), .DEPTH(D), .LATENCY(2), .INIT(INIT)) rom_2 (
            .clk, .en(random[4][9] || rst), .addr, .out_en(random[4][10] || rst), .data(two)
        );
        logic known_one, known_two;
        always @(posedge clk) begin
            wrong[FIRST_ROM + 3*i] <= direct != INIT[7*addr +: 7];
            wrong[FIRST_ROM + 3*i + 1] <= !rst && known_one && one != expected_one;
            wrong[FIRST_ROM + 3*i + 2] <= !rst && known_two && two != expected_two;
            if (rst) {known_one, known_two} <= '0;
            else begin
                if (random[4][9]) begin expected_one <= INIT[7*addr +: 7]; known_one <= 1; end
                if (random[4][10]) begin expected_two <= expected_one; known_two <= known_one; end
            end
        end
    end

    // ---------------------------------------------------------------- operators against Verilog's own
    // Corner values are frequent.
    function automatic logic [63:0] operand(input logic [63:0] bits, input logic [2:0] choice);
        case (choice)
            0: operand = 64'd0;
            1: operand = 64'd1;
            2: operand = '1;
            3: operand = {bits[0], 63'd0} | {32'd0, bits[1], 31'd0} | {56'd0, bits[2], 7'd0};
            4: operand = {48'd0, bits[15:0]};
            default: operand = bits;
        endcase
    endfunction

    localparam int MUL_A      [MULS] = '{18, 27, 8, 8, 32, 64, 1, 5, 17, 33};
    localparam int MUL_B      [MULS] = '{18, 18, 8, 8, 32, 64, 1, 9, 26, 20};
    localparam int MUL_P      [MULS] = '{36, 45, 16, 8, 32, 64, 2, 20, 43, 70};
    localparam int MUL_SIGN_A [MULS] = '{1, 1, 0, 1, 1, 1, 0, 1, 0, 0};
    localparam int MUL_SIGN_B [MULS] = '{1, 1, 0, 0, 1, 1, 1, 0, 0, 1};
    localparam int MUL_STAGES [MULS] = '{3, 4, 0, 1, 3, 6, 2, 2, 1, 5};
    for (genvar i = 0; i < MULS; i++) begin : g_mul
        localparam int S = MUL_STAGES[i];
        localparam int P = MUL_P[i];
        wire [MUL_A[i]-1:0] a = MUL_A[i]'(operand(random[5], random[4][12:10]));
        wire [MUL_B[i]-1:0] b = MUL_B[i]'(operand(random[6], random[4][15:13]));
        wire [(S < 1 ? 1 : S)-1:0] ce = (S < 1 ? 1 : S)'(random[7][15:0] | {16{random[7][16]}});
        logic [P-1:0] p;
        logic signed [159:0] wide_a, wide_b;
        logic [159:0] exact;
        assign wide_a = MUL_SIGN_A[i] != 0 ? 160'($signed(a)) : 160'(a);
        assign wide_b = MUL_SIGN_B[i] != 0 ? 160'($signed(b)) : 160'(b);
        assign exact = wide_a * wide_b;
        gs_mul #(
            .WIDTH_A(MUL_A[i]), .WIDTH_B(MUL_B[i]), .WIDTH_P(P), .SIGNED_A(MUL_SIGN_A[i]), .SIGNED_B(MUL_SIGN_B[i]), .STAGES(S)
        ) mul (.clk, .ce, .a, .b, .p);
        logic [P-1:0] expected;
        logic         known;
        pipeline #(.WIDTH(P), .STAGES(S)) model (.clk, .rst, .ce, .in(exact[P-1:0]), .out(expected), .known);
        always @(posedge clk) wrong[FIRST_MUL + i] <= !rst && known && p != expected;
    end

    localparam int DIV_N      [DIVS] = '{32, 32, 64, 64, 8, 1, 16, 12};
    localparam int DIV_D      [DIVS] = '{32, 32, 64, 64, 8, 1, 5, 20};
    localparam int DIV_SIGNED [DIVS] = '{1, 0, 1, 0, 1, 0, 0, 1};
    for (genvar i = 0; i < DIVS; i++) begin : g_div
        localparam int N = DIV_N[i];
        localparam int D = DIV_D[i];
        localparam int S = N + (DIV_SIGNED[i] != 0 ? 2 : 0);
        wire [N-1:0] n = N'(operand(random[5], random[4][18:16]));
        wire [D-1:0] any = D'(operand(random[6], random[4][21:19]));
        wire [D-1:0] d = any == 0 ? D'(1) : any;
        wire [S-1:0] ce = S'({random[7], random[7] * 3} | {128{random[7][17]}});
        logic [N-1:0] q;
        logic [D-1:0] r;
        gs_div #(.WIDTH_N(N), .WIDTH_D(D), .SIGNED(DIV_SIGNED[i])) div (.clk, .ce, .dividend(n), .divisor(d), .quotient(q), .remainder(r));
        logic signed [71:0] wide_n, wide_d;
        logic [71:0] exact_q, exact_r;
        assign wide_n = DIV_SIGNED[i] != 0 ? 72'($signed(n)) : 72'(n);
        assign wide_d = DIV_SIGNED[i] != 0 ? 72'($signed(d)) : 72'(d);
        assign exact_q = wide_n / wide_d;
        assign exact_r = wide_n % wide_d;
        logic [N+D-1:0] expected;
        logic           known;
        pipeline #(.WIDTH(N + D), .STAGES(S)) model (.clk, .rst, .ce, .in({exact_q[N-1:0], exact_r[D-1:0]}), .out(expected), .known);
        always @(posedge clk) wrong[FIRST_DIV + i] <= !rst && known && {q, r} != expected;
    end
endmodule

// Stages that move when their clock enable says so.
module pipeline #(
    parameter WIDTH  = 8,
    parameter STAGES = 1
) (
    input  logic                                   clk,
    input  logic                                   rst,
    input  logic [(STAGES < 1 ? 1 : STAGES) - 1:0] ce,
    input  logic [WIDTH-1:0]                       in,
    output logic [WIDTH-1:0]                       out,
    output logic                                   known
);
    if (STAGES == 0) begin : g_none
        assign out   = in;
        assign known = 1;
    end else begin : g_some
        logic [STAGES-1:0][WIDTH-1:0] values;
        logic [STAGES-1:0]            filled;
        assign out   = values[STAGES-1];
        assign known = filled[STAGES-1];
        always @(posedge clk) begin
            for (int k = 0; k < STAGES; k++) begin
                if (ce[k]) values[k] <= k == 0 ? in : values[k-1];
                if (rst) filled[k] <= 0;
                else if (ce[k]) filled[k] <= k == 0 ? 1 : filled[k-1];
            end
        end
    end
endmodule
