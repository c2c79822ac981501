// Quotient and remainder of two integers, one quotient bit per pipeline stage, a new division in every cycle.
//
//   The quotient is rounded toward zero, the remainder has the sign of the dividend: Java's / and %. The quotient of the least
//   dividend by -1 wraps to the dividend, as in Java. A divisor of zero gives undefined results.
//   LATENCY = WIDTH_N (unsigned), WIDTH_N + 2 (signed: one stage takes magnitudes, one gives the signs back).
//   ce[i] moves the operation from stage i to stage i + 1: with every ce high, the results belong to the operands of LATENCY
//   cycles ago.
//
//   WIDTH_N  bits of dividend and quotient
//   WIDTH_D  bits of divisor and remainder
//   SIGNED   both operands are two's complement numbers
module gs_div #(
    parameter WIDTH_N = 32,
    parameter WIDTH_D = 32,
    parameter SIGNED  = 1
) (
    input  wire                                       clk,
    input  wire [WIDTH_N + (SIGNED != 0 ? 2 : 0) - 1:0] ce,
    input  wire [WIDTH_N-1:0]                         dividend,
    input  wire [WIDTH_D-1:0]                         divisor,
    output wire [WIDTH_N-1:0]                         quotient,
    output wire [WIDTH_D-1:0]                         remainder
);
    localparam FIRST = SIGNED != 0 ? 1 : 0;

    // What enters each bit's stage: index 0 the operands, index WIDTH_N the results.
    wire [WIDTH_N-1:0] shifted [0:WIDTH_N];
    wire [WIDTH_D-1:0] partial [0:WIDTH_N];
    wire [WIDTH_D-1:0] by      [0:WIDTH_N-1];
    wire [1:0]         minus   [0:WIDTH_N];

    assign partial[0] = {WIDTH_D{1'b0}};

    generate
        if (SIGNED != 0) begin : g_magnitudes
            reg [WIDTH_N-1:0] n;
            reg [WIDTH_D-1:0] d;
            reg [1:0]         signs;
            assign shifted[0] = n;
            assign by[0]      = d;
            assign minus[0]   = signs;
            always @(posedge clk) begin
                if (ce[0]) begin
                    n     <= dividend[WIDTH_N-1] ? -dividend : dividend;
                    d     <= divisor[WIDTH_D-1] ? -divisor : divisor;
                    signs <= {dividend[WIDTH_N-1], dividend[WIDTH_N-1] ^ divisor[WIDTH_D-1]};
                end
            end
        end else begin : g_operands
            assign shifted[0] = dividend;
            assign by[0]      = divisor;
            assign minus[0]   = 2'b00;
        end
    endgenerate

    genvar i;
    generate
        for (i = 0; i < WIDTH_N; i = i + 1) begin : g_bit
            // The next bit of the dividend comes down; where the divisor goes in, it is taken away and the quotient gets a one.
            wire [WIDTH_D:0]   raised = {partial[i], shifted[i][WIDTH_N-1]};
            wire [WIDTH_D+1:0] less   = {1'b0, raised} - {2'b00, by[i]};
            wire               fits   = !less[WIDTH_D+1];

            reg [WIDTH_N-1:0] n;
            reg [WIDTH_D-1:0] r;
            assign shifted[i+1] = n;
            assign partial[i+1] = r;
            // With the divisor taken away where it fits, the partial remainder is below it: the top bit is zero.
            wire unused = less[WIDTH_D] ^ raised[WIDTH_D];

            if (WIDTH_N == 1) begin : g_single
                always @(posedge clk) if (ce[FIRST+i]) n <= fits;
            end else begin : g_shift
                always @(posedge clk) if (ce[FIRST+i]) n <= {shifted[i][WIDTH_N-2:0], fits};
            end
            always @(posedge clk) if (ce[FIRST+i]) r <= fits ? less[WIDTH_D-1:0] : raised[WIDTH_D-1:0];

            if (i + 1 < WIDTH_N) begin : g_divisor
                reg [WIDTH_D-1:0] d;
                assign by[i+1] = d;
                always @(posedge clk) if (ce[FIRST+i]) d <= by[i];
            end

            if (SIGNED != 0) begin : g_signs
                reg [1:0] signs;
                assign minus[i+1] = signs;
                always @(posedge clk) if (ce[FIRST+i]) signs <= minus[i];
            end else begin : g_no_signs
                assign minus[i+1] = minus[i];
            end
        end
    endgenerate

    generate
        if (SIGNED != 0) begin : g_results
            reg [WIDTH_N-1:0] q;
            reg [WIDTH_D-1:0] r;
            assign quotient  = q;
            assign remainder = r;
            always @(posedge clk) begin
                if (ce[WIDTH_N+1]) begin
                    q <= minus[WIDTH_N][0] ? -shifted[WIDTH_N] : shifted[WIDTH_N];
                    r <= minus[WIDTH_N][1] ? -partial[WIDTH_N] : partial[WIDTH_N];
                end
            end
        end else begin : g_plain
            assign quotient  = shifted[WIDTH_N];
            assign remainder = partial[WIDTH_N];
            wire unused = &{1'b0, minus[WIDTH_N]};
        end
    endgenerate
endmodule
