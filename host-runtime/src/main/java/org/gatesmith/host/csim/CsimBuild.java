package org.gatesmith.host.csim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.CompilationCache;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.simulation.CxxCompiler;
import org.gatesmith.host.simulation.SimulationSources;

/** Compiles an emitted kernel to a program that serves the host; what was compiled before is taken from the cache. */
final class CsimBuild {

    /**
     * {@code -fwrapv}: native arithmetic wraps as Java's does; {@code -fno-finite-loops}: a loop without end has none here either;
     * {@code -ffp-contract=off}: no fused multiply-add by itself. */
    private static final List<String> FLAGS =
            List.of("-std=c++14", "-O3", "-fwrapv", "-fno-finite-loops", "-ffp-contract=off", "-DGATESMITH_CSIM", "-w");

    private static final String PROGRAM = "csim";

    private static final String DEPTH_PROBE =
            "#include \"hls_stream.h\"\nint main() { hls::stream<int, 4> probe(\"probe\"); return 0; }\n";

    private final CxxCompiler compiler;
    private final CompilationCache cache;
    private final Optional<Path> vendorHeaders;
    private final Map<String, String> resources = SimulationSources.ofCSimulation();

    private CsimBuild(CxxCompiler compiler, CompilationCache cache, Optional<Path> vendorHeaders) {
        this.compiler = compiler;
        this.cache = cache;
        this.vendorHeaders = vendorHeaders;
    }

    static CsimBuild open(Optional<Path> vendorHeaders) throws MissingToolException, UsageException {
        if (vendorHeaders.isPresent()
                && !Files.isRegularFile(vendorHeaders.get().resolve("ap_int.h"))) {
            throw new UsageException("--hls-include " + vendorHeaders.get() + ": there is no ap_int.h in that folder");
        }
        return new CsimBuild(
                CxxCompiler.find("C simulation"),
                CompilationCache.open("csim"),
                vendorHeaders.map(Path::toAbsolutePath));
    }

    String compilerVersion() {
        return compiler.version();
    }

    /** The program for a kernel. */
    Path program(KernelSignature signature, Map<String, String> sources) throws UsageException, DeviceException {
        Path runtime = runtime();
        Map<String, String> files = new TreeMap<>(sources);
        files.put(CsimMain.FILE, CsimMain.text(signature));
        List<String> key = key(files);
        key.addAll(runtimeKey());
        Path folder = cache.folder(key, work -> {
            write(work, files);
            List<String> arguments = new ArrayList<>(flags(runtime));
            arguments.add(signature.name() + ".cpp");
            arguments.add(CsimMain.FILE);
            arguments.addAll(objects(runtime));
            arguments.addAll(List.of("-o", PROGRAM, "-pthread"));
            compiler.run(work, arguments);
        });
        return folder.resolve(PROGRAM);
    }

    /** The folder with our headers and the compiled runtime. */
    private Path runtime() throws UsageException, DeviceException {
        return cache.folder(runtimeKey(), work -> {
            write(work, resources);
            List<String> arguments = new ArrayList<>(flags(work));
            arguments.add("-c");
            resources.keySet().stream().filter(name -> name.endsWith(".cpp")).forEach(arguments::add);
            compiler.run(work, arguments);
        });
    }

    private List<String> runtimeKey() {
        return key(resources);
    }

    private List<String> key(Map<String, String> files) {
        List<String> key = new ArrayList<>(List.of(compiler.version(), String.join(" ", FLAGS)));
        vendorHeaders.ifPresent(folder -> key.add(vendorKey(folder)));
        files.forEach((name, text) -> key.addAll(List.of(name, text)));
        return key;
    }

    /** The vendor's headers are taken as they are; their dates and sizes tell one copy from another. */
    private static String vendorKey(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            StringBuilder key = new StringBuilder(folder.toString());
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                key.append('\n')
                        .append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis());
            }
            return key.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** hls_stream.h of Vivado HLS has no parameter for the depth; whether this copy has one, a small program tells. */
    private boolean streamsHaveDepth(Path headers) throws UsageException, DeviceException {
        Path folder = cache.folder(List.of(compiler.version(), vendorKey(headers), DEPTH_PROBE), work -> {
            Files.writeString(work.resolve("probe.cpp"), DEPTH_PROBE);
            try {
                compiler.run(work, List.of("-std=c++14", "-w", "-fsyntax-only", "-I" + headers, "probe.cpp"));
                Files.createFile(work.resolve("yes"));
            } catch (DeviceException _) {
                Files.createFile(work.resolve("no"));
            }
        });
        return Files.exists(folder.resolve("yes"));
    }

    private List<String> flags(Path runtime) throws UsageException, DeviceException {
        List<String> flags = new ArrayList<>(FLAGS);
        if (vendorHeaders.isPresent()) {
            flags.add("-DGATESMITH_VENDOR_HEADERS");
            if (!streamsHaveDepth(vendorHeaders.get())) {
                flags.add("-DGATESMITH_STREAM_WITHOUT_DEPTH");
            }
            flags.add("-I" + vendorHeaders.get());
        } else {
            flags.add("-I" + runtime.resolve("hls"));
        }
        flags.add("-I" + runtime.resolve("runtime"));
        return flags;
    }

    private static List<String> objects(Path runtime) throws IOException {
        try (Stream<Path> files = Files.list(runtime)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".o"))
                    .sorted()
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
