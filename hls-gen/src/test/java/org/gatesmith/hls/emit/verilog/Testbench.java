package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;

/**
 * A Verilog test bench around the module of a kernel's function, which is called once or several times, without a reset in between.
 * It serves the channels from arrays: at random times, as late and with words as old as the rules permit; or ideally, at once, with a
 * response in the cycle after the request.
 *
 * @param calls with the same ports, of the same sizes
 */
record Testbench(ModuleInterface module, List<Call> calls) {

    /**
     * Arguments.
     *
     * @param ports contents of the board memories, by position of the parameter
     * @param scalars by position
     */
    record Call(Map<Integer, Contents> ports, Map<Integer, BigInteger> scalars) {}

    Testbench {
        calls = List.copyOf(calls);
    }

    /** A single call. */
    Testbench(ModuleInterface module, Map<Integer, Contents> ports, Map<Integer, BigInteger> scalars) {
        this(module, List.of(new Call(ports, scalars)));
    }

    private Map<Integer, Contents> ports() {
        return calls.getFirst().ports();
    }

    /** A board memory. */
    record Contents(String name, int width, List<BigInteger> elements) {}

    static final int MAX_CYCLES = 200_000;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("module tb;");
        lines.add(
                "    reg clk; reg rst; reg start; wire done; reg ideal; integer cycles; integer began; integer seed; integer i;");
        ports().values()
                .forEach(port -> lines.add("    reg [%d:0] %s_memory [0:%d];"
                        .formatted(
                                port.width() - 1, port.name(), port.elements().size() - 1)));
        for (ModuleInterface.Scalar scalar : module.scalars()) {
            lines.add("    reg [%d:0] %s;".formatted(scalar.width() - 1, pin(scalar)));
        }
        for (Channel channel : module.channels()) {
            lines.addAll(channel.writes() ? writer(channel) : reader(channel));
        }
        lines.addAll(device());
        lines.addAll(control());
        lines.add("endmodule");
        return String.join("\n", lines) + "\n";
    }

    private static String pin(ModuleInterface.Scalar scalar) {
        return scalar.name() + "_argument";
    }

    private String memory(Channel channel) {
        return ports().get(channel.parameter()).name() + "_memory";
    }

    private int last(Channel channel) {
        return ports().get(channel.parameter()).elements().size() - 1;
    }

    /** A response has the word as it is now, or as it was when the reader last had to forget what it keeps. */
    private List<String> reader(Channel channel) {
        List<String> lines = new ArrayList<>();
        lines.add("""
                wire C_req_valid; wire C_req_ready; wire signed [%1$d:0] C_req_index; wire [%2$d:0] C_req_mask;
                wire C_rsp_valid; wire C_rsp_ready; wire [%3$d:0] C_rsp_data; wire C_forget;
                reg signed [%1$d:0] C_queue [0:1023]; integer C_head; integer C_tail; reg C_open; reg C_shown;
                reg [%4$d:0] C_kept [0:%5$d]; reg C_keeps [0:1023];
                wire C_old = !ideal & C_keeps[C_head & 1023];
                assign C_req_ready = ideal | (C_open & C_tail - C_head < 1000);
                assign C_rsp_valid = C_head != C_tail & (ideal | C_shown);
                initial begin C_head = 0; C_tail = 0; C_open = 0; C_shown = 0; end
                always @(posedge clk) begin
                    if (C_req_valid & !C_req_ready) begin $display("ERROR C_ request while not ready"); $finish; end
                    if (C_rsp_ready & !C_rsp_valid) begin $display("ERROR C_ takes nothing"); $finish; end
                    if (!rst & (C_req_valid === 1'bx | C_rsp_ready === 1'bx)) begin $display("ERROR C_ unknown"); $finish; end
                    if (C_req_valid) begin C_queue[C_tail & 1023] <= C_req_index; C_tail <= C_tail + 1; end
                    if (C_req_valid) C_keeps[C_tail & 1023] <= $random(seed);
                    if (C_forget === 1'b1) for (i = 0; i <= %5$d; i = i + 1) C_kept[i] <= C_memory[i];
                    if (C_rsp_ready) C_head <= C_head + 1;
                    C_open <= $random(seed); C_shown <= C_rsp_valid & !C_rsp_ready ? 1'b1 : $random(seed);
                end
            """.formatted(
                        channel.indexBits() - 1,
                        channel.lanes() - 1,
                        channel.dataBits() - 1,
                        channel.elementBits() - 1,
                        last(channel))
                .replace("C_memory", memory(channel))
                .replace("C_", channel.name() + "_"));
        for (int lane = 0; lane < channel.lanes(); lane++) {
            lines.add(
                    "    assign %1$s_rsp_data[%2$d +: %3$d] = %1$s_old ? %1$s_kept[%1$s_queue[%1$s_head & 1023] + %5$d] : %4$s[%1$s_queue[%1$s_head & 1023] + %5$d];"
                            .formatted(
                                    channel.name(),
                                    lane * channel.elementBits(),
                                    channel.elementBits(),
                                    memory(channel),
                                    lane));
        }
        return lines;
    }

    private List<String> writer(Channel channel) {
        return List.of("""
                wire C_req_valid; wire C_req_ready; wire signed [%1$d:0] C_req_index; wire [%2$d:0] C_req_mask;
                wire [%3$d:0] C_req_data; wire C_idle;
                reg signed [%1$d:0] C_queue [0:1023]; reg [%2$d:0] C_masks [0:1023]; reg [%3$d:0] C_data [0:1023];
                integer C_head; integer C_tail; reg C_open; reg C_drains;
                assign C_req_ready = ideal | (C_open & C_tail - C_head < 1000); assign C_idle = C_head == C_tail;
                initial begin C_head = 0; C_tail = 0; C_open = 0; C_drains = 0; end
                always @(posedge clk) begin
                    if (C_req_valid & !C_req_ready) begin $display("ERROR C_ request while not ready"); $finish; end
                    if (!rst & C_req_valid === 1'bx) begin $display("ERROR C_ unknown"); $finish; end
                    if (C_req_valid & !ideal) begin
                        C_queue[C_tail & 1023] <= C_req_index; C_masks[C_tail & 1023] <= C_req_mask;
                        C_data[C_tail & 1023] <= C_req_data; C_tail <= C_tail + 1;
                    end
                    if (C_req_valid & ideal) for (i = 0; i < %4$d; i = i + 1)
                        if (C_req_mask[i]) C_memory[C_req_index + i] <= C_req_data[i * %5$d +: %5$d];
                    C_open <= $random(seed); C_drains <= ($random(seed) & 3) == 0;
                    if (!C_idle & C_drains) begin
                        C_head <= C_head + 1;
                        for (i = 0; i < %4$d; i = i + 1) if (C_masks[C_head & 1023][i])
                            C_memory[C_queue[C_head & 1023] + i] <= C_data[C_head & 1023][i * %5$d +: %5$d];
                    end
                end
            """.formatted(
                        channel.indexBits() - 1,
                        channel.lanes() - 1,
                        channel.dataBits() - 1,
                        channel.lanes(),
                        channel.elementBits())
                .replace("C_memory", memory(channel))
                .replace("C_", channel.name() + "_"));
    }

    private List<String> device() {
        List<String> pins = new ArrayList<>(List.of(".clk(clk)", ".rst(rst)", ".start(start)", ".done(done)"));
        for (ModuleInterface.Scalar scalar : module.scalars()) {
            pins.add(".%s(%s)".formatted(scalar.name(), pin(scalar)));
        }
        for (Channel channel : module.channels()) {
            String name = channel.name();
            List<String> ends = new ArrayList<>(
                    channel.writes()
                            ? List.of("req_valid", "req_ready", "req_index", "req_mask", "req_data")
                            : List.of(
                                    "req_valid",
                                    "req_ready",
                                    "req_index",
                                    "req_mask",
                                    "rsp_valid",
                                    "rsp_ready",
                                    "rsp_data"));
            if (channel.fenced()) {
                ends.add(channel.writes() ? "idle" : "forget");
            }
            ends.forEach(end -> pins.add(".%1$s_%2$s(%1$s_%2$s)".formatted(name, end)));
        }
        return List.of("    " + module.module() + " device (" + String.join(", ", pins) + ");");
    }

    private List<String> control() {
        List<String> lines = new ArrayList<>();
        lines.add("    always #5 clk = !clk;");
        lines.add("    initial begin");
        lines.add("        clk = 0; rst = 1; start = 0; cycles = 0; seed = 1; ideal = 0;");
        lines.add("        if ($value$plusargs(\"seed=%d\", seed)) ;");
        lines.add("        repeat (3) @(posedge clk); rst <= 0; repeat (2) @(posedge clk);");
        for (int i = 0; i < calls.size(); i++) {
            lines.addAll(call(i));
        }
        lines.add("        $finish;");
        lines.add("    end");
        lines.add("    always @(posedge clk) cycles <= cycles + 1;");
        return lines;
    }

    /** Every second call finds ideal memory, unless all shall. */
    private List<String> call(int index) {
        List<String> lines = new ArrayList<>();
        lines.add("        ideal = %d; if ($value$plusargs(\"ideal=%%d\", ideal)) ;".formatted(index % 2));
        ports().values()
                .forEach(port ->
                        lines.add("        $readmemh(\"%s\", %s_memory);".formatted(file(port, index), port.name())));
        module.channels().stream()
                .filter(channel -> !channel.writes())
                .forEach(channel -> lines.add("        for (i = 0; i <= %d; i = i + 1) %s_kept[i] = %s[i];"
                        .formatted(last(channel), channel.name(), memory(channel))));
        for (ModuleInterface.Scalar scalar : module.scalars()) {
            BigInteger value = calls.get(index).scalars().get(scalar.position());
            lines.add("        %s = %d'h%s;"
                    .formatted(
                            pin(scalar),
                            scalar.width(),
                            value.mod(BigInteger.ONE.shiftLeft(scalar.width())).toString(16)));
        }
        lines.add("        start <= 1; @(posedge clk); start <= 0; began = cycles; #1;");
        lines.add("        while (!done & cycles < began + %d) @(posedge clk) #1;".formatted(MAX_CYCLES));
        lines.add("        if (done) $display(\"cycles %0d\", cycles - began);");
        lines.add("        else begin $display(\"ERROR does not end\"); $finish; end");
        lines.add("        @(posedge clk) #1;");
        module.channels().stream()
                .filter(Channel::writes)
                .forEach(channel -> lines.add("        while (!%s_idle) @(posedge clk) #1;".formatted(channel.name())));
        lines.add("        @(posedge clk) #1;");
        for (Contents port : ports().values()) {
            lines.add("        for (i = 0; i < %1$d; i = i + 1) $display(\"%2$s %%h\", %2$s_memory[i]);"
                    .formatted(port.elements().size(), port.name()));
        }
        return lines;
    }

    private static String file(Contents port, int call) {
        return port.name() + call + ".hex";
    }

    /** Contents of the memories, by file name. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            for (Contents port : calls.get(i).ports().values()) {
                BigInteger modulus = BigInteger.ONE.shiftLeft(port.width());
                StringBuilder text = new StringBuilder();
                port.elements()
                        .forEach(element ->
                                text.append(element.mod(modulus).toString(16)).append('\n'));
                files.put(file(port, i), text.toString());
            }
        }
        return files;
    }
}
