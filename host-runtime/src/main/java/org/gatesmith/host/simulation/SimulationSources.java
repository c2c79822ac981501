package org.gatesmith.host.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The C++ headers and sources that travel with this module. */
public final class SimulationSources {

    private static final String ROOT = "/org/gatesmith/host/";
    private static final String C_SIMULATION = "csim";
    private static final String RTL_SIMULATION = "rtl";

    private SimulationSources() {}

    /** Those of C simulation by their path, such as {@code runtime/gatesmith_server.h} or {@code hls/ap_int.h}. */
    public static Map<String, String> ofCSimulation() {
        return in(C_SIMULATION, "hls/ap_int.h");
    }

    /** Those that RTL simulation has besides the runtime of C simulation, such as {@code runtime/gatesmith_axi.h}. */
    public static Map<String, String> ofRtlSimulation() {
        return in(RTL_SIMULATION, "runtime/gatesmith_axi.h");
    }

    private static Map<String, String> in(String folder, String file) {
        try {
            String path = ROOT + folder + "/" + file;
            URI found = Objects.requireNonNull(SimulationSources.class.getResource(path), path)
                    .toURI();
            if (!found.getScheme().equals("jar")) {
                return read(Objects.requireNonNull(Path.of(found).getParent()).resolveSibling("."));
            }
            try (FileSystem jar = FileSystems.newFileSystem(found, Map.of())) {
                return read(jar.getPath(ROOT + folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root.normalize())) {
            for (Path file : walk.filter(SimulationSources::isSource).toList()) {
                String name = root.normalize().relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".h") || file.toString().endsWith(".cpp");
    }
}
