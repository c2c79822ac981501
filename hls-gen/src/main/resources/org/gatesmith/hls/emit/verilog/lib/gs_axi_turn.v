// Whose turn it is: the first master after the last one served that asks (part of the arbiters).
module gs_axi_turn #(
    parameter MASTERS = 2
) (
    input  wire                                             clk,
    input  wire                                             rst,
    input  wire [MASTERS-1:0]                               asks,
    input  wire                                             serve,
    output wire [(MASTERS < 2 ? 1 : $clog2(MASTERS)) - 1:0] turn
);
    localparam INDEX_BITS = MASTERS < 2 ? 1 : $clog2(MASTERS);

    reg [INDEX_BITS-1:0] last;
    reg [INDEX_BITS-1:0] chosen;
    assign turn = chosen;

    integer i;
    always @* begin
        chosen = last;
        for (i = MASTERS - 1; i >= 0; i = i - 1) if (asks[i]) chosen = i[INDEX_BITS-1:0];
        for (i = MASTERS - 1; i >= 0; i = i - 1) if (asks[i] && i[INDEX_BITS-1:0] > last) chosen = i[INDEX_BITS-1:0];
    end

    always @(posedge clk) begin
        if (rst) last <= {INDEX_BITS{1'b0}};
        else if (serve) last <= chosen;
    end
endmodule
