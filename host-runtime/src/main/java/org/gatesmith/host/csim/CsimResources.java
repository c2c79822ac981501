package org.gatesmith.host.csim;

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

/** The headers and the runtime of C simulation, which travel with this module. */
final class CsimResources {

    private CsimResources() {}

    /** Every file by its path, such as {@code runtime/gatesmith_csim.h} or {@code hls/ap_int.h}. */
    static Map<String, String> files() {
        try {
            URI folder = Objects.requireNonNull(CsimResources.class.getResource("hls/ap_int.h"))
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return read(Objects.requireNonNull(Path.of(folder).getParent()).resolveSibling("."));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return read(jar.getPath("/org/gatesmith/host/csim"));
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
            for (Path file : walk.filter(CsimResources::isSource).toList()) {
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
