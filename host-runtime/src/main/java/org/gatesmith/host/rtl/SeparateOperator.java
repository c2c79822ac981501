package org.gatesmith.host.rtl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.rtl.PipelinedOperator;

/**
 * A pipelined operator that is translated once instead of once per instance: a model of its own, which a module of the same
 * interface calls in every cycle in which a stage takes a value. What Verilator writes for a kernel grows with the instances, by
 * about 0.1 MB of C++ for each floating-point operator.
 *
 * @param verilog files that the model of the operator consists of
 * @param files what has to be in the folder, by name
 */
record SeparateOperator(String module, List<String> verilog, SortedMap<String, String> files) {

    /** With so many instances a call for each of them costs less than translating them all. */
    private static final int INSTANCES = 8;

    /** Numbers that are handed over by a call. */
    private static final int WIDEST = Long.SIZE;

    private static final String FOLDER = "operators/";

    /** Those operators that are better apart. */
    static List<SeparateOperator> of(List<PipelinedOperator> operators, SortedMap<String, String> verilog) {
        return operators.stream()
                .filter(operator -> operator.instances() >= INSTANCES)
                .filter(operator -> ports(operator).allMatch(port -> port.width() <= WIDEST))
                .filter(operator -> operator.stages() <= WIDEST)
                .map(operator -> of(operator, operators, verilog))
                .toList();
    }

    private static SeparateOperator of(
            PipelinedOperator operator, List<PipelinedOperator> all, SortedMap<String, String> verilog) {
        String module = operator.module();
        SortedMap<String, String> files = new TreeMap<>();
        for (PipelinedOperator one : all) {
            String file = one.module() + ".v";
            files.put(FOLDER + file, Objects.requireNonNull(verilog.get(file)));
        }
        List<String> parts = new ArrayList<>(files.keySet());
        verilog.keySet().stream().filter(file -> file.startsWith("gs_")).forEach(parts::add);
        files.put(module + ".v", substitute(operator));
        files.put(module + ".cpp", program(operator));
        return new SeparateOperator(module, parts, files);
    }

    /** Folder of the translated model. */
    String folder() {
        return FOLDER + module;
    }

    /** Name of the model's class. */
    String prefix() {
        return prefix(module);
    }

    /** Name of the C++ file with the functions that the kernel calls. */
    String program() {
        return module + ".cpp";
    }

    private static String prefix(String module) {
        return "Voperator_" + module;
    }

    private static Stream<PipelinedOperator.Port> ports(PipelinedOperator operator) {
        return Stream.concat(operator.inputs().stream(), operator.outputs().stream());
    }

    private static String substitute(PipelinedOperator operator) {
        String inputs = lines(operator.inputs(), "    input wire [%2$d:0] %1$s,\n");
        String outputs = operator.outputs().stream()
                .map(port -> "    output reg [%d:0] %s".formatted(port.width() - 1, port.name()))
                .collect(Collectors.joining(",\n"));
        String arguments = Stream.of(
                        Stream.of("gs_core", "longint'(ce)"),
                        operator.inputs().stream().map(port -> "longint'(" + port.name() + ")"),
                        operator.outputs().stream().map(port -> port.name() + "_next"))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return """
                module %1$s (
                    input wire clk,
                    input wire [%2$d:0] ce,
                %3$s%4$s
                );
                    import "DPI-C" function chandle %1$s_create();
                    import "DPI-C" function void %1$s_step(%5$s);
                    chandle gs_core;
                %6$s    initial gs_core = %1$s_create();
                    always @(posedge clk) if (|ce) begin
                        %1$s_step(%7$s);
                %8$s    end
                endmodule
                """.formatted(
                        operator.module(),
                        operator.stages() - 1,
                        inputs,
                        outputs,
                        formalArguments(operator),
                        lines(operator.outputs(), "    longint %s_next;\n"),
                        arguments,
                        lines(operator.outputs(), "        %1$s <= %1$s_next[%2$d:0];\n"));
    }

    private static String formalArguments(PipelinedOperator operator) {
        return Stream.of(
                        Stream.of("input chandle gs_core", "input longint gs_enables"),
                        operator.inputs().stream().map(port -> "input longint " + port.name()),
                        operator.outputs().stream().map(port -> "output longint " + port.name()))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static String program(PipelinedOperator operator) {
        String module = operator.module();
        String arguments = Stream.of(
                        Stream.of("void* core", "long long ce"),
                        operator.inputs().stream().map(port -> "long long in_" + port.name()),
                        operator.outputs().stream().map(port -> "long long* out_" + port.name()))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return """
                #include "%1$s%2$s/%3$s.h"

                extern "C" void* %2$s_create() {
                    return new %3$s;
                }

                extern "C" void %2$s_step(%4$s) {
                    %3$s& model = *static_cast<%3$s*>(core);
                    model.clk = 0;
                    model.ce = ce;
                %5$s    model.eval();
                    model.clk = 1;
                    model.eval();
                %6$s}
                """.formatted(
                        FOLDER,
                        module,
                        prefix(module),
                        arguments,
                        lines(operator.inputs(), "    model.%1$s = in_%1$s;\n"),
                        lines(operator.outputs(), "    *out_%1$s = model.%1$s;\n"));
    }

    private static String lines(List<PipelinedOperator.Port> ports, String line) {
        return ports.stream()
                .map(port -> line.formatted(port.name(), port.width() - 1))
                .collect(Collectors.joining());
    }
}
