// Writes vectors of elements to board memory over AXI4, joining requests to beats and bursts as they come.
//
//   Request   byte address of lane 0 (a multiple of ELEM_BYTES), a mask of lanes, and data; lane i is the element at
//             req_addr + i * ELEM_BYTES. Taken in a cycle with req_valid and req_ready. Requests reach memory in order.
//   req_last  closes the open beat and burst: no request is expected soon. May always be 0.
//   idle      every request taken before this cycle is in memory: its burst has been acknowledged.
//   error     since reset some response of the memory was not OKAY.
//
//   Throughput: one request per cycle if it touches no more than one beat that the one before did not touch; otherwise one cycle
//   per such beat, and one more when it starts anywhere else and touches several.
//   A beat is sent on when a request touches another one, or 8 cycles pass without a request. A burst is sent when all its data
//   are there, so wvalid stays high from the first beat to the last.
//
//   ALIGNED 1: req_addr is a multiple of ELEM_BYTES * LANES, which is a power of two.
//   MAX_BURST (1 to 256), OUTSTANDING (bursts without acknowledgement, to 128): powers of two.
module gs_axi_writer #(
    parameter ELEM_BYTES  = 4,
    parameter LANES       = 1,
    parameter DATA_BITS   = 512,
    parameter ALIGNED     = 0,
    parameter MAX_BURST   = 16,
    parameter OUTSTANDING = 64
) (
    input  wire                            clk,
    input  wire                            rst,

    input  wire                            req_valid,
    output wire                            req_ready,
    input  wire [63:0]                     req_addr,
    input  wire [LANES-1:0]                req_mask,
    input  wire [LANES*ELEM_BYTES*8 - 1:0] req_data,
    input  wire                            req_last,
    output wire                            idle,
    output wire                            error,

    output wire                            m_axi_awvalid,
    input  wire                            m_axi_awready,
    output wire [63:0]                     m_axi_awaddr,
    output wire [7:0]                      m_axi_awlen,
    output wire                            m_axi_wvalid,
    input  wire                            m_axi_wready,
    output wire [DATA_BITS-1:0]            m_axi_wdata,
    output wire [DATA_BITS/8 - 1:0]        m_axi_wstrb,
    output wire                            m_axi_wlast,
    input  wire                            m_axi_bvalid,
    output wire                            m_axi_bready,
    input  wire [1:0]                      m_axi_bresp
);
    localparam BEAT_BYTES   = DATA_BITS / 8;
    localparam BEAT_LOG     = $clog2(BEAT_BYTES);
    localparam BEAT_BITS    = 64 - BEAT_LOG;
    localparam VECTOR_BYTES = ELEM_BYTES * LANES;
    localparam VECTOR_BITS  = 8 * VECTOR_BYTES;
    // What addresses are multiples of, as far as it matters within a beat.
    localparam UNIT_BYTES   = ALIGNED != 0 ? VECTOR_BYTES : ELEM_BYTES;
    localparam GRAIN_BYTES  = UNIT_BYTES < BEAT_BYTES ? UNIT_BYTES : BEAT_BYTES;
    localparam GRAIN_LOG    = $clog2(GRAIN_BYTES);
    // Beats that a request touches at most.
    localparam SPAN         = (VECTOR_BYTES - GRAIN_BYTES + BEAT_BYTES - 1) / BEAT_BYTES + 1;
    localparam SPAN_BYTES   = SPAN * BEAT_BYTES;
    // Two bursts being sent and two being made.
    localparam ROOM         = 4 * MAX_BURST;
    localparam [3:0] PAUSE  = 4'd8;

    // ---------------------------------------------------------------- requests
    wire                   request;
    wire                   request_done;
    wire [63:0]            address;
    wire [LANES-1:0]       mask;
    wire [VECTOR_BITS-1:0] vector;
    wire                   ending;
    wire [1:0]             requests_level;
    gs_fifo #(.WIDTH(64 + LANES + VECTOR_BITS + 1), .DEPTH(2)) requests (
        .clk(clk), .rst(rst),
        .write_valid(req_valid), .write_ready(req_ready), .write_data({req_addr, req_mask, req_data, req_last}),
        .read_valid(request), .read_ready(request_done), .read_data({address, mask, vector, ending}),
        .level(requests_level)
    );

    // The vector and its strobes where they belong in the beats from lane 0's on.
    wire [VECTOR_BYTES-1:0]  bytes;
    wire [SPAN_BYTES-1:0]    spread_strobe;
    wire [8*SPAN_BYTES-1:0]  spread;
    genvar lane;
    generate
        for (lane = 0; lane < LANES; lane = lane + 1) begin : g_lane
            assign bytes[lane*ELEM_BYTES +: ELEM_BYTES] = {ELEM_BYTES{mask[lane]}};
        end
        if (SPAN_BYTES == VECTOR_BYTES) begin : g_whole
            assign spread_strobe = bytes;
            assign spread        = vector;
        end else if (GRAIN_BYTES == BEAT_BYTES) begin : g_padded
            assign spread_strobe = {{(SPAN_BYTES - VECTOR_BYTES){1'b0}}, bytes};
            assign spread        = {{(8*SPAN_BYTES - VECTOR_BITS){1'b0}}, vector};
        end else begin : g_shifted
            wire [BEAT_LOG-GRAIN_LOG-1:0] grains = address[BEAT_LOG-1:GRAIN_LOG];
            assign spread_strobe = {{(SPAN_BYTES - VECTOR_BYTES){1'b0}}, bytes} << {grains, {GRAIN_LOG{1'b0}}};
            assign spread        = {{(8*SPAN_BYTES - VECTOR_BITS){1'b0}}, vector} << {grains, {(GRAIN_LOG + 3){1'b0}}};
        end
    endgenerate

    // ---------------------------------------------------------------- beats
    // Pieces: the beats of one request that are still to be worked off. Current: the beat that requests are gathered in.
    reg                    pieces;
    reg  [BEAT_BITS-1:0]   piece_beat;
    reg  [8*SPAN_BYTES-1:0] piece_data;
    reg  [SPAN_BYTES-1:0]  piece_strobe;
    reg                    pieces_end;
    reg                    current;
    reg  [BEAT_BITS-1:0]   current_beat;
    reg  [DATA_BITS-1:0]   current_data;
    reg  [BEAT_BYTES-1:0]  current_strobe;
    reg                    closes;
    reg  [3:0]             pause;

    // The pieces after the first, and after the second.
    wire [SPAN_BYTES-1:0]   strobe_1;
    wire [SPAN_BYTES-1:0]   strobe_2;
    wire [8*SPAN_BYTES-1:0] data_1;
    wire [8*SPAN_BYTES-1:0] data_2;
    assign strobe_1 = piece_strobe >> BEAT_BYTES;
    assign strobe_2 = piece_strobe >> 2*BEAT_BYTES;
    assign data_1   = piece_data >> DATA_BITS;
    assign data_2   = piece_data >> 2*DATA_BITS;

    wire [DATA_BITS-1:0]  data_here   = piece_data[DATA_BITS-1:0];
    wire [BEAT_BYTES-1:0] strobe_here = piece_strobe[BEAT_BYTES-1:0];
    wire [BEAT_BYTES-1:0] strobe_next = strobe_1[BEAT_BYTES-1:0];
    wire                  empty_here  = strobe_here == {BEAT_BYTES{1'b0}};
    wire                  more_1      = strobe_1 != {SPAN_BYTES{1'b0}};
    wire                  more_2      = strobe_2 != {SPAN_BYTES{1'b0}};

    // The first piece is nothing, or joins the current beat (and if the next beat is touched too, that becomes current in the same
    // cycle), or becomes the current beat itself.
    wire meets   = pieces && !empty_here && current && current_beat == piece_beat;
    wire passes  = meets && strobe_next != {BEAT_BYTES{1'b0}};
    wire becomes = pieces && !empty_here && !meets;
    wire rests   = !pieces && current && (closes || pause == PAUSE);
    wire sends   = passes || becomes && current || rests;
    wire send_ready;
    wire step    = !sends || send_ready;
    wire over    = pieces && step && (passes ? !more_2 : !more_1);
    assign request_done = !pieces || over;

    wire [DATA_BITS-1:0] joined;
    genvar b;
    generate
        for (b = 0; b < BEAT_BYTES; b = b + 1) begin : g_byte
            assign joined[8*b +: 8] = meets && strobe_here[b] ? data_here[8*b +: 8] : current_data[8*b +: 8];
        end
    endgenerate
    wire [BEAT_BYTES-1:0] joined_strobe = current_strobe | (meets ? strobe_here : {BEAT_BYTES{1'b0}});

    always @(posedge clk) begin
        if (rst) begin
            pieces  <= 1'b0;
            current <= 1'b0;
            closes  <= 1'b0;
            pause   <= 4'd0;
        end else begin
            if (request_done) pieces <= request;
            if (becomes && step) current <= 1'b1;
            else if (rests && step) current <= 1'b0;
            closes <= over ? pieces_end : closes && !pieces;
            pause  <= pieces || request ? 4'd0 : pause == PAUSE ? pause : pause + 4'd1;
        end
        if (request_done) begin
            piece_beat   <= address[63:BEAT_LOG];
            piece_data   <= spread;
            piece_strobe <= spread_strobe;
            pieces_end   <= ending;
        end else if (step) begin
            piece_beat   <= piece_beat + (passes ? {{(BEAT_BITS - 2){1'b0}}, 2'd2} : {{(BEAT_BITS - 2){1'b0}}, 2'd1});
            piece_data   <= passes ? data_2 : data_1;
            piece_strobe <= passes ? strobe_2 : strobe_1;
        end
        if (step) begin
            if (passes) begin
                current_beat   <= current_beat + 1'b1;
                current_data   <= data_1[DATA_BITS-1:0];
                current_strobe <= strobe_next;
            end else if (meets) begin
                current_data   <= joined;
                current_strobe <= joined_strobe;
            end else if (becomes) begin
                current_beat   <= piece_beat;
                current_data   <= data_here;
                current_strobe <= strobe_here;
            end
        end
    end

    // ---------------------------------------------------------------- bursts
    wire                        add_ready;
    wire                        room;
    wire                        open;
    wire                        burst_valid;
    wire                        burst_ready;
    wire [BEAT_BITS-1:0]        burst_beat;
    wire [7:0]                  burst_length;
    wire                        buffered;
    wire                        sent;
    wire [$clog2(ROOM + 1)-1:0] buffer_level;
    assign send_ready = add_ready && room;

    // With nothing left to gather, a closed beat closes its burst.
    gs_axi_bursts #(.BEAT_BYTES(BEAT_BYTES), .MAX_BURST(MAX_BURST), .MAX_WAIT(0)) bursts (
        .clk(clk), .rst(rst),
        .add_valid(sends && room), .add_ready(add_ready), .add_beat(current_beat),
        .close(!current && !pieces && (closes || pause == PAUSE)), .calm(1'b0), .open(open),
        .burst_valid(burst_valid), .burst_ready(burst_ready), .burst_beat(burst_beat), .burst_length(burst_length)
    );

    gs_fifo #(.WIDTH(DATA_BITS + BEAT_BYTES), .DEPTH(ROOM)) buffer (
        .clk(clk), .rst(rst),
        .write_valid(sends && add_ready), .write_ready(room), .write_data({joined, joined_strobe}),
        .read_valid(buffered), .read_ready(sent), .read_data({m_axi_wdata, m_axi_wstrb}),
        .level(buffer_level)
    );

    // ---------------------------------------------------------------- address channel
    reg                 aw_valid;
    reg [BEAT_BITS-1:0] aw_beat;
    reg [7:0]           aw_length;
    reg [7:0]           on_way;

    wire       lengths_ready;
    wire       acknowledged = m_axi_bvalid && m_axi_bready;
    wire       issue        = burst_valid && (!aw_valid || m_axi_awready) && lengths_ready && on_way != OUTSTANDING[7:0];
    assign burst_ready   = issue;
    assign m_axi_awvalid = aw_valid;
    assign m_axi_awaddr  = {aw_beat, {BEAT_LOG{1'b0}}};
    assign m_axi_awlen   = aw_length;
    assign m_axi_bready  = 1'b1;

    reg failed;
    assign error = failed;
    always @(posedge clk) begin
        if (rst) begin
            aw_valid <= 1'b0;
            on_way   <= 8'd0;
            failed   <= 1'b0;
        end else begin
            if (issue) aw_valid <= 1'b1;
            else if (m_axi_awready) aw_valid <= 1'b0;
            on_way <= on_way + {7'd0, issue} - {7'd0, acknowledged};
            if (acknowledged && m_axi_bresp[1]) failed <= 1'b1;
        end
        if (issue) begin
            aw_beat   <= burst_beat;
            aw_length <= burst_length;
        end
    end

    // ---------------------------------------------------------------- data channel
    wire       sending;
    wire [7:0] last_index;
    wire [2:0] lengths_level;
    reg  [7:0] index;
    gs_fifo #(.WIDTH(8), .DEPTH(4)) lengths (
        .clk(clk), .rst(rst),
        .write_valid(issue), .write_ready(lengths_ready), .write_data(burst_length),
        .read_valid(sending), .read_ready(sent && m_axi_wlast), .read_data(last_index),
        .level(lengths_level)
    );
    assign m_axi_wvalid = sending && buffered;
    assign m_axi_wlast  = index == last_index;
    assign sent         = m_axi_wvalid && m_axi_wready;
    always @(posedge clk) begin
        if (rst) index <= 8'd0;
        else if (sent) index <= m_axi_wlast ? 8'd0 : index + 8'd1;
    end

    assign idle = !request && !pieces && !current && !open && !burst_valid && on_way == 8'd0;
    wire unused = &{1'b0, requests_level, buffer_level, lengths_level, m_axi_bresp[0], address};
endmodule
