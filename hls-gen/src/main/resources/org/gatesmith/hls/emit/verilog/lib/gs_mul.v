// Product of two integers in STAGES pipeline stages, placed so that the registers of a DSP block can hold them.
//
//   p = a * b, the low WIDTH_P bits (sign-extended if WIDTH_P is wider than the product and an operand is signed).
//   ce[i] moves the operation from stage i to stage i + 1: with every ce high, p belongs to the operands of STAGES cycles ago.
//   STAGES 0: combinational, ce has no effect. 1: product. 2: operands, product. More: operands, product, then p.
module gs_mul #(
    parameter WIDTH_A  = 18,
    parameter WIDTH_B  = 18,
    parameter WIDTH_P  = 36,
    parameter SIGNED_A = 1,
    parameter SIGNED_B = 1,
    parameter STAGES   = 3
) (
    input  wire                                    clk,
    input  wire [(STAGES < 1 ? 1 : STAGES) - 1:0]  ce,
    input  wire [WIDTH_A-1:0]                      a,
    input  wire [WIDTH_B-1:0]                      b,
    output wire [WIDTH_P-1:0]                      p
);
    localparam OPERANDS = STAGES >= 2 ? 1 : 0;
    localparam RESULTS  = STAGES - OPERANDS;

    wire [WIDTH_A-1:0] x;
    wire [WIDTH_B-1:0] y;

    generate
        if (OPERANDS == 1) begin : g_operands
            reg [WIDTH_A-1:0] a_held;
            reg [WIDTH_B-1:0] b_held;
            assign x = a_held;
            assign y = b_held;
            always @(posedge clk) begin
                if (ce[0]) begin
                    a_held <= a;
                    b_held <= b;
                end
            end
        end else begin : g_no_operands
            assign x = a;
            assign y = b;
        end
    endgenerate

    // An unsigned operand is a signed one with a zero in front.
    localparam X_BITS    = WIDTH_A + (SIGNED_A != 0 ? 0 : 1);
    localparam Y_BITS    = WIDTH_B + (SIGNED_B != 0 ? 0 : 1);
    localparam FULL_BITS = X_BITS + Y_BITS;

    wire signed [X_BITS-1:0]    signed_x;
    wire signed [Y_BITS-1:0]    signed_y;
    wire signed [FULL_BITS-1:0] full = signed_x * signed_y;
    wire        [WIDTH_P-1:0]   product;

    generate
        if (SIGNED_A != 0) begin : g_signed_a
            assign signed_x = x;
        end else begin : g_unsigned_a
            assign signed_x = {1'b0, x};
        end
        if (SIGNED_B != 0) begin : g_signed_b
            assign signed_y = y;
        end else begin : g_unsigned_b
            assign signed_y = {1'b0, y};
        end
        if (WIDTH_P > FULL_BITS) begin : g_extended
            assign product = {{(WIDTH_P - FULL_BITS){full[FULL_BITS-1]}}, full};
        end else begin : g_cut
            assign product = full[WIDTH_P-1:0];
            if (WIDTH_P < FULL_BITS) begin : g_rest
                wire unused = &{1'b0, full[FULL_BITS-1:WIDTH_P]};
            end
        end
    endgenerate

    generate
        if (RESULTS == 0) begin : g_no_results
            assign p = product;
            wire unused = &{1'b0, clk, ce};
        end else begin : g_results
            reg [WIDTH_P*RESULTS-1:0] held;
            integer i;
            assign p = held[WIDTH_P*(RESULTS-1) +: WIDTH_P];
            always @(posedge clk) begin
                if (ce[OPERANDS]) held[0 +: WIDTH_P] <= product;
                for (i = 1; i < RESULTS; i = i + 1) begin
                    if (ce[OPERANDS+i]) held[i*WIDTH_P +: WIDTH_P] <= held[(i-1)*WIDTH_P +: WIDTH_P];
                end
            end
        end
    endgenerate
endmodule
