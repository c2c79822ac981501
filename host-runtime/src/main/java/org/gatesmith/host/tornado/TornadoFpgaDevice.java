package org.gatesmith.host.tornado;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.tornado.TaskArgument;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceRun;
import org.gatesmith.host.opencl.Launch;
import org.gatesmith.host.opencl.OpenClBuffer;
import org.gatesmith.host.opencl.OpenClDevice;

/**
 * Runs the OpenCL C that TornadoVM writes for a board, on any OpenCL device and without TornadoVM's own runtime. Processes of a
 * dataflow kernel run one after another.
 */
public final class TornadoFpgaDevice implements Device {

    /** Longest time that TornadoVM may take to compile a task. */
    private static final Duration COMPILATION_LIMIT = Duration.ofMinutes(2);

    /** Elements that a FIFO has room for at first; the task says when it needs more. */
    private static final int FIRST_ROOM = 4096;

    private final FpgaKernel kernel;
    private final String tornado;
    private final OpenClDevice device;
    private final FpgaArguments arguments;
    private final Optional<WorkItems> items;
    private final Optional<TaskArgument.FifoCounts> counts;
    private final Map<DeviceBuffer, OpenClBuffer> copies = new HashMap<>();
    private int room = FIRST_ROOM;

    private TornadoFpgaDevice(FpgaKernel kernel, String tornado, OpenClDevice device) {
        this.kernel = kernel;
        this.tornado = tornado;
        this.device = device;
        this.arguments = new FpgaArguments(kernel.task(), device);
        this.items = kernel.task().range().map(WorkItems::new);
        this.counts = kernel.task().arguments().stream()
                .filter(TaskArgument.FifoCounts.class::isInstance)
                .map(TaskArgument.FifoCounts.class::cast)
                .findFirst();
    }

    /**
     * Has TornadoVM compile the kernel for a board, unless it did before, and an OpenCL driver what comes of it.
     *
     * @param device number, or part of the name, of an OpenCL device; empty for the usual one
     * @throws MissingToolException TornadoVM or OpenCL is not installed
     */
    public static TornadoFpgaDevice open(CompiledKernel kernel, Board board, String device)
            throws MissingToolException, UsageException, DeviceException {
        TornadoInstallation tornado = TornadoInstallation.find();
        FpgaKernel compiled = FpgaKernel.of(TornadoDevice.task(kernel), board, tornado, COMPILATION_LIMIT);
        return open(kernel.signature(), compiled, tornado.version(), device);
    }

    /**
     * Opens a device for OpenCL C that TornadoVM wrote.
     *
     * @param signature of the kernel
     * @param tornado version of TornadoVM
     * @param device number, or part of the name, of an OpenCL device; empty for the usual one
     */
    public static TornadoFpgaDevice open(KernelSignature signature, FpgaKernel kernel, String tornado, String device)
            throws MissingToolException, UsageException, DeviceException {
        OpenClDevice opened = OpenClDevice.open(
                FpgaArguments.signature(signature, kernel.task()),
                kernel.openCl(),
                FpgaKernel.LAYOUT,
                device,
                Map.of());
        return new TornadoFpgaDevice(kernel, tornado, opened);
    }

    @Override
    public String name() {
        return "tornado-fpga";
    }

    @Override
    public Map<String, String> tools() {
        return Map.of("TornadoVM", tornado, "OpenCL", device.description());
    }

    @Override
    public Map<String, String> sources() {
        return Map.of(kernel.fileName(), kernel.text());
    }

    /** A task may look at element 0 of an array that has none. */
    @Override
    public DeviceBuffer allocate(Parameter.Array port, long elements) throws DeviceException, DataException {
        return device.allocate(port, Math.max(1, elements));
    }

    @Override
    public DeviceRun run(List<Argument> given, Duration limit) throws DeviceException, DataException {
        Map<String, Argument> byName = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            byName.put(kernel.task().parameters().get(i), given.get(i));
        }
        if (items.isPresent()) {
            Launch launch = items.get().launch(byName);
            return device.run(launch, arguments.of(byName, room, launch.items()), limit);
        }
        return counts.isPresent()
                ? runWithFifos(counts.get(), byName, limit)
                : device.run(Launch.SINGLE, arguments.of(byName, room, 0), limit);
    }

    // ---- FIFOs

    /** A run in which a FIFO was too small is repeated from what the arrays held before it. */
    private DeviceRun runWithFifos(TaskArgument.FifoCounts fifos, Map<String, Argument> byName, Duration limit)
            throws DeviceException, DataException {
        for (OpenClBuffer buffer : written(byName)) {
            copy(buffer).copyFrom(buffer);
        }
        while (true) {
            DeviceRun run = device.run(Launch.SINGLE, arguments.of(byName, room, 0), limit);
            FifoRoom found = arguments.fifos(fifos);
            if (found.readsEarly()) {
                throw TornadoDevice.readsEarly();
            }
            if (found.written() <= room) {
                return run;
            }
            room = found.written();
            for (OpenClBuffer buffer : written(byName)) {
                buffer.copyFrom(copy(buffer));
            }
        }
    }

    private List<OpenClBuffer> written(Map<String, Argument> byName) {
        return kernel.task().arguments().stream()
                .filter(TaskArgument.Port.class::isInstance)
                .map(argument -> ((TaskArgument.Port) argument).parameter())
                .filter(port -> port.direction().isWritten())
                .map(port -> (Argument.Buffer) Objects.requireNonNull(byName.get(port.name())))
                .map(argument -> (OpenClBuffer) argument.buffer())
                .toList();
    }

    /** A buffer like another one; the ring of a run in tiles uses the same few over and over. */
    private OpenClBuffer copy(OpenClBuffer buffer) throws DeviceException, DataException {
        OpenClBuffer copy = copies.get(buffer);
        if (copy == null) {
            copy = device.twin(buffer);
            copies.put(buffer, copy);
        }
        return copy;
    }

    @Override
    public void close() {
        device.close();
    }
}
