// First-in first-out buffer; the oldest word shows at read_data as long as read_valid is high (first-word fall-through).
//
//   A word is written in a cycle with write_valid and write_ready, and taken in one with read_valid and read_ready. It can be
//   read from the cycle after it was written. No output depends on an input of the same cycle, so FIFOs in a circle make no
//   combinational loop. Holds exactly DEPTH words. With DEPTH >= 2 a word can be written and another taken in every cycle;
//   with DEPTH = 1 the two alternate.
//
//   level  number of words held, for reports.
//
// Memory: registers (DEPTH = 1), LUT memory (up to 64 words or 4096 bits), block memory otherwise.
module gs_fifo #(
    parameter WIDTH = 32,
    parameter DEPTH = 2
) (
    input  wire                           clk,
    input  wire                           rst,
    input  wire                           write_valid,
    output wire                           write_ready,
    input  wire [WIDTH-1:0]               write_data,
    output wire                           read_valid,
    input  wire                           read_ready,
    output wire [WIDTH-1:0]               read_data,
    output wire [$clog2(DEPTH + 1) - 1:0] level
);
    localparam LEVEL_BITS = $clog2(DEPTH + 1);
    localparam INDEX_BITS = DEPTH < 2 ? 1 : $clog2(DEPTH);
    localparam LUT_MEMORY = DEPTH <= 64 || DEPTH * WIDTH <= 4096;

    reg [LEVEL_BITS-1:0] count;
    reg                  filled;
    reg                  open;

    assign level       = count;
    assign read_valid  = filled;
    assign write_ready = open;

    wire                  put  = write_valid && open;
    wire                  take = filled && read_ready;
    wire [LEVEL_BITS-1:0] next = put && !take ? count + 1'b1 : !put && take ? count - 1'b1 : count;

    always @(posedge clk) begin
        if (rst) begin
            count  <= {LEVEL_BITS{1'b0}};
            filled <= 1'b0;
            open   <= 1'b1;
        end else begin
            count  <= next;
            filled <= next != {LEVEL_BITS{1'b0}};
            open   <= next != DEPTH[LEVEL_BITS-1:0];
        end
    end

    generate
        if (DEPTH == 1) begin : g_one
            reg [WIDTH-1:0] word;
            assign read_data = word;
            always @(posedge clk) if (put) word <= write_data;
        end else begin : g_many
            localparam [INDEX_BITS-1:0] LAST = DEPTH[INDEX_BITS-1:0] - 1'b1;

            reg  [INDEX_BITS-1:0] head;
            reg  [INDEX_BITS-1:0] tail;
            wire [INDEX_BITS-1:0] head_next = !take ? head : head == LAST ? {INDEX_BITS{1'b0}} : head + 1'b1;

            always @(posedge clk) begin
                if (rst) begin
                    head <= {INDEX_BITS{1'b0}};
                    tail <= {INDEX_BITS{1'b0}};
                end else begin
                    head <= head_next;
                    if (put) tail <= tail == LAST ? {INDEX_BITS{1'b0}} : tail + 1'b1;
                end
            end

            if (LUT_MEMORY) begin : g_lut
                (* ram_style = "distributed" *) reg [WIDTH-1:0] words [0:DEPTH-1];
                assign read_data = words[head];
                always @(posedge clk) if (put) words[tail] <= write_data;
            end else begin : g_block
                // The memory reads the next head in every cycle; a word written to that very place goes around it.
                (* ram_style = "block" *) reg [WIDTH-1:0] words [0:DEPTH-1];
                reg [WIDTH-1:0] stored;
                reg [WIDTH-1:0] passed;
                reg             around;
                assign read_data = around ? passed : stored;
                always @(posedge clk) begin
                    if (put) words[tail] <= write_data;
                    stored <= words[head_next];
                    passed <= write_data;
                    around <= put && tail == head_next;
                end
            end
        end
    endgenerate
endmodule
