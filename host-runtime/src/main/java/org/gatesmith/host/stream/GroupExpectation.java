package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileOperand;
import org.jspecify.annotations.Nullable;

/** Computes the expected results of one group, tile after tile, in Java arrays that it reads from the sources itself. */
final class GroupExpectation {

    private final StreamContext context;
    private final Expectation expectation;
    private final @Nullable JavaArray[] arrays;
    private final long[] copies;

    GroupExpectation(StreamContext context, Expectation expectation) {
        this.context = context;
        this.expectation = expectation;
        this.arrays = new JavaArray[context.ports().size()];
        this.copies = new long[arrays.length];
    }

    /** Computes the next tile of the group. */
    void compute(Tile tile) throws DataException, DeviceException {
        for (Port port : context.ports()) {
            prepare(port, port.operand(tile));
        }
        List<Object> arguments = arguments(tile);
        long start = System.nanoTime();
        expectation.compute(arguments, context.request().options().timeLimit());
        context.totals().addExpectation(Duration.ofNanos(System.nanoTime() - start));
    }

    private void prepare(Port port, TileOperand operand) throws DataException {
        JavaArray held = arrays[port.index()];
        if (held != null && copies[port.index()] == operand.copy()) {
            return;
        }
        long count = operand.slice().count();
        JavaArray array = held != null && held.elements().count() == count
                ? held
                : new JavaArray(port.array().type(), count);
        arrays[port.index()] = array;
        copies[port.index()] = operand.copy();
        if (port.isRead()) {
            port.source().read(operand.slice(), array.elements());
            array.toArray();
        } else {
            array.clear();
        }
    }

    private List<Object> arguments(Tile tile) {
        List<Object> arguments = new ArrayList<>();
        int next = 0;
        for (Parameter parameter : context.request().signature().parameters()) {
            arguments.add(
                    switch (parameter) {
                        case Parameter.Array array ->
                            Objects.requireNonNull(arrays[next++]).array();
                        case Parameter.Scalar scalar ->
                            RunStage.number(tile, scalar).boxed();
                    });
        }
        return arguments;
    }

    /** What an output has to hold after the tiles so far. */
    Elements expected(Port port) {
        JavaArray array = Objects.requireNonNull(arrays[port.index()]);
        array.fromArray();
        return array.elements();
    }
}
