package org.gatesmith.host.folder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.schedule.ScheduleReader;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.Expectation;
import org.gatesmith.host.stream.GeneratedSource;
import org.gatesmith.host.stream.NpySink;
import org.gatesmith.host.stream.NpySource;
import org.gatesmith.host.stream.StreamOptions;
import org.gatesmith.host.stream.StreamRequest;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.Streamer;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.stream.TileSource;
import org.gatesmith.host.stream.Verification;
import org.gatesmith.host.tile.DevicePlace;
import org.gatesmith.host.tile.PlanRequest;
import org.gatesmith.host.tile.TilePlan;
import org.gatesmith.host.tile.TilePlanner;

/** A run of a kernel on the JVM, streamed tile by tile into a folder. */
final class StreamedRun {

    private final CompiledKernel kernel;
    private final Optional<String> schedule;
    private final BoardLookup.Found board;
    private final ProblemSize size;
    private final TilePlan plan;
    private final Map<String, RunInput> inputs = new TreeMap<>();

    private StreamedRun(
            CompiledKernel kernel, Optional<String> schedule, Map<String, String> scalars, Map<String, Long> tiles)
            throws Exception {
        this.kernel = kernel;
        this.schedule = schedule;
        this.board = (BoardLookup.Found) Boards.named("u280");
        this.size = ProblemSize.of(kernel.signature(), scalars, Map.of(), 1);
        this.plan = TilePlanner.plan(
                PlanRequest.of(kernel, board.board(), size, DevicePlace.HOST).withTiles(tiles));
        read().forEach(array ->
                inputs.put(array.name(), new RunInput.Generated(ArrayForm.of(array.type(), size.shape(array)), 1)));
    }

    /**
     * @param name of the library, or a path
     * @param tiles extents of a tile
     */
    static StreamedRun of(String name, Map<String, String> scalars, Map<String, Long> tiles) throws Exception {
        return of(name, Map.of(), Optional.empty(), scalars, tiles);
    }

    static StreamedRun of(
            String name,
            Map<String, Long> tunables,
            Optional<String> schedule,
            Map<String, String> scalars,
            Map<String, Long> tiles)
            throws Exception {
        KernelLocator.Located located = KernelLocator.locate(name);
        Schedule directives =
                schedule.isEmpty() ? Schedule.EMPTY : ScheduleReader.read("schedule.json", schedule.get());
        CompiledKernel kernel = KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), tunables, directives, Pipeline.standard()));
        return new StreamedRun(kernel, schedule, scalars, tiles);
    }

    /** Takes an input from a file. */
    StreamedRun input(String name, Path file) {
        inputs.put(name, new RunInput.OfFile(inputs.get(name).array(), file));
        return this;
    }

    long groups() {
        return plan.groups();
    }

    RunSetup setup() {
        Map<String, String> scalars = new TreeMap<>();
        kernel.signature()
                .scalars()
                .forEach(scalar ->
                        scalars.put(scalar.name(), new Argument.Number(scalar.type(), size.bits(scalar)).text()));
        Map<String, ArrayForm> outputs = new TreeMap<>();
        written().forEach(array -> outputs.put(array.name(), ArrayForm.of(array.type(), size.shape(array))));
        return new RunSetup(
                KernelText.of(kernel, schedule),
                new RunPlace("u280", board.json(), "jvm", Map.of(), Map.of()),
                new RunTask(scalars, inputs, outputs, Map.of("verify", "all"), Optional.empty(), plan.groups()));
    }

    /** Runs from beginning to end. */
    Path complete(Path folder) throws Exception {
        try (RunFolder run = RunFolder.create(folder, setup(), List.of())) {
            complete(run, false);
        }
        return folder;
    }

    /** Runs what an earlier run left. */
    void resume(Path folder) throws Exception {
        try (RunFolder run = RunFolder.reopen(folder, setup())) {
            complete(run, true);
        }
    }

    private void complete(RunFolder run, boolean again) throws Exception {
        StreamResult result = stream(run, again, (_, _) -> true);
        result.orThrow();
        Map<String, Comparison> comparisons = new TreeMap<>();
        result.outputs().forEach((name, output) -> comparisons.put(name, output.comparison()));
        run.complete(
                new RunFindings(comparisons, Map.of("tiles", plan.tiles())),
                new Measurements(Map.of(), Map.of(), Map.of()));
    }

    /** Runs until a number of groups is finished, or a few more, and is then cancelled. */
    Path cancelled(Path folder, long groups) throws Exception {
        watched(folder, (_, finished) -> finished < groups);
        return folder;
    }

    /** Is told how many groups are finished, and whether to go on. */
    interface Watch {
        boolean goOn(RunFolder run, long finished);
    }

    /** Runs as long as a watch wants. */
    void watched(Path folder, Watch watch) throws Exception {
        try (RunFolder run = RunFolder.create(folder, setup(), List.of())) {
            stream(run, false, watch);
        }
    }

    private StreamResult stream(RunFolder run, boolean again, Watch watch) throws Exception {
        Map<String, TileSource> sources = new LinkedHashMap<>();
        Map<String, TileSink> sinks = new LinkedHashMap<>();
        try (JvmDevice device = new JvmDevice(kernel)) {
            for (Parameter.Array array : read()) {
                sources.put(array.name(), source(array));
            }
            for (Parameter.Array array : written()) {
                Path file = run.output(array.name());
                sinks.put(
                        array.name(),
                        again
                                ? NpySink.reopen(file, array, size.shape(array))
                                : NpySink.create(file, array, size.shape(array)));
            }
            StreamRequest request = new StreamRequest(
                    kernel.signature(),
                    size.shapes(),
                    plan,
                    sources,
                    sinks,
                    new Verification.All(),
                    Optional.of(Expectation.jvm(kernel)),
                    1,
                    StreamOptions.DEFAULT);
            AtomicReference<Streamer> streamer = new AtomicReference<>();
            streamer.set(new Streamer(request, device, new FolderLedger(run, plan), count -> {
                if (!watch.goOn(run, count.stored())) {
                    streamer.get().cancel();
                }
            }));
            return streamer.get().run();
        } finally {
            for (TileSource source : sources.values()) {
                source.close();
            }
            for (TileSink sink : sinks.values()) {
                sink.close();
            }
        }
    }

    private TileSource source(Parameter.Array array) throws Exception {
        return inputs.get(array.name()) instanceof RunInput.OfFile file
                ? NpySource.open(file.file(), array, size.shape(array))
                : GeneratedSource.random(array, size.shape(array), 1);
    }

    private List<Parameter.Array> read() {
        return kernel.signature()
                .arrays()
                .filter(array -> array.direction().isRead())
                .toList();
    }

    private List<Parameter.Array> written() {
        return kernel.signature()
                .arrays()
                .filter(array -> array.direction().isWritten())
                .toList();
    }
}
