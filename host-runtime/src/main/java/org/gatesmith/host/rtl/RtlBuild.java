package org.gatesmith.host.rtl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.rtl.PipelinedOperator;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.CompilationCache;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.simulation.CxxCompiler;
import org.gatesmith.host.simulation.SimulationSources;

/** Makes programs of Verilog and C++ with Verilator and the C++ compiler; what was made before is taken from the cache. */
final class RtlBuild {

    /** Name of the class that Verilator makes of the top module, and the beginning of all its files. */
    private static final String PREFIX = "Vtop";

    private static final String PROGRAM = "rtl";
    private static final String MODEL = "model";

    /** Unset registers start as zero and unknown bits are zero: what differs shows in tests of the library, not here. */
    private static final List<String> VERILATOR_FLAGS = List.of(
            "--cc",
            "-O3",
            "--x-assign",
            "fast",
            "--x-initial",
            "fast",
            "--noassert",
            "--output-split",
            "20000",
            "-Wno-fatal",
            "-Wno-lint",
            "-Wno-style");

    private static final List<String> CXX_FLAGS = List.of("-std=c++17", "-w");

    /** Bytes of C++ from which on the compiler takes longer to optimise fully than what that saves in a run of minutes. */
    private static final long LARGE = 4_000_000;

    /** Whether a program should run fast or be there soon. */
    enum Optimisation {
        NONE("-O0"),
        SOME("-O1"),
        FULL("-O2");

        private final String flag;

        Optimisation(String flag) {
            this.flag = flag;
        }
    }

    /** What is left of the modules in the program. */
    enum Hierarchy {
        /** Modules that are used several times stay; only signals of the top module can be found by name. */
        KEPT,
        /** All is one module, in which every signal has the name of its path. */
        FLAT
    }

    /** Whether the program can write what its signals do. */
    enum Waves {
        NONE(0),
        VCD(1);

        private final int traced;

        Waves(int traced) {
            this.traced = traced;
        }
    }

    /**
     * What to simulate.
     *
     * @param top name of the top module
     * @param verilog all files, by name
     * @param operators modules that may become programs of their own
     */
    record Model(
            String top,
            SortedMap<String, String> verilog,
            List<PipelinedOperator> operators,
            Hierarchy hierarchy,
            Waves waves) {

        /** Waves show the insides of operators, which are lost where they are apart. */
        List<SeparateOperator> separate() {
            return waves == Waves.VCD ? List.of() : SeparateOperator.of(operators, verilog);
        }
    }

    private final Verilator verilator;
    private final CxxCompiler compiler;
    private final CompilationCache cache;
    private final Optimisation optimisation;

    private RtlBuild(Verilator verilator, CxxCompiler compiler, CompilationCache cache, Optimisation optimisation) {
        this.verilator = verilator;
        this.compiler = compiler;
        this.cache = cache;
        this.optimisation = optimisation;
    }

    static RtlBuild open(Optimisation optimisation) throws MissingToolException, UsageException {
        return new RtlBuild(
                Verilator.find(), CxxCompiler.find("RTL simulation"), CompilationCache.open("rtl"), optimisation);
    }

    /** Versions of the programs that take part. */
    Map<String, String> tools() {
        return Map.of("verilator", verilator.version(), "g++", compiler.version());
    }

    /**
     * A program around a Verilog module.
     *
     * @param sources C++ with {@code main}, by file name; they include {@code Vtop.h}
     */
    Path program(Model model, SortedMap<String, String> sources) throws UsageException, DeviceException {
        Path runtime = runtime(model.waves());
        SortedMap<String, String> files = new TreeMap<>(model.verilog());
        files.putAll(sources);
        List<SeparateOperator> separate = model.separate();
        separate.forEach(operator -> files.putAll(operator.files()));
        List<String> key = key(files, model.waves());
        key.addAll(key(runtimeFiles(), model.waves()));
        key.addAll(List.of(model.top(), model.hierarchy().name()));
        Path folder = cache.folder(key, work -> {
            write(work, files);
            verilator.run(work, translation(model));
            List<String> units = new ArrayList<>(files(work.resolve(MODEL), ".cpp", MODEL + "/"));
            for (SeparateOperator operator : separate) {
                verilator.run(work, translation(operator));
                units.addAll(files(work.resolve(operator.folder()), ".cpp", operator.folder() + "/"));
                units.add(operator.program());
            }
            sources.keySet().stream().filter(name -> name.endsWith(".cpp")).forEach(units::add);
            compile(work, units, runtime, model.waves());
            link(work, runtime);
        });
        return folder.resolve(PROGRAM);
    }

