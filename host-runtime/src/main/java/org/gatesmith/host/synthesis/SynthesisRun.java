package org.gatesmith.host.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import tools.jackson.core.JacksonException;

/**
 * A synthesis: Yosys elaborates the design, which is then cut into parts, and synthesises each in a process of its own. What a part
 * takes counts once for each of its instances.
 */
public final class SynthesisRun implements AutoCloseable {

    private static final String ELABORATED = "elaborated.il";
    private static final String STATISTICS = "statistics.json";

    /**
     * Look-up tables as {@code synth_xilinx} makes them, but for what they cost: two small ones cost more than a large one, and those
     * of seven and eight inputs, which are several with multiplexers, are left out. At the costs of Yosys 0.23, which make ABC choose
     * small ones that could share a place, equal logic takes 10 % more or less by chance, and at times twice as many.
     */
    private static final List<String> LOOK_UP_TABLES = List.of(
            "opt_expr -mux_undef -noclkinv",
            // Registers that an inverted bit enables have an inverter each. It would go into a LUT each, and none were
            // a shift register.
            "opt_merge",
            "abc -luts 4:4,5,6",
            "clean",
            "techmap -map +/xilinx/ff_map.v",
            "xilinx_srl -fixed -minlen 3",
            "techmap -map +/xilinx/lut_map.v -map +/xilinx/cells_map.v -D LUT_WIDTH=6",
            "xilinx_dffopt",
            "opt_lut_ins -tech xilinx",
            // Otherwise each group of registers has an inverter of the reset of its own.
            "opt_merge -share_all t:INV",
            "clean");

    private final Yosys yosys;
    private final SynthesisTask task;
    private final int jobs;
    private final SynthesisProgress progress;
    private final YosysProcesses processes;

    SynthesisRun(Yosys yosys, SynthesisTask task, int jobs, Duration limit, SynthesisProgress progress) {
        this.yosys = yosys;
        this.task = task;
        this.jobs = jobs;
        this.progress = progress;
        this.processes = new YosysProcesses(limit);
    }

    /**
     * Runs it.
     *
     * @throws DeviceException it fails, takes too long, or is cancelled
     */
    public Synthesis run() throws DeviceException {
        try (TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(task.folder(), "synthesis-"))) {
            return run(folder.path());
        } catch (IOException e) {
            throw YosysProcesses.failure(
                    DeviceFault.COMPILATION,
                    "synthesis needs room in " + task.folder() + " for its files: " + FileTrouble.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw YosysProcesses.failure(DeviceFault.COMPILATION, "synthesis was cancelled");
        }
    }

    private Synthesis run(Path scratch) throws IOException, DeviceException, InterruptedException {
        List<Part> parts = Partition.of(elaborated(scratch), task.top());
        progress.cut(parts.size());
        Map<String, Cells> cells = new LinkedHashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, parts.size()));
        try {
            ExecutorCompletionService<Map.Entry<String, Cells>> synthesised = new ExecutorCompletionService<>(workers);
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                Path folder = Files.createDirectory(scratch.resolve("part" + i));
                synthesised.submit(() -> Map.entry(part.module(), cells(part, parts, folder)));
            }
            for (int i = 0; i < parts.size(); i++) {
                Map.Entry<String, Cells> done = synthesised.take().get();
                cells.put(done.getKey(), done.getValue());
                progress.done(Part.title(done.getKey()));
            }
            return Synthesis.of(task.top(), cells, yosys.version());
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DeviceException failure -> throw failure;
                case IOException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            workers.shutdownNow();
            processes.close();
        }
    }

    private Statistics elaborated(Path scratch) throws IOException, DeviceException, InterruptedException {
        String name = scratch.getFileName() + "/";
        List<String> script = new ArrayList<>();
        task.files().forEach(file -> script.add("read_verilog " + file));
        script.addAll(List.of(
                "hierarchy -check -top " + task.top(),
                "proc",
                "opt_clean",
                // Yosys 0.23 writes no JSON of a hierarchy.
                "setattr -mod -unset top *",
                "write_rtlil " + name + ELABORATED,
                "tee -q -o " + name + STATISTICS + " stat -json"));
        Files.write(scratch.resolve("script.ys"), script);
        processes.run(task.folder(), name + "script.ys", task.top(), pass -> progress.works(task.top(), pass));
        return statistics(scratch);
    }

    private Cells cells(Part part, List<Part> parts, Path folder)
            throws IOException, DeviceException, InterruptedException {
        List<String> script = new ArrayList<>();
        script.add("read_rtlil ../" + ELABORATED);
        String others = parts.stream()
                .map(Part::module)
                .filter(module -> !module.equals(part.module()))
                .map(SynthesisRun::selection)
                .collect(Collectors.joining(" "));
        if (!others.isEmpty()) {
            script.add("blackbox " + others);
        }
        script.add("synth_xilinx -family xcup -uram -flatten -noiopad -run begin:map_luts -top " + part.module());
        script.addAll(LOOK_UP_TABLES);
        script.addAll(List.of("setattr -mod -unset top *", "tee -q -o " + STATISTICS + " stat -json"));
        Files.write(folder.resolve("script.ys"), script);
        processes.run(folder, "script.ys", part.title(), pass -> progress.works(part.title(), pass));
        Statistics.ModuleStatistics found = statistics(folder).modules().get(part.module());
        if (found == null) {
            throw new IOException("no statistics of " + part.title());
        }
        return found.cells();
    }

    /** A pattern that is a module's name; a backslash of the name stands for what follows it in a pattern. */
    private static String selection(String module) {
        return module.replace('\\', '?');
    }

    private static Statistics statistics(Path folder) throws IOException {
        try {
            return Statistics.parse(Files.readString(folder.resolve(STATISTICS)));
        } catch (JacksonException e) {
            throw new IOException("Yosys wrote no statistics", e);
        }
    }

    /** Ends it; {@link #run} then fails. */
    public void cancel() {
        processes.cancel();
    }

    @Override
    public void close() {
        processes.close();
    }
}
