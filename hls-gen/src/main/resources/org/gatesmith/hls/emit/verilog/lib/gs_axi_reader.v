// Reads vectors of elements from board memory over AXI4, joining requests to bursts as they come.
//
//   Request   byte address of lane 0 (a multiple of ELEM_BYTES) and a mask of lanes; lane i is the element at
//             req_addr + i * ELEM_BYTES. Taken in a cycle with req_valid and req_ready.
//   Response  exactly one per request, in order. Data of masked lanes are undefined. Without any lane the memory is not accessed.
//   req_last  closes the open burst: no request is expected soon. May always be 0.
//   forget    beats fetched for requests taken before this cycle are not used again.
//   idle      every request taken before this cycle has given its response.
//   error     since reset some response of the memory was not OKAY.
//
//   Throughput: a request takes as many cycles as it needs beats that the one before did not fetch, and at least one.
//   Latency: 3 cycles from a request to its burst, at most MAX_WAIT that the burst stays open, 1 to its address on the bus;
//   3 from data on the bus to the response. Bursts are issued only if there is room for all their beats, so rready never has to
//   go low.
//
//   ALIGNED 1: req_addr is a multiple of ELEM_BYTES * LANES, which is a power of two.
//   MAX_BURST (1 to 256), MAX_WAIT, OUTSTANDING (bursts, to 128), ROOM (beats, at least MAX_BURST), REQUESTS (without response):
//   powers of two.
module gs_axi_reader #(
    parameter ELEM_BYTES  = 4,
    parameter LANES       = 1,
    parameter DATA_BITS   = 512,
    parameter ALIGNED     = 0,
    parameter MAX_BURST   = 16,
    parameter OUTSTANDING = 64,
    parameter ROOM        = 256,
    parameter MAX_WAIT    = 16,
    parameter REQUESTS    = 256
) (
    input  wire                            clk,
    input  wire                            rst,

    input  wire                            req_valid,
    output wire                            req_ready,
    input  wire [63:0]                     req_addr,
    input  wire [LANES-1:0]                req_mask,
    input  wire                            req_last,
    output wire                            rsp_valid,
    input  wire                            rsp_ready,
    output wire [LANES*ELEM_BYTES*8 - 1:0] rsp_data,
    input  wire                            forget,
    output wire                            idle,
    output wire                            error,

    output wire                            m_axi_arvalid,
    input  wire                            m_axi_arready,
    output wire [63:0]                     m_axi_araddr,
    output wire [7:0]                      m_axi_arlen,
    input  wire                            m_axi_rvalid,
    output wire                            m_axi_rready,
    input  wire [DATA_BITS-1:0]            m_axi_rdata,
    input  wire [1:0]                      m_axi_rresp,
    input  wire                            m_axi_rlast
);
    localparam BEAT_BYTES   = DATA_BITS / 8;
    localparam BEAT_LOG     = $clog2(BEAT_BYTES);
    localparam BEAT_BITS    = 64 - BEAT_LOG;
    localparam VECTOR_BYTES = ELEM_BYTES * LANES;
    // What addresses are multiples of, as far as it matters within a beat.
    localparam UNIT_BYTES   = ALIGNED != 0 ? VECTOR_BYTES : ELEM_BYTES;
    localparam GRAIN_BYTES  = UNIT_BYTES < BEAT_BYTES ? UNIT_BYTES : BEAT_BYTES;
    // Beats that a request touches at most, 17 (64 bytes on a bus of 4). The last RING beats are kept: beat x at place x modulo RING.
    localparam SPAN         = (VECTOR_BYTES - GRAIN_BYTES + BEAT_BYTES - 1) / BEAT_BYTES + 1;
    localparam RING_LOG     = $clog2(SPAN);
    localparam RING         = 1 << RING_LOG;
    localparam RING_BYTES   = RING * BEAT_BYTES;
    localparam PLACE_BITS   = RING_LOG + BEAT_LOG;
    localparam SLOT_BITS    = RING_LOG < 1 ? 1 : RING_LOG;

    // ---------------------------------------------------------------- request to beats
    wire [BEAT_BITS-1:0] asked_first;
    wire [5:0]           asked_span;
    generate
        if (SPAN == 1) begin : g_one_beat
            assign asked_first = req_addr[63:BEAT_LOG];
            assign asked_span  = {5'd0, |req_mask};
        end else begin : g_beats
            reg  [6:0] first_byte;
            reg  [6:0] last_byte;
            integer    lane;
            always @* begin
                first_byte = 7'd0;
                last_byte  = 7'd0;
                for (lane = LANES - 1; lane >= 0; lane = lane - 1)
                    if (req_mask[lane]) first_byte = ELEM_BYTES[6:0] * lane[6:0];
                for (lane = 0; lane < LANES; lane = lane + 1)
                    if (req_mask[lane]) last_byte = ELEM_BYTES[6:0] * lane[6:0] + ELEM_BYTES[6:0] - 7'd1;
            end
            wire [63:0] from  = req_addr + {57'd0, first_byte};
            wire [7:0]  start = {{(8 - BEAT_LOG){1'b0}}, req_addr[BEAT_LOG-1:0]};
            wire [7:0]  beats = ((start + {1'b0, last_byte}) >> BEAT_LOG) - ((start + {1'b0, first_byte}) >> BEAT_LOG) + 8'd1;
            assign asked_first = from[63:BEAT_LOG];
            assign asked_span  = |req_mask ? beats[5:0] : 6'd0;
            wire unused = &{1'b0, beats[7:6], from[BEAT_LOG-1:0]};
        end
    endgenerate

    // As many that one which takes two cycles does not hold up those behind it, if there is a pause soon.
    wire                  request;
    wire                  request_done;
    wire [BEAT_BITS-1:0]  first;
    wire [5:0]            span;
    wire [PLACE_BITS-1:0] place;
    wire                  ending;
    wire [2:0]            requests_level;
    gs_fifo #(.WIDTH(BEAT_BITS + 6 + PLACE_BITS + 1), .DEPTH(4)) requests (
        .clk(clk), .rst(rst),
        .write_valid(req_valid), .write_ready(req_ready), .write_data({asked_first, asked_span, req_addr[PLACE_BITS-1:0], req_last}),
        .read_valid(request), .read_ready(request_done), .read_data({first, span, place, ending}),
        .level(requests_level)
    );

    // ---------------------------------------------------------------- beats to fetch, one per cycle
    // next: the beat after the newest one. kept: how many of the newest will be in the ring. left: beats due for this request.
    reg  [BEAT_BITS-1:0] next;
    reg  [5:0]           kept;
    reg  [5:0]           left;

    wire [BEAT_BITS-1:0] back    = next - first;
    wire                 near    = back[BEAT_BITS-1:6] == {(BEAT_BITS - 6){1'b0}} && back[5:0] <= kept;
    wire [5:0]           fresh   = !near ? span : span > back[5:0] ? span - back[5:0] : 6'd0;
    wire                 ongoing = left != 6'd0;
    wire [5:0]           due     = ongoing ? left : fresh;
    wire                 fetch   = due != 6'd0;
    wire [BEAT_BITS-1:0] beat    = near || ongoing ? next : first;

    // The response side gets a note of every request when its first beat is fetched.
    wire note_ready;
    wire add_ready;
    wire may_step = request && (ongoing || note_ready);
    wire step     = may_step && (!fetch || add_ready);
    assign request_done = step && due <= 6'd1;

    always @(posedge clk) begin
        if (rst) begin
            left <= 6'd0;
            kept <= 6'd0;
        end else begin
            if (step) left <= fetch ? due - 6'd1 : 6'd0;
            if (forget) kept <= 6'd0;
            else if (step && fetch) kept <= !near && !ongoing ? 6'd1 : kept == RING[5:0] ? kept : kept + 6'd1;
        end
        if (step && fetch) next <= beat + 1'b1;
    end

    // ---------------------------------------------------------------- bursts
    reg        closes;
    reg  [7:0] on_way;
    wire       open;

    always @(posedge clk) begin
        if (rst) closes <= 1'b0;
        else closes <= request_done ? ending : closes && !step;
    end

    wire                 burst_valid;
    wire                 burst_ready;
    wire [BEAT_BITS-1:0] burst_beat;
    wire [7:0]           burst_length;
    gs_axi_bursts #(.BEAT_BYTES(BEAT_BYTES), .MAX_BURST(MAX_BURST), .MAX_WAIT(MAX_WAIT)) bursts (
        .clk(clk), .rst(rst),
        .add_valid(may_step && fetch), .add_ready(add_ready), .add_beat(beat),
        .close(closes), .calm(!open && on_way == 8'd0 && !request), .open(open),
        .burst_valid(burst_valid), .burst_ready(burst_ready), .burst_beat(burst_beat), .burst_length(burst_length)
    );

    // ---------------------------------------------------------------- address channel
    // room: beats that the buffer can take besides those on their way. on_way: bursts.
    reg                  ar_valid;
    reg  [BEAT_BITS-1:0] ar_beat;
    reg  [7:0]           ar_length;
    reg  [15:0]          room;

    wire        taken;
    wire [15:0] burst_beats = {8'd0, burst_length} + 16'd1;
    wire        arrives     = m_axi_rvalid && m_axi_rready && m_axi_rlast;
    wire        issue       = burst_valid && (!ar_valid || m_axi_arready) && room >= burst_beats && on_way != OUTSTANDING[7:0];

    assign burst_ready   = issue;
    assign m_axi_arvalid = ar_valid;
    assign m_axi_araddr  = {ar_beat, {BEAT_LOG{1'b0}}};
    assign m_axi_arlen   = ar_length;

    always @(posedge clk) begin
        if (rst) begin
            ar_valid <= 1'b0;
            room     <= ROOM[15:0];
            on_way   <= 8'd0;
        end else begin
            if (issue) ar_valid <= 1'b1;
            else if (m_axi_arready) ar_valid <= 1'b0;
            room   <= room - (issue ? burst_beats : 16'd0) + {15'd0, taken};
            on_way <= on_way + {7'd0, issue} - {7'd0, arrives};
        end
        if (issue) begin
            ar_beat   <= burst_beat;
            ar_length <= burst_length;
        end
    end

    // ---------------------------------------------------------------- data channel
    wire                         buffered;
    wire [DATA_BITS-1:0]         oldest;
    wire [$clog2(ROOM + 1)-1:0]  buffer_level;
    gs_fifo #(.WIDTH(DATA_BITS), .DEPTH(ROOM)) buffer (
        .clk(clk), .rst(rst),
        .write_valid(m_axi_rvalid), .write_ready(m_axi_rready), .write_data(m_axi_rdata),
        .read_valid(buffered), .read_ready(taken), .read_data(oldest),
        .level(buffer_level)
    );

    reg failed;
    assign error = failed;
    always @(posedge clk) begin
        if (rst) failed <= 1'b0;
        else if (m_axi_rvalid && m_axi_rready && m_axi_rresp[1]) failed <= 1'b1;
    end

    // ---------------------------------------------------------------- beats to responses
    wire                             note;
    wire                             note_done;
    wire [5:0]                       note_fresh;
    wire [SLOT_BITS-1:0]             note_slot;
    wire [PLACE_BITS-1:0]            note_place;
    wire [$clog2(REQUESTS + 1)-1:0]  notes_level;
    gs_fifo #(.WIDTH(6 + SLOT_BITS + PLACE_BITS), .DEPTH(REQUESTS)) notes (
        .clk(clk), .rst(rst),
        .write_valid(step && !ongoing), .write_ready(note_ready), .write_data({fresh, beat[SLOT_BITS-1:0], place}),
        .read_valid(note), .read_ready(note_done), .read_data({note_fresh, note_slot, note_place}),
        .level(notes_level)
    );
    wire unused = &{1'b0, requests_level, buffer_level, notes_level, m_axi_rresp[0]};

    // Three steps: the beats of a request go into the ring; its lanes are picked; the response waits to be taken.
    reg  [5:0]            got;
    reg                   picks;
    reg  [PLACE_BITS-1:0] pick_place;
    reg                   responds;
    wire                  give     = !responds || rsp_ready;
    wire                  go       = note && (!picks || give);
    wire                  complete = note_fresh == got || note_fresh == got + 6'd1 && buffered;
    assign taken     = go && note_fresh != got && buffered;
    assign note_done = go && complete;

    always @(posedge clk) begin
        if (rst) begin
            got      <= 6'd0;
            picks    <= 1'b0;
            responds <= 1'b0;
        end else begin
            if (note_done) got <= 6'd0;
            else if (taken) got <= got + 6'd1;
            if (note_done) picks <= 1'b1;
            else if (give) picks <= 1'b0;
            if (give) responds <= picks;
        end
        if (note_done) pick_place <= note_place;
    end

    wire [8*RING_BYTES-1:0] ring;
    generate
        if (RING == 1) begin : g_slot
            reg [DATA_BITS-1:0] slot;
            assign ring = slot;
            wire unused_slot = &{1'b0, note_slot};
            always @(posedge clk) if (taken) slot <= oldest;
        end else begin : g_slots
            wire [SLOT_BITS-1:0] target = note_slot + got[SLOT_BITS-1:0];
            genvar s;
            for (s = 0; s < RING; s = s + 1) begin : g_slot
                reg [DATA_BITS-1:0] slot;
                assign ring[s*DATA_BITS +: DATA_BITS] = slot;
                always @(posedge clk) if (taken && target == s[SLOT_BITS-1:0]) slot <= oldest;
            end
        end
    endgenerate

    // Lane 0 may be anywhere in the ring; what goes past the end goes on at the beginning.
    localparam PICKS     = RING_BYTES / GRAIN_BYTES;
    localparam PICK_BITS = PICKS < 2 ? 1 : $clog2(PICKS);
    localparam GRAIN_LOG = $clog2(GRAIN_BYTES);
    reg  [8*VECTOR_BYTES-1:0] response;
    wire [8*VECTOR_BYTES-1:0] picked;
    generate
        if (PICKS == 1) begin : g_whole
            assign picked = ring;
            wire unused_place = &{1'b0, pick_place};
        end else if (VECTOR_BYTES == GRAIN_BYTES) begin : g_single
            assign picked = ring[{pick_place[PLACE_BITS-1:GRAIN_LOG], {(GRAIN_LOG + 3){1'b0}}} +: 8*VECTOR_BYTES];
            if (GRAIN_LOG > 0) begin : g_fine
                wire unused_place = &{1'b0, pick_place[GRAIN_LOG-1:0]};
            end
        end else begin : g_turned
            wire [PICK_BITS-1:0]     turn   = pick_place[PLACE_BITS-1:GRAIN_LOG];
            wire [16*RING_BYTES-1:0] turned = {ring, ring} >> {turn, {(GRAIN_LOG + 3){1'b0}}};
            assign picked = turned[8*VECTOR_BYTES-1:0];
            wire unused_rest = &{1'b0, turned[16*RING_BYTES-1:8*VECTOR_BYTES]};
            if (GRAIN_LOG > 0) begin : g_fine
                wire unused_place = &{1'b0, pick_place[GRAIN_LOG-1:0]};
            end
        end
    endgenerate

    assign rsp_valid = responds;
    assign rsp_data  = response;
    assign idle      = !request && !note && !picks && !responds;
    always @(posedge clk) if (give && picks) response <= picked;
endmodule