    private static List<String> translation(Model model) {
        List<String> arguments = translation(PREFIX, MODEL, model.top());
        if (model.hierarchy() == Hierarchy.FLAT) {
            arguments.add("--flatten");
        }
        if (model.waves() == Waves.VCD) {
            arguments.add("--trace");
        }
        arguments.addAll(model.verilog().keySet());
        return arguments;
    }

    private static List<String> translation(SeparateOperator operator) {
        List<String> arguments = translation(operator.prefix(), operator.folder(), operator.module());
        arguments.addAll(operator.verilog());
        return arguments;
    }

    private static List<String> translation(String prefix, String folder, String top) {
        List<String> arguments = new ArrayList<>(VERILATOR_FLAGS);
        arguments.addAll(List.of("--prefix", prefix, "--Mdir", folder, "--top-module", top));
        return arguments;
    }

    /** The folder with what all programs share: Verilator's own runtime, that of C simulation, and the memory models. */
    private Path runtime(Waves waves) throws UsageException, DeviceException {
        SortedMap<String, String> files = runtimeFiles();
        return cache.folder(key(files, waves), work -> {
            write(work, files);
            List<String> units = new ArrayList<>();
            files.keySet().stream().filter(name -> name.endsWith(".cpp")).forEach(units::add);
            Path include = verilator.root().resolve("include");
            units.add(include.resolve("verilated.cpp").toString());
            units.add(include.resolve("verilated_threads.cpp").toString());
            if (waves == Waves.VCD) {
                units.add(include.resolve("verilated_vcd_c.cpp").toString());
            }
            compile(work, units, work, waves);
        });
    }

    private static SortedMap<String, String> runtimeFiles() {
        SortedMap<String, String> files = new TreeMap<>(SimulationSources.ofRtlSimulation());
        SimulationSources.ofCSimulation().forEach((name, text) -> {
            if (name.startsWith("runtime/")) {
                files.put(name, text);
            }
        });
        return files;
    }

    private List<String> key(Map<String, String> files, Waves waves) {
        List<String> key = new ArrayList<>(List.of(
                verilator.version(),
                compiler.version(),
                String.join(" ", VERILATOR_FLAGS),
                String.join(" ", CXX_FLAGS),
                optimisation.flag,
                Long.toString(LARGE),
                waves.name()));
        files.forEach((name, text) -> key.addAll(List.of(name, text)));
        return key;
    }

    /** Compiles every unit by itself, as many at once as there are processors; the object files lie in the folder. */
    private void compile(Path work, List<String> units, Path runtime, Waves waves) throws IOException, DeviceException {
        Optimisation chosen = affordable(work, units);
        List<String> flags = new ArrayList<>(CXX_FLAGS);
        Path include = verilator.root().resolve("include");
        flags.addAll(List.of(
                "-I" + include,
                "-I" + include.resolve("vltstd"),
                "-I" + runtime.resolve("runtime"),
                "-I" + MODEL,
                "-DVM_TRACE=" + waves.traced,
                "-DVM_TRACE_VCD=" + waves.traced));
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Void>> outcomes = units.stream()
                    .map(unit -> workers.submit(() -> {
                        List<String> arguments = new ArrayList<>(flags);
                        arguments.addAll(List.of(flag(unit, chosen), "-c", unit, "-o", object(unit)));
                        compiler.run(work, arguments);
                        return (Void) null;
                    }))
                    .toList();
            for (Future<Void> outcome : outcomes) {
                await(outcome);
            }
        }
    }

    /** What Verilator calls slow runs once: it is most of the code and not worth the compiler's time. */
    private static String flag(String unit, Optimisation chosen) {
        return isSlow(unit) ? Optimisation.NONE.flag : chosen.flag;
    }

    private static boolean isSlow(String unit) {
        return unit.endsWith("__Slow.cpp") || unit.endsWith("__Syms.cpp");
    }

    /** What was asked for, or less if there is very much to compile. */
    private Optimisation affordable(Path work, List<String> units) throws IOException {
        long bytes = 0;
        for (String unit : units) {
            bytes += isSlow(unit) ? 0 : Files.size(work.resolve(unit));
        }
        return optimisation == Optimisation.FULL && bytes > LARGE ? Optimisation.SOME : optimisation;
    }

    private static void await(Future<Void> outcome) throws DeviceException {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(DeviceFault.COMPILATION, Span.NONE, "cancelled");
        }
    }

    private static String object(String unit) {
        return Path.of(unit).getFileName().toString().replaceAll("\\.cpp$", ".o");
    }

    private void link(Path work, Path runtime) throws IOException, DeviceException {
        List<String> arguments = new ArrayList<>(files(work, ".o", ""));
        arguments.addAll(files(runtime, ".o", runtime + "/"));
        arguments.addAll(List.of("-o", PROGRAM, "-pthread"));
        compiler.run(work, arguments);
    }

    private static List<String> files(Path folder, String ending, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .map(name -> prefix + name)
                    .toList();
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
