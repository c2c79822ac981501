package org.gatesmith.host.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.GroupLedger;
import org.gatesmith.host.stream.Progress;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.stream.TileSource;
import org.gatesmith.host.tile.TilePlan;

/** Runs a kernel on contents that an application has, without a folder. */
public final class KernelCall {

    private final RunSubject subject;
    private final Device device;

    public KernelCall(RunSubject subject, Device device) {
        this.subject = subject;
        this.device = device;
    }

    /**
     * Runs a problem; once the tiles stream, whatever ends the run is in the report.
     *
     * @param sources one per array that the kernel reads, by name
     * @param sinks one per array that it writes, by name
     * @param origins where the sources come from, in words
     * @throws UsageException the problem cannot be planned, or not be compared as the options ask
     */
    public RunReport run(
            ProblemSize size,
            Map<String, TileSource> sources,
            Map<String, TileSink> sinks,
            Map<String, String> origins,
            RunOptions options,
            Progress progress)
            throws UsageException {
        Execution execution = new Execution(subject, device);
        Execution.Yardstick yardstick = execution.yardstick(options);
        TilePlan plan = execution.plan(size, options);
        StreamResult result =
                execution.stream(plan, size, sources, sinks, yardstick, options, GroupLedger.inMemory(), progress);
        return new RunReport(
                subject,
                device.name(),
                size,
                origins,
                size.random(),
                yardstick.name(),
                options,
                plan,
                result,
                yardstick.profile().flatMap(ProfilingExpectation::profile),
                yardstick.notes(),
                KernelRunner.hardware(device),
                device.tools(),
                Map.of(),
                Optional.empty(),
                List.of());
    }
}
