// Joins beats of an AXI4 data bus to bursts as they come (part of gs_axi_reader and gs_axi_writer).
//
//   A beat is named by its number: its byte address divided by the bytes of a beat. One beat is taken per cycle with add_valid and
//   add_ready. A beat extends the open burst if it follows its last beat, the burst has fewer than MAX_BURST beats, and no 4 KiB
//   boundary lies between them (IHI 0022, "A3.4.1 Address structure"); any other beat opens a burst of its own and closes the one
//   before. The open burst is also closed by close. With MAX_WAIT > 0 it is closed too as soon as a cycle adds no beat, because
//   someone waits for the data, and at an age of 1, 2, 4, ... MAX_WAIT cycles: the age doubles each time it closes a burst, and
//   goes back to 1 in a cycle with calm.
//
//   open         there is an open burst
//   burst_*      closed bursts, oldest first; burst_length is the number of beats less one, as AxLEN has it
module gs_axi_bursts #(
    parameter BEAT_BYTES = 64,
    parameter MAX_BURST  = 16,
    parameter MAX_WAIT   = 16
) (
    input  wire                              clk,
    input  wire                              rst,
    input  wire                              add_valid,
    output wire                              add_ready,
    input  wire [63 - $clog2(BEAT_BYTES):0]  add_beat,
    input  wire                              close,
    input  wire                              calm,
    output wire                              open,
    output wire                              burst_valid,
    input  wire                              burst_ready,
    output wire [63 - $clog2(BEAT_BYTES):0]  burst_beat,
    output wire [7:0]                        burst_length
);
    localparam BEAT_BITS      = 64 - $clog2(BEAT_BYTES);
    localparam PAGE_BEAT_BITS = 12 - $clog2(BEAT_BYTES);

    reg                 opened;
    reg [BEAT_BITS-1:0] first;
    reg [BEAT_BITS-1:0] next;
    reg [7:0]           length;
    wire                old;
    wire                space;

    assign open = opened;

    wire closing = opened && (close || old || (MAX_WAIT > 0 && !add_valid));
    wire follows = add_beat == next && length != MAX_BURST[7:0] - 8'd1 && next[PAGE_BEAT_BITS-1:0] != {PAGE_BEAT_BITS{1'b0}};
    wire joins   = opened && !closing && follows;
    wire leaves  = closing || opened && add_valid && !joins;
    assign add_ready = !leaves || space;
    wire added = add_valid && add_ready;
    wire left  = leaves && space;

    always @(posedge clk) begin
        if (rst) opened <= 1'b0;
        else if (added) opened <= 1'b1;
        else if (left) opened <= 1'b0;

        if (added) begin
            next   <= add_beat + 1'b1;
            length <= joins ? length + 8'd1 : 8'd0;
            if (!joins) first <= add_beat;
        end
    end

    generate
        if (MAX_WAIT == 0) begin : g_ageless
            assign old = 1'b0;
            wire unused = &{1'b0, calm};
        end else begin : g_age
            localparam AGE_BITS = $clog2(MAX_WAIT + 1);
            reg [AGE_BITS-1:0] age;
            reg [AGE_BITS-1:0] limit;
            assign old = age >= limit;
            always @(posedge clk) begin
                if (rst || calm) limit <= {{(AGE_BITS - 1){1'b0}}, 1'b1};
                else if (left && old && !limit[AGE_BITS-1]) limit <= limit << 1;

                if (added && !joins) age <= {{(AGE_BITS - 1){1'b0}}, 1'b1};
                else if (!old) age <= age + 1'b1;
            end
        end
    endgenerate

    wire [2:0] level;
    wire unused_level = &{1'b0, level};
    gs_fifo #(.WIDTH(BEAT_BITS + 8), .DEPTH(4)) closed (
        .clk(clk), .rst(rst),
        .write_valid(leaves), .write_ready(space), .write_data({first, length}),
        .read_valid(burst_valid), .read_ready(burst_ready), .read_data({burst_beat, burst_length}),
        .level(level)
    );
endmodule
