package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.Tile;

/** Calls the kernel, and hands on the tiles that complete a group. */
final class RunStage implements StageThread.Loop {

    private final StreamContext context;
    private final Device device;
    private final Ring in;
    private final Ring out;
    private final Map<String, Port> ports = new HashMap<>();

    RunStage(StreamContext context, Device device, Ring in, Ring out) {
        this.context = context;
        this.device = device;
        this.in = in;
        this.out = out;
        context.ports().forEach(port -> ports.put(port.array().name(), port));
    }

    @Override
    public void run(StageThread here) throws InterruptedException, DataException, DeviceException {
        for (Flight flight = in.take(); flight != null; flight = in.take()) {
            here.at(flight.tile());
            call(flight);
            boolean completes = flight.tile().closesGroup();
            for (Port port : context.ports()) {
                if (!completes || !port.isWritten()) {
                    flight.onDevice(port).release();
                }
            }
            if (completes) {
                out.put(flight);
            }
        }
        out.end();
    }

    private void call(Flight flight) throws DataException, DeviceException {
        List<Argument> arguments = arguments(flight);
        long start = context.timeline().now();
        context.totals().add(device.run(arguments, context.request().options().timeLimit()));
        context.timeline().worked(StreamStage.RUN, flight.tile().index(), start);
        context.progress().tileRun();
    }

    private List<Argument> arguments(Flight flight) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : context.request().signature().parameters()) {
            arguments.add(
                    switch (parameter) {
                        case Parameter.Array array -> buffer(flight, Objects.requireNonNull(ports.get(array.name())));
                        case Parameter.Scalar scalar -> number(flight.tile(), scalar);
                    });
        }
        return arguments;
    }

    private static Argument buffer(Flight flight, Port port) {
        return new Argument.Buffer(
                flight.onDevice(port).buffer(), flight.operand(port).slice().count());
    }

    /** The value that a tile is called with. */
    static Argument.Number number(Tile tile, Parameter.Scalar scalar) {
        return new Argument.Number(
                scalar.type(), Objects.requireNonNull(tile.scalars().get(scalar.name()), scalar.name()));
    }
}
