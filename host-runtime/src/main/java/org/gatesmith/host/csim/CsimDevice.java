package org.gatesmith.host.csim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.gatesmith.host.device.DeviceRun;
import org.gatesmith.host.device.MappedBuffer;
import org.gatesmith.host.simulation.SimulationProcess;
import tools.jackson.databind.JsonNode;

/**
 * Runs the emitted HLS C++ in a child process that maps the same files as the host: a crash or an endless loop there costs a
 * message, not the host.
 */
public final class CsimDevice implements Device {

    private final KernelSignature signature;
    private final Map<String, String> sources;
    private final Map<String, String> tools;
    private final SimulationProcess process;

    private final TemporaryFolder folder;
    private final AtomicInteger allocated = new AtomicInteger();

    private CsimDevice(
            KernelSignature signature,
            Map<String, String> sources,
            Map<String, String> tools,
            SimulationProcess process,
            TemporaryFolder folder) {
        this.signature = signature;
        this.sources = Map.copyOf(sources);
        this.tools = Map.copyOf(tools);
        this.process = process;
        this.folder = folder;
    }

    /**
     * Compiles the kernel, unless that was done before, and starts the child.
     *
     * @param sources emitted files by name
     * @param vendorHeaders folder with the vendor's {@code ap_int.h} and {@code hls_stream.h}, instead of our own
     */
    public static CsimDevice open(KernelSignature signature, Map<String, String> sources, Optional<Path> vendorHeaders)
            throws MissingToolException, UsageException, DeviceException {
        CsimBuild build = CsimBuild.open(vendorHeaders);
        SimulationProcess process =
                SimulationProcess.start(build.program(signature, sources), List.of(), "C simulation");
        return new CsimDevice(
                signature, sources, Map.of("g++", build.compilerVersion()), process, TemporaryFolder.create());
    }

    @Override
    public String name() {
        return "csim";
    }

    @Override
    public Map<String, String> tools() {
        return tools;
    }

    @Override
    public Map<String, String> sources() {
        return sources;
    }

    @Override
    public DeviceBuffer allocate(Parameter.Array port, long elements) throws DataException {
        return new MappedBuffer(HostBuffer.create(
                folder.path(), port.name() + "-" + allocated.incrementAndGet(), port.type(), elements));
    }

    @Override
    public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException {
        JsonNode answer = process.call(SimulationProcess.commands(signature, arguments), limit);
        return new DeviceRun(Duration.ofNanos(answer.path("nanoseconds").asLong(0)), warnings(answer));
    }

    private static List<String> warnings(JsonNode answer) {
        List<String> warnings = new ArrayList<>();
        answer.path("warnings").forEach(warning -> warnings.add(warning.asString("")));
        return warnings;
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
