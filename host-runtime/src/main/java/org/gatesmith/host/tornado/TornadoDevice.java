package org.gatesmith.host.tornado;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.emit.tornado.UnsupportedProgramException;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.HostBuffer;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.device.DeviceRun;
import org.gatesmith.host.device.MappedBuffer;

/**
 * Runs the kernel's task through TornadoVM on its first OpenCL device. Every run is a JVM of its own that compiles the task anew
 * and maps the same files as the host. Processes of a dataflow kernel run one after another.
 */
public final class TornadoDevice implements Device {

    /** Elements that a FIFO has room for at first; the task says when it needs more. */
    private static final int FIRST_ROOM = 1024;

    private final TornadoTask task;
    private final TaskFolder files;
    private final TornadoProcess process;
    private final TemporaryFolder folder;
    private final AtomicInteger allocated = new AtomicInteger();
    private int room = FIRST_ROOM;

    private TornadoDevice(TornadoTask task, TaskFolder files, TornadoProcess process, TemporaryFolder folder) {
        this.task = task;
        this.files = files;
        this.process = process;
        this.folder = folder;
    }

    /**
     * Writes and compiles the kernel's task.
     *
     * @throws MissingToolException TornadoVM is not installed
     */
    public static TornadoDevice open(CompiledKernel kernel)
            throws MissingToolException, UsageException, DeviceException {
        TornadoInstallation tornado = TornadoInstallation.find();
        TornadoTask task = task(kernel);
        TemporaryFolder folder = TemporaryFolder.create();
        try {
            TaskFolder files = TaskFolder.of(folder.path());
            files.compile(task, tornado);
            return new TornadoDevice(task, files, new TornadoProcess(tornado, files, List.of()), folder);
        } catch (DeviceException e) {
            folder.close();
            throw e;
        } catch (IOException e) {
            folder.close();
            throw new UsageException("the folder " + folder.path() + " cannot be written: " + FileTrouble.reason(e));
        }
    }

    /** The kernel's task. */
    public static TornadoTask task(CompiledKernel kernel) throws UsageException {
        try {
            return kernel.tornado();
        } catch (UnsupportedProgramException e) {
            throw new UsageException(
                    kernel.signature().name() + " has no form as a TornadoVM task: it has " + e.getMessage());
        }
    }

    @Override
    public String name() {
        return "tornado";
    }

    @Override
    public DeviceBuffer allocate(Parameter.Array port, long elements) throws DataException {
        return new MappedBuffer(HostBuffer.create(
                folder.path(), port.name() + "-" + allocated.incrementAndGet(), port.type(), elements));
    }

    @Override
    public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException {
        while (true) {
            TaskOutcome outcome = call(arguments, limit);
            if (outcome.readsEarly()) {
                throw readsEarly();
            }
            if (outcome.room() <= room) {
                return new DeviceRun(outcome.time(), process.warnings());
            }
            room = outcome.room();
        }
    }

    static DeviceException readsEarly() {
        return new DeviceException(
                DeviceFault.EMPTY_FIFO,
                Span.NONE,
                "a process reads a FIFO that a later process fills; run one after another, as TornadoVM runs them, the"
                        + " processes of this kernel cannot end; use --on csim");
    }

    private TaskOutcome call(List<Argument> arguments, Duration limit) throws DeviceException {
        try {
            Path file = files.arguments();
            Files.write(file, new ArgumentLines(task, arguments, room, files.root()).lines());
        } catch (IOException e) {
            throw new DeviceException(
                    DeviceFault.TORNADO, Span.NONE, "the arguments cannot be written: " + FileTrouble.reason(e));
        }
        return TaskOutcome.of(process.call("run", task.methodName(), limit));
    }

    @Override
    public void close() {
        folder.close();
    }
}
