package org.gatesmith.host.csim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.HostBuffer;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;

/**
 * Runs the emitted HLS C++ in a child process that maps the same files as the host: a crash or an endless loop there costs a
 * message, not the host.
 */
public final class CsimDevice implements Device {

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);

    private final KernelSignature signature;
    private final CsimProcess process;

    private CsimDevice(KernelSignature signature, CsimProcess process) {
        this.signature = signature;
        this.process = process;
    }

    /**
     * Compiles the kernel, unless that was done before, and starts the child.
     *
     * @param sources emitted files by name
     * @param vendorHeaders folder with the vendor's {@code ap_int.h} and {@code hls_stream.h}, instead of our own
     */
    public static CsimDevice open(KernelSignature signature, Map<String, String> sources, Optional<Path> vendorHeaders)
            throws MissingToolException, UsageException, DeviceException {
        Path program = CsimBuild.open(vendorHeaders).program(signature, sources);
        return new CsimDevice(signature, CsimProcess.start(program));
    }

    @Override
    public String name() {
        return "csim";
    }

    @Override
    public Duration run(List<Argument> arguments, Duration limit) throws DeviceException {
        List<String> scalars = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case Argument.Buffer port -> map(signature.parameters().get(i), port.buffer());
                case Argument.Number number -> scalars.add(Long.toHexString(number.bits()));
            }
        }
        String command = ("run " + String.join(" ", scalars)).strip();
        return Duration.ofNanos(process.call(command, limit).path("nanoseconds").asLong(0));
    }

    private void map(Parameter parameter, HostBuffer buffer) throws DeviceException {
        long bytes = buffer.elements().segment().byteSize();
        process.call(
                "map " + parameter.name() + " 0 " + bytes + " " + buffer.file().toAbsolutePath(), COMMAND_LIMIT);
    }

    @Override
    public void close() {
        process.close();
    }
}
