package org.gatesmith.hls.frontend;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * How messages name source files. A file that the user named keeps that name; a file that javac found beside it is named in the
 * same way; others by their path below their source root, so that no name depends on the machine.
 */
final class SourceNames {

    /** What stands before the path below the root, by root. */
    private final Map<Path, String> prefixes = new LinkedHashMap<>();

    private final Map<URI, SourceText> given = new HashMap<>();

    SourceNames(List<SourceText> sources, List<Path> roots) {
        sources.forEach(source -> given.put(source.toUri(), source));
        for (Path root : roots) {
            prefixes.put(root, "");
        }
        for (SourceText source : sources) {
            String name = source.displayName();
            String below = source.binaryPath();
            if (name.replace('\\', '/').endsWith(below)) {
                String prefix = name.substring(0, name.length() - below.length());
                prefixes.replace(Path.of(prefix).toAbsolutePath().normalize(), prefix);
            }
        }
    }

    /** The file that the user named, which javac wraps; null for one that javac found. */
    @Nullable
    SourceText given(JavaFileObject file) {
        return given.get(file.toUri());
    }

    String displayName(JavaFileObject file) {
        SourceText source = given(file);
        return source == null ? prefix(file) + binaryPath(file) : source.displayName();
    }

    /** Path below the source root. */
    String binaryPath(JavaFileObject file) {
        SourceText source = given(file);
        if (source != null) {
            return source.binaryPath();
        }
        String path = file.toUri().getPath();
        if (path == null) {
            // In an archive: jar:file:/folder/sources.jar!/org/example/Kernel.java
            String uri = file.toUri().toString();
            return uri.substring(uri.lastIndexOf("!/") + 2);
        }
        Path found = Path.of(file.toUri());
        return prefixes.keySet().stream()
                .filter(found::startsWith)
                .findFirst()
                .map(root -> root.relativize(found).toString().replace('\\', '/'))
                .orElse(file.getName());
    }

    private String prefix(JavaFileObject file) {
        if (file.toUri().getPath() == null) {
            return "";
        }
        Path found = Path.of(file.toUri());
        return prefixes.entrySet().stream()
                .filter(entry -> found.startsWith(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
