package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.List;
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
import org.gatesmith.hls.ir.Value;

/** Declarations of functions. */
final class OpenClSignatures {

    private final MemoryUse use;
    private final AddressSpaces spaces;
    private final FifoMemory fifoMemory;

    OpenClSignatures(Program program, AddressSpaces spaces, FifoMemory fifoMemory) {
        this.use = MemoryUse.of(program);
        this.spaces = spaces;
        this.fifoMemory = fifoMemory;
    }

    /** The kernel's declaration; ports of different names are different memory. */
    List<String> kernel(LoweredFunction lowered, String name) {
        return FunctionView.head("void " + name + "(", parameters(lowered, "restrict "));
    }

    /** The declaration of a function that the kernel calls. */
    List<String> helper(LoweredFunction lowered, String name) {
        Function function = lowered.function();
        List<Value> yields = function.body().yields();
        String result = yields.size() == 1
                ? OpenClTypes.name(OpenClTypes.of(yields.getFirst().scalarType()))
                : "void";
        List<String> parameters = parameters(lowered, "");
        for (int i = 0; i < lowered.resultNames().size(); i++) {
            parameters.add(OpenClTypes.name(OpenClTypes.of(yields.get(i).scalarType())) + "* "
                    + lowered.resultNames().get(i));
        }
        if (fifoMemory.isUsedBy(function)) {
            parameters.addAll(FifoMemory.DECLARATIONS);
        }
        return FunctionView.head("static " + result + " " + name + "(", parameters);
    }

    private List<String> parameters(LoweredFunction lowered, String restrict) {
        Function function = lowered.function();
        boolean kernel = !restrict.isEmpty();
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Value value = function.parameters().get(i);
            if (kernel && value.type() instanceof FifoType) {
                // A pipe, known to all of the file.
                continue;
            }
            String name = lowered.parameterNames().get(i);
            parameters.add(
                    switch (value.type()) {
                        case ScalarType scalar ->
                            OpenClTypes.name(kernel ? OpenClTypes.inMemory(scalar) : OpenClTypes.of(scalar)) + " "
                                    + name;
                        case PortType port ->
                            "__global " + constant(function, value)
                                    + OpenClTypes.name(OpenClTypes.inMemory(port.element())) + "* " + restrict + name;
                        case ArrayType array -> array(function, i, array) + " " + name + TableRows.extents(array);
                        case FifoType fifo -> QueuesInMemory.queue(fifo.element()) + "* " + name;
                    });
        }
        if (kernel && fifoMemory.isUsedBy(function)) {
            parameters.addAll(FifoMemory.DECLARATIONS);
        }
        return parameters;
    }

    /** C converts an array of arrays to one of constants only with a warning, so only rows are constant. */
    private String array(Function function, int parameter, ArrayType type) {
        String element = OpenClTypes.name(OpenClTypes.of(type.element()));
        if (spaces.isTable(function, parameter)) {
            return "__constant " + element;
        }
        return (type.rank() == 1 ? constant(function, function.parameters().get(parameter)) : "") + element;
    }

    private String constant(Function function, Value memory) {
        return use.writes(function, memory) ? "" : "const ";
    }
}
