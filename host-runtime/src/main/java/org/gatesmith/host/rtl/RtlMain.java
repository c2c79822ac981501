package org.gatesmith.host.rtl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatesmith.hls.rtl.ArgumentRegister;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.RtlKernel;
import org.gatesmith.hls.rtl.Watch;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** The C++ that connects a verilated kernel to the board in {@code gatesmith_machine.h} and to the server of simulations. */
final class RtlMain {

    static final String FILE = "rtl_main.cpp";

    private static final List<String> READ_SIGNALS =
            List.of("arvalid", "arready", "araddr", "arlen", "rvalid", "rready", "rresp", "rlast");
    private static final List<String> WRITE_SIGNALS =
            List.of("awvalid", "awready", "awaddr", "awlen", "wvalid", "wready", "wlast", "bvalid", "bready", "bresp");
    private static final List<String> CONTROL_SIGNALS = List.of(
            "awvalid", "awready", "wvalid", "wready", "wstrb", "bvalid", "bready", "arvalid", "arready", "rvalid",
            "rready", "wdata", "rdata");

    private final KernelSignature signature;
    private final RtlKernel kernel;

    private RtlMain(KernelSignature signature, RtlKernel kernel) {
        this.signature = signature;
        this.kernel = kernel;
    }

    static String text(KernelSignature signature, RtlKernel kernel) {
        RtlMain main = new RtlMain(signature, kernel);
        return """
                #include "Vtop.h"
                #include "Vtop___024root.h"
                #include "gatesmith_machine.h"
                #include "gatesmith_server.h"

                using namespace gatesmith::board;

                static Machine<Vtop>* machine;
                static std::string figures;

                static void connect(Vtop& top, Board& board) {
                    auto signal = [](auto& value) { return reinterpret_cast<char*>(&value); };
                    (void)signal;
                %1$s}

                static void call(const gatesmith::Arguments& arguments) {
                    std::vector<uint64_t> addresses = machine->board.place(arguments);
                    std::vector<Word> words;
                %2$s    figures = machine->board.figures(machine->run(words));
                }

                static const char* measured() { return figures.c_str(); }

                int main(int count, char** options) {
                    machine = new Machine<Vtop>;
                    connect(machine->top, machine->board);
                    machine->board.configure(count, options);
                    machine->reset();
                    return gatesmith::serve("%3$s", {%4$s}, call, measured);
                }
                """.formatted(main.connections(), main.arguments(), signature.name(), main.parameters());
    }

    private String connections() {
        Stream<String> bundles = kernel.bundles().stream().map(RtlMain::bundle);
        Stream<String> arrays = indices()
                .filter(i -> signature.parameters().get(i) instanceof Parameter.Array)
                .mapToObj(i -> array(i, (Parameter.Array) signature.parameters().get(i)));
        Stream<String> watches = kernel.watches().stream().map(this::watch);
        return Stream.of(Stream.of(control()), bundles, arrays, watches)
                .flatMap(lines -> lines)
                .map(line -> line.indent(4))
                .collect(Collectors.joining());
    }

    private IntStream indices() {
        return IntStream.range(0, signature.parameters().size());
    }

    /** Verilator calls the port {@code interrupt} otherwise, because C++ libraries have such a name. */
    private static String control() {
        return """
                ControlSignals control;
                control.awaddr = signal(top.s_axi_control_awaddr);
                control.araddr = signal(top.s_axi_control_araddr);
                control.address_bytes = sizeof(top.s_axi_control_awaddr);
                %s
                control.interrupt = &top.__SYM__interrupt;
                machine->connect(control);""".formatted(CONTROL_SIGNALS.stream()
                .map(name -> "control." + name + " = &top.s_axi_control_" + name + ";")
                .collect(Collectors.joining("\n")));
    }

    private static String bundle(AxiBundle bundle) {
        StringBuilder text = new StringBuilder("{\n    AxiSignals s;\n");
        String port = "top.m_axi_" + bundle.name() + "_";
        if (bundle.reads()) {
            READ_SIGNALS.forEach(name -> connect(text, name, "&" + port + name));
            connect(text, "rdata", "signal(" + port + "rdata)");
        }
        if (bundle.writes()) {
            WRITE_SIGNALS.forEach(name -> connect(text, name, "&" + port + name));
            connect(text, "wdata", "signal(" + port + "wdata)");
            connect(text, "wstrb", "signal(" + port + "wstrb)");
        }
        if (bundle.idBits() > 0 && bundle.reads()) {
            connect(text, "arid", "&" + port + "arid");
            connect(text, "rid", "&" + port + "rid");
        }
        if (bundle.idBits() > 0 && bundle.writes()) {
            connect(text, "awid", "&" + port + "awid");
            connect(text, "bid", "&" + port + "bid");
        }
        return text.append("    board.add_port(\"%s\", s, %d);\n}".formatted(bundle.name(), bundle.dataBits() / 8))
                .toString();
    }

    private static void connect(StringBuilder text, String signal, String value) {
        text.append("    s.").append(signal).append(" = ").append(value).append(";\n");
    }

    private static String array(int index, Parameter.Array array) {
        return "board.add_array(\"%s\", %d, %s);"
                .formatted(array.name(), index, array.direction().isWritten());
    }

    /** Verilator names a signal of the flattened design after its path, in the class of the root. */
    private String watch(Watch watch) {
        String path = kernel.top() + "__DOT__" + watch.path().replace(".", "__DOT__");
        return "board.add_signal(Signal{SignalKind::%1$s, %2$s, signal(top.rootp->%3$s), sizeof(top.rootp->%3$s)});"
                .formatted(watch.kind(), quoted(watch.text()), path);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String arguments() {
        return indices()
                .mapToObj(i -> "    add_argument(words, %d, %d, %s);\n"
                        .formatted(register(i).offset(), register(i).bytes(), value(i)))
                .collect(Collectors.joining());
    }

    private ArgumentRegister register(int index) {
        return kernel.registers().get(index);
    }

    private String value(int index) {
        return signature.parameters().get(index) instanceof Parameter.Array
                ? "addresses[" + index + "]"
                : "arguments.bits(" + index + ")";
    }

    private String parameters() {
        return signature.parameters().stream()
                .map(parameter -> "gatesmith::Parameter{\"%s\", gatesmith::Kind::%s, %d}"
                        .formatted(
                                parameter.name(),
                                kind(parameter),
                                parameter.type().bytes()))
                .collect(Collectors.joining(", "));
    }

    private static String kind(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Array array -> array.direction().name();
            case Parameter.Scalar _ -> "SCALAR";
        };
    }
}
