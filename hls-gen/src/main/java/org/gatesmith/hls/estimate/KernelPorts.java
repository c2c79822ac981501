package org.gatesmith.hls.estimate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/** Which ports of the kernel are meant by the parameters of the function that is gone through. */
final class KernelPorts {

    private final Design design;
    private final Map<Value, Value> ports = new IdentityHashMap<>();

    KernelPorts(Design design) {
        this.design = design;
    }

    /** A function is called, or started as a process. */
    void call(Op.Call call) {
        List<Value> parameters = design.module(call.callee()).function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type() instanceof PortType) {
                ports.put(parameters.get(i), of(call.operands().get(i)));
            }
        }
    }

    /** The port of the kernel. */
    Value of(Value port) {
        return ports.getOrDefault(port, port);
    }
}
