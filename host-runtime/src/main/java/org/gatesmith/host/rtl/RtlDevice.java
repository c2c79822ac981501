package org.gatesmith.host.rtl;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatesmith.board.Board;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.rtl.RtlKernel;
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
 * Runs a kernel in Verilog under Verilator, in a child process that maps the same files as the host; the board's memory is a model
 * that answers as late, and carries as much, as the board's own.
 */
public final class RtlDevice implements Device {

    private final KernelSignature signature;
    private final RtlKernel kernel;
    private final MemoryModel memory;
    private final Map<String, String> tools;
    private final SimulationProcess process;
    private final TemporaryFolder folder;
    private final AtomicInteger allocated = new AtomicInteger();
    private final List<HardwareRun> runs = new CopyOnWriteArrayList<>();
    private final Optional<Origin> origin;

    /** What the Verilog was made from. */
    private record Origin(VerilogKernel kernel, Board board) {}

    private RtlDevice(
            KernelSignature signature,
            RtlKernel kernel,
            MemoryModel memory,
            Map<String, String> tools,
            SimulationProcess process,
            TemporaryFolder folder,
            Optional<Origin> origin) {
        this.signature = signature;
        this.kernel = kernel;
        this.memory = memory;
        this.tools = Map.copyOf(tools);
        this.process = process;
        this.folder = folder;
        this.origin = origin;
    }

    /** Translates and compiles the kernel, unless that was done before, and starts the child. */
    public static RtlDevice open(VerilogKernel kernel, Board board, MemoryModel memory, Optional<Path> wave)
            throws MissingToolException, UsageException, DeviceException {
        return open(kernel.design().signature(), kernel.rtl(), memory, wave, Optional.of(new Origin(kernel, board)));
    }

    /** The same for Verilog of which no schedule is known. */
    static RtlDevice open(KernelSignature signature, RtlKernel kernel, MemoryModel memory, Optional<Path> wave)
            throws MissingToolException, UsageException, DeviceException {
        return open(signature, kernel, memory, wave, Optional.empty());
    }

    private static RtlDevice open(
            KernelSignature signature,
            RtlKernel kernel,
            MemoryModel memory,
            Optional<Path> wave,
            Optional<Origin> origin)
            throws MissingToolException, UsageException, DeviceException {
        RtlBuild build = RtlBuild.open(RtlBuild.Optimisation.FULL);
        TreeMap<String, String> main = new TreeMap<>(Map.of(RtlMain.FILE, RtlMain.text(signature, kernel)));
        SimulationProcess process = SimulationProcess.start(
                build.program(model(kernel, wave), main),
                SimulatorOptions.of(signature, memory, wave),
                "RTL simulation");
        return new RtlDevice(signature, kernel, memory, build.tools(), process, TemporaryFolder.create(), origin);
    }

    /** Signals below the top module can only be read where the design is flat. */
    private static RtlBuild.Model model(RtlKernel kernel, Optional<Path> wave) {
        boolean nested =
                kernel.watches().stream().anyMatch(watch -> watch.path().contains("."));
        return new RtlBuild.Model(
                kernel.top(),
                kernel.files(),
                kernel.operators(),
                nested ? RtlBuild.Hierarchy.FLAT : RtlBuild.Hierarchy.KEPT,
                wave.isPresent() ? RtlBuild.Waves.VCD : RtlBuild.Waves.NONE);
    }

    @Override
    public String name() {
        return "rtl";
    }

    @Override
    public Map<String, String> tools() {
        return tools;
    }

    @Override
    public Map<String, String> sources() {
        return kernel.files();
    }

    @Override
    public DeviceBuffer allocate(Parameter.Array port, long elements) throws DataException {
        return new MappedBuffer(HostBuffer.create(
                folder.path(), port.name() + "-" + allocated.incrementAndGet(), port.type(), elements));
    }

    @Override
    public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException {
        JsonNode answer = process.call(SimulationProcess.commands(signature, arguments), limit);
        HardwareRun run =
                HardwareRun.of(answer.path("figures"), memory.megahertz(), scalars(arguments), kernel.watches());
        runs.add(run);
        return new DeviceRun(run.time(), List.of());
    }

    private Map<String, Long> scalars(List<Argument> arguments) {
        Map<String, Long> scalars = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Argument.Number number) {
                scalars.put(signature.parameters().get(i).name(), number.bits());
            }
        }
        return scalars;
    }

    /**
     * Everything that the calls so far did, beside what the schedule predicts for them; nothing if there was no call, or no
     * schedule.
     */
    public Optional<HardwareReport> report() {
        return origin.filter(_ -> !runs.isEmpty())
                .map(made -> HardwareTally.of(made.kernel(), made.board(), memory, runs()));
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return origin.map(made -> made.kernel().diagnostics()).orElse(List.of());
    }

    /** What the hardware did, call by call. */
    public List<HardwareRun> runs() {
        return List.copyOf(runs);
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
