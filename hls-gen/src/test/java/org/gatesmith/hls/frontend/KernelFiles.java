package org.gatesmith.hls.frontend;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.DiagnosticException;

/** The kernels that tests compile: resource folders of Java files. */
public final class KernelFiles {

    private KernelFiles() {}

    /** The Java files of a resource folder, sorted by name. */
    public static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path folder(String name) {
        try {
            return Path.of(KernelFiles.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FrontendResult compile(Path file) throws DiagnosticException {
        try {
            return Frontend.compile(new KernelRequest(KernelSource.at(file, List.of()), null, Map.of(), Map.of()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compiles a class given as text. */
    public static FrontendResult compile(String className, String text) throws DiagnosticException {
        return compile(className, text, Map.of());
    }

    public static FrontendResult compile(String className, String text, Map<String, Long> tunables)
            throws DiagnosticException {
        return Frontend.compile(new KernelRequest(source(className, text), null, tunables, Map.of()));
    }

    public static KernelSource source(String className, String text) {
        String name = className + ".java";
        return new KernelSource(List.of(new KernelSource.File(name, name, text)), List.of());
    }
}
