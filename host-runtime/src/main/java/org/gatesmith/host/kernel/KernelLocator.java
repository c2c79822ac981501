package org.gatesmith.host.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.library.KernelEntry;
import org.gatesmith.library.KernelLibrary;
import org.jspecify.annotations.Nullable;

/** Finds the source of a kernel that a user names. */
public final class KernelLocator {

    private KernelLocator() {}

    /**
     * A kernel's source.
     *
     * @param kernel name within the source, or null if it holds only one
     * @param entry the library's entry, if the kernel is the library's
     */
    public record Located(KernelSource source, @Nullable String kernel, Optional<KernelEntry> entry) {}

    /**
     * Finds a kernel.
     *
     * @param name a name of the library, or a path to a Java file or folder, with {@code #kernel} behind it where the source
     *     holds several
     */
    public static Located locate(String name) throws UsageException {
        Optional<KernelEntry> entry = KernelLibrary.find(name);
        if (entry.isPresent()) {
            return new Located(librarySource(entry.get()), name, entry);
        }
        int hash = name.lastIndexOf('#');
        Path path = Path.of(hash < 0 ? name : name.substring(0, hash));
        if (!Files.exists(path)) {
            throw new UsageException(missing(name, path));
        }
        String kernel = hash < 0 ? null : name.substring(hash + 1);
        try {
            KernelSource source = KernelSource.at(path, List.of(libraryRoot()));
            if (source.files().isEmpty()) {
                throw new UsageException("no Java file in " + path + " mentions @Kernel");
            }
            return new Located(source, kernel, Optional.empty());
        } catch (MalformedInputException e) {
            throw new UsageException(path + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(path + " cannot be read: " + FileTrouble.reason(e));
        }
    }

    private static String missing(String name, Path path) {
        boolean isPath = name.endsWith(".java") || name.contains("/") || name.contains("#");
        if (isPath) {
            return "there is no file or folder " + path;
        }
        List<String> names = KernelLibrary.all().stream().map(KernelEntry::name).toList();
        return "there is no kernel \"" + name + "\"" + NearestName.hint(name, names) + "\nkernels of the library: "
                + String.join(", ", names) + "; or give the path of a Java file";
    }

    private static KernelSource librarySource(KernelEntry entry) {
        try (InputStream in = KernelLibrary.class.getClassLoader().getResourceAsStream(entry.source())) {
            if (in == null) {
                throw new IllegalStateException("the library does not carry " + entry.source());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String file = entry.source().substring(entry.source().lastIndexOf('/') + 1);
            return new KernelSource(List.of(new KernelSource.File(file, entry.source(), text)), List.of(libraryRoot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar file or folder that holds the library's classes and sources. */
    private static Path libraryRoot() {
        try {
            return Path.of(KernelLibrary.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
