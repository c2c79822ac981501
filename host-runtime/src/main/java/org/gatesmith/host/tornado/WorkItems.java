package org.gatesmith.host.tornado;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.tornado.WorkRange;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.opencl.Launch;

/** The work-items of a parallel task: one for every iteration, in whole groups. */
final class WorkItems {

    /** Size of a group: what TornadoVM's text for an FPGA asks for; elsewhere it does no harm. */
    static final int GROUP = 64;

    private final WorkRange range;
    private final Interpreter bounds;

    WorkItems(WorkRange range) {
        this.range = range;
        this.bounds = Interpreter.of(range.bounds());
    }

    /** The work-items of a call; at least one group, because OpenCL has no launch of none. */
    Launch launch(Map<String, Argument> arguments) throws DeviceException {
        long iterations = iterations(arguments);
        long items = Math.ceilDiv(Math.max(1, iterations), GROUP) * GROUP;
        if (items > Integer.MAX_VALUE) {
            throw new DeviceException(
                    DeviceFault.UNSUPPORTED,
                    Span.NONE,
                    "the parallel loop has " + iterations
                            + " iterations, more work-items than a task can count; use tiles" + " (--tile)");
        }
        return new Launch(items, GROUP);
    }

    long iterations(Map<String, Argument> arguments) throws DeviceException {
        Map<String, org.gatesmith.hls.interp.Argument> scalars = new HashMap<>();
        for (Value parameter : range.bounds().top().parameters()) {
            Argument.Number number =
                    (Argument.Number) Objects.requireNonNull(arguments.get(parameter.name()), parameter::name);
            scalars.put(parameter.name(), new org.gatesmith.hls.interp.Argument.Scalar(number.bits()));
        }
        try {
            List<Literal> ends = bounds.run(scalars);
            return range.iterations(integer(ends.getFirst()), integer(ends.getLast()));
        } catch (FaultException e) {
            throw new DeviceException(
                    DeviceFault.CONTRACT, Span.NONE, "the parallel loop has no bounds: " + e.getMessage());
        }
    }

    private static long integer(Literal literal) {
        return ((Literal.Int) literal).value().longValueExact();
    }
}
