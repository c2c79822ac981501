package org.gatesmith.host.tornado;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.emit.tornado.Register;
import org.gatesmith.hls.emit.tornado.TaskArgument;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;

/**
 * A task's arguments in memory of the device: the kernel's own arrays, and arrays for what the task has besides them. Those are kept
 * from call to call.
 */
final class FpgaArguments {

    private static final Parameter.Scalar ITEMS = new Parameter.Scalar("items", JavaType.INT, null);

    private final Map<TaskArgument, Parameter.Array> ports;
    private final Device device;
    private final Map<TaskArgument, DeviceBuffer> own = new HashMap<>();

    FpgaArguments(TornadoTask task, Device device) {
        this.ports = ports(task);
        this.device = device;
    }

    /** The task's arguments as a kernel's parameters. */
    static KernelSignature signature(KernelSignature kernel, TornadoTask task) {
        List<Parameter> parameters = new ArrayList<>(ports(task).values());
        if (task.parallel()) {
            parameters.add(ITEMS);
        }
        return new KernelSignature(
                kernel.name(),
                kernel.className(),
                kernel.methodName(),
                parameters,
                kernel.tolerance(),
                kernel.summary());
    }

    private static Map<TaskArgument, Parameter.Array> ports(TornadoTask task) {
        Map<TaskArgument, Parameter.Array> ports = new LinkedHashMap<>();
        task.arguments().forEach(argument -> ports.put(argument, port(argument)));
        return ports;
    }

    private static Parameter.Array port(TaskArgument argument) {
        return switch (argument) {
            case TaskArgument.Port port -> port.parameter();
            case TaskArgument.Scalars scalars ->
                array(argument, scalars.register().name());
            case TaskArgument.Table table -> array(argument, table.register().name());
            case TaskArgument.Fifo fifo -> array(argument, fifo.register().name());
            case TaskArgument.FifoCounts _ -> array(argument, JavaType.INT.name());
        };
    }

    private static Parameter.Array array(TaskArgument argument, String type) {
        return new Parameter.Array(
                argument.name(), JavaType.valueOf(type), null, Direction.INOUT, List.of(), argument.name());
    }

    /**
     * What the device is called with.
     *
     * @param kernel the kernel's arguments by the names of its parameters
     * @param room elements of every FIFO
     * @param items work-items, of which a sequential task is not told
     */
    List<Argument> of(Map<String, Argument> kernel, int room, long items) throws DeviceException, DataException {
        List<Argument> all = new ArrayList<>();
        for (TaskArgument argument : ports.keySet()) {
            all.add(
                    switch (argument) {
                        case TaskArgument.Port port ->
                            Objects.requireNonNull(kernel.get(port.parameter().name()));
                        case TaskArgument.Scalars scalars -> filled(argument, bits(scalars, kernel));
                        case TaskArgument.Table table -> table(table);
                        case TaskArgument.Fifo(String _, Register _, int fifos) ->
                            whole(own(argument, (long) room * fifos));
                        case TaskArgument.FifoCounts counts -> filled(argument, FifoRoom.given(counts.fifos(), room));
                    });
        }
        if (items > 0) {
            all.add(new Argument.Number(JavaType.INT, items));
        }
        return all;
    }

    /** A table never changes, so that it is written once. */
    private Argument table(TaskArgument.Table table) throws DeviceException, DataException {
        DeviceBuffer written = own.get(table);
        return written == null
                ? filled(
                        table,
                        table.elements().stream().mapToLong(FpgaArguments::bits).toArray())
                : whole(written);
    }

    private Argument filled(TaskArgument argument, long[] bits) throws DeviceException, DataException {
        JavaType type = Objects.requireNonNull(ports.get(argument)).type();
        Elements elements = Elements.over(Elements.newArray(type, bits.length));
        for (int i = 0; i < bits.length; i++) {
            elements.setBits(i, bits[i]);
        }
        DeviceBuffer buffer = own(argument, bits.length);
        buffer.write(elements);
        return whole(buffer);
    }

    /** The buffer for an argument; a larger one takes the place of one that is too small. */
    private DeviceBuffer own(TaskArgument argument, long elements) throws DeviceException, DataException {
        DeviceBuffer buffer = own.get(argument);
        if (buffer != null && buffer.capacity() >= elements) {
            return buffer;
        }
        if (buffer != null) {
            own.remove(argument);
            buffer.close();
        }
        DeviceBuffer larger = device.allocate(Objects.requireNonNull(ports.get(argument)), elements);
        own.put(argument, larger);
        return larger;
    }

    /** What a task with FIFOs left about them. */
    FifoRoom fifos(TaskArgument.FifoCounts counts) throws DeviceException, DataException {
        DeviceBuffer buffer = Objects.requireNonNull(own.get(counts));
        Elements left = Elements.over(new int[FifoRoom.WORDS * counts.fifos()]);
        buffer.read(left);
        return FifoRoom.of(left);
    }

    private static Argument whole(DeviceBuffer buffer) {
        return new Argument.Buffer(buffer, buffer.capacity());
    }

    private static long[] bits(TaskArgument.Scalars scalars, Map<String, Argument> kernel) {
        return scalars.parameters().stream()
                .mapToLong(scalar -> ((Argument.Number) Objects.requireNonNull(kernel.get(scalar.name()))).bits())
                .toArray();
    }

    private static long bits(Literal literal) {
        return switch (literal) {
            case Literal.Int integer -> integer.value().longValue();
            case Literal.F32 single -> single.bits();
            case Literal.F64 number -> number.bits();
        };
    }
}
