package org.gatesmith.host.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
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

/** Runs a kernel on an OpenCL device: the emitted source, or a program that was compiled for a card. */
public final class OpenClDevice implements Device {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);

    private final String name;
    private final KernelSignature signature;
    private final ArgumentLayout layout;
    private final OpenClProcess process;
    private final TemporaryFolder folder;
    private final AtomicLong allocated = new AtomicLong();
    private String description = "";
    private List<String> warnings = List.of();

    private OpenClDevice(
            String name,
            KernelSignature signature,
            ArgumentLayout layout,
            OpenClProcess process,
            TemporaryFolder folder) {
        this.name = name;
        this.signature = signature;
        this.layout = layout;
        this.process = process;
        this.folder = folder;
    }

    /**
     * Compiles an emitted kernel for a device.
     *
     * @param device its number, or a part of its name or of its platform's; empty for PoCL or the first there is
     * @param environment variables for the driver besides this process's own
     */
    public static OpenClDevice open(
            KernelSignature signature, OpenClKernel kernel, String device, Map<String, String> environment)
            throws MissingToolException, UsageException, DeviceException {
        return open(signature, kernel, ArgumentLayout.PLAIN, device, environment);
    }

    /**
     * Compiles a program from elsewhere for a device.
     *
     * @param signature the arguments behind the hidden ones
     * @param layout how the program takes them
     * @param device its number, or a part of its name or of its platform's; empty for PoCL or the first there is
     * @param environment variables for the driver besides this process's own
     */
    public static OpenClDevice open(
            KernelSignature signature,
            OpenClKernel kernel,
            ArgumentLayout layout,
            String device,
            Map<String, String> environment)
            throws MissingToolException, UsageException, DeviceException {
        TemporaryFolder folder = TemporaryFolder.create();
        List<Object> words = new ArrayList<>(List.of(
                device,
                kernel.name(),
                source(folder, kernel),
                kernel.launch() == OpenClKernel.Launch.RANGE,
                kernel.usesDoubles(),
                kernel.privateBytes()));
        kernel.fifos().forEach(fifo -> words.add(fifo.elementBytes()));
        return open(
                new OpenClDevice("opencl", signature, layout, OpenClProcess.start(environment), folder),
                Message.of("open", words.toArray()),
                kernel.text());
    }

    /**
     * Loads a program that was compiled for a card. Never run on a card.
     *
     * @param device number, or a part of the name, of the card; empty for the first of the board
     * @param environment variables for the driver besides this process's own
     * @throws UsageException the file is no program for a card, or not of this kernel
     * @throws MissingToolException there is no card, or no driver for it
     */
    public static OpenClDevice onCard(
            KernelSignature signature, CardProgram program, String device, Map<String, String> environment)
            throws MissingToolException, UsageException, DeviceException {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        XclbinFile.read(program.file()).requireMode(program.file(), all);
        List<Object> words = new ArrayList<>(List.of(
                device,
                program.board(),
                signature.name(),
                program.file().toAbsolutePath(),
                signature.parameters().size(),
                program.fifos().size()));
        program.fifos().forEach(fifo -> words.add(fifo.elementBytes()));
        program.processes()
                .forEach(process -> words.add(new CardKernels.Part(process.kernel(), process.parameters()).word()));
        return open(
                new OpenClDevice(
                        "board",
                        signature,
                        ArgumentLayout.PLAIN,
                        OpenClProcess.start(environment),
                        TemporaryFolder.create()),
                Message.of("load", words.toArray()),
                "");
    }

    private static Path source(TemporaryFolder folder, OpenClKernel kernel) throws UsageException {
        Path file = folder.path().resolve(kernel.fileName());
        try {
            return Files.writeString(file, kernel.text());
        } catch (IOException e) {
            throw new UsageException("the file " + file + " cannot be written: " + e.getMessage());
        }
    }

    private static OpenClDevice open(OpenClDevice opened, Message request, String source)
            throws MissingToolException, UsageException, DeviceException {
        try {
            Message answer = opened.process.call(request, BUILD_LIMIT);
            opened.description = answer.word(0);
            opened.warnings = answer.rest().words();
            return opened;
        } catch (ClFault e) {
            opened.close();
            throw refused(e, source);
        } catch (DeviceException e) {
            opened.close();
            throw e;
        }
    }

    /** What the user is told of a device that does not open. */
    private static DeviceException refused(ClFault fault, String source) throws MissingToolException, UsageException {
        String message = String.valueOf(fault.getMessage());
        return switch (fault.kind()) {
            case MISSING -> throw OpenClPlatforms.missing(message);
            case NO_CARD -> throw OpenClPlatforms.missingCard(message);
            case USAGE -> throw new UsageException(message);
            case COMPILATION ->
                new DeviceException(
                        DeviceFault.COMPILATION,
                        BuildLog.place(message, source),
                        "the OpenCL compiler rejects the emitted code:\n" + message);
            case UNSUPPORTED, EMPTY_FIFO, RUNTIME ->
                new DeviceException(fault.kind().deviceFault(), Span.NONE, message);
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceBuffer allocate(Parameter.Array port, long elements) throws DeviceException, DataException {
        long id = allocated.incrementAndGet();
        HostBuffer shared = HostBuffer.create(folder.path(), port.name() + "-" + id, port.type(), elements);
        long bytes = elements * port.type().bytes();
        call(Message.of(
                "allocate",
                id,
                layout.headerBytes(),
                bytes,
                layout.hidden().size() + signature.parameters().indexOf(port),
                shared.file().toAbsolutePath()));
        return new OpenClBuffer(this, id, port, shared);
    }

    /** Memory of the same size as a buffer, for a copy of its contents. */
    public OpenClBuffer twin(OpenClBuffer buffer) throws DeviceException, DataException {
        return (OpenClBuffer) allocate(buffer.port(), buffer.capacity());
    }

    /** The device that the kernel was compiled for. */
    public String description() {
        return description;
    }

    @Override
    public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException {
        return run(0, 0, arguments, limit);
    }

    /** Runs the kernel with work-items of the caller's choice. */
    public DeviceRun run(Launch launch, List<Argument> arguments, Duration limit) throws DeviceException {
        return run(launch.items(), launch.groupSize(), arguments, limit);
    }

    private DeviceRun run(long items, long groupSize, List<Argument> arguments, Duration limit) throws DeviceException {
        List<Object> words = new ArrayList<>(List.of(items, groupSize));
        layout.hidden().forEach(hidden -> words.add(hidden.word()));
        for (int i = 0; i < arguments.size(); i++) {
            words.add(
                    switch (arguments.get(i)) {
                        case Argument.Buffer port ->
                            buffer(signature.parameters().get(i), port);
                        case Argument.Number scalar -> "s" + scalar.type().bytes() + ":" + scalar.bits();
                    });
        }
        Message answer = call(Message.of("run", words.toArray()), limit);
        return new DeviceRun(Duration.ofNanos(answer.number(0)), warnings);
    }

    private static String buffer(Parameter parameter, Argument.Buffer port) {
        boolean written =
                parameter instanceof Parameter.Array array && array.direction().isWritten();
        return (written ? "w" : "b") + ((OpenClBuffer) port.buffer()).id();
    }

    Message call(Message request) throws DeviceException {
        return call(request, COMMAND_LIMIT);
    }

    private Message call(Message request, Duration limit) throws DeviceException {
        try {
            return process.call(request, limit);
        } catch (ClFault e) {
            throw new DeviceException(e.kind().deviceFault(), Span.NONE, String.valueOf(e.getMessage()));
        }
    }

    /** Gives memory back; what goes wrong there shows in the next command. */
    void free(long id) {
        try {
            call(Message.of("free", id));
        } catch (DeviceException _) {
            // the child is gone, and the memory with it
        }
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
