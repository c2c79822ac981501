package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gatesmith.hls.emit.FunctionView;
import org.gatesmith.hls.emit.LoweredFunction;
import org.gatesmith.hls.emit.TableRows;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Declarations of functions. Memory that a function only reads is passed as constant. */
final class Signatures {

    private final MemoryUse use;
    private final FifoDepths depths;

    Signatures(Program program) {
        use = MemoryUse.of(program);
        depths = new FifoDepths(program);
    }

    /** The declaration, in lines of readable length. */
    List<String> head(String prefix, LoweredFunction lowered, String name) {
        Function function = lowered.function();
        List<Value> yields = function.body().yields();
        String result =
                yields.size() == 1 ? HlsTypes.name(HlsTypes.of(yields.getFirst().scalarType())) : "void";
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            parameters.add(parameter(
                    function,
                    function.parameters().get(i),
                    lowered.parameterNames().get(i)));
        }
        for (int i = 0; i < lowered.resultNames().size(); i++) {
            parameters.add(HlsTypes.name(HlsTypes.of(yields.get(i).scalarType())) + "& "
                    + lowered.resultNames().get(i));
        }
        List<String> lines = new ArrayList<>(template(lowered));
        lines.addAll(FunctionView.head(prefix + result + " " + name + "(", parameters));
        return lines;
    }

    /** Channels of several depths make a function a template. */
    private List<String> template(LoweredFunction lowered) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < lowered.parameterNames().size(); i++) {
            Value parameter = lowered.function().parameters().get(i);
            if (parameter.type() instanceof FifoType && depths.of(parameter).isEmpty()) {
                open.add("int " + depthName(lowered.parameterNames().get(i)));
            }
        }
        return open.isEmpty() ? List.of() : List.of("template <" + String.join(", ", open) + ">");
    }

    private static String depthName(String fifo) {
        return fifo + "_depth";
    }

    private String parameter(Function function, Value value, String name) {
        Type type = value.type();
        String constant = use.writes(function, value) ? "" : "const ";
        return switch (type) {
            case ScalarType scalar -> HlsTypes.name(HlsTypes.of(scalar)) + " " + name;
            case PortType port -> constant + HlsTypes.name(HlsTypes.ofPortElement(port.element())) + "* " + name;
            case ArrayType array ->
                constant + HlsTypes.name(HlsTypes.of(array.element())) + " " + name + TableRows.extents(array);
            case FifoType fifo -> {
                OptionalInt depth = depths.of(value);
                yield "hls::stream<" + HlsTypes.name(HlsTypes.of(fifo.element())) + ", "
                        + (depth.isPresent() ? Integer.toString(depth.getAsInt()) : depthName(name)) + ">& " + name;
            }
        };
    }
}
