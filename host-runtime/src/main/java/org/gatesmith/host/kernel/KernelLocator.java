package org.gatesmith.host.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatesmith.api.Kernel;
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

    /**
     * Finds the source of a class that holds one kernel: beside the class file, as the library ships it, or below a source
     * folder.
     *
     * @param folders source folders to look in, in this order
     * @throws UsageException the class holds no kernel or several, or its source is nowhere
     */
    public static Located locate(Class<?> type, List<Path> folders) throws UsageException {
        String kernel = kernelOf(type);
        Optional<KernelEntry> entry =
                KernelLibrary.find(kernel).filter(found -> found.type().equals(type));
        if (entry.isPresent()) {
            return new Located(librarySource(entry.get()), kernel, entry);
        }
        String path = type.getNestHost().getName().replace('.', '/') + ".java";
        try (InputStream in = type.getResourceAsStream("/" + path)) {
            if (in != null) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                KernelSource.File file = new KernelSource.File(path, path, text);
                return new Located(
                        new KernelSource(List.of(file), List.of(rootOf(type), libraryRoot())),
                        kernel,
                        Optional.empty());
            }
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(path))) {
                    return new Located(
                            KernelSource.at(folder.resolve(path), List.of(libraryRoot())), kernel, Optional.empty());
                }
            }
        } catch (IOException e) {
            throw new UsageException("the source of " + type.getName() + " cannot be read: " + FileTrouble.reason(e));
        }
        throw new UsageException("the Java source of " + type.getName() + " is not found: neither is " + path
                + " on the class path, nor below " + folders
                + "; put the source beside the class in the jar, or name the source folder");
    }

    private static String kernelOf(Class<?> type) throws UsageException {
        List<String> kernels = Arrays.stream(type.getDeclaredMethods())
                .map(method -> method.getAnnotation(Kernel.class))
                .filter(Objects::nonNull)
                .map(Kernel::value)
                .toList();
        if (kernels.size() != 1) {
            throw new UsageException(type.getName()
                    + (kernels.isEmpty()
                            ? " has no method annotated @Kernel"
                            : " holds several kernels (" + String.join(", ", kernels)
                                    + "); put each in a class of its own"));
        }
        return kernels.getFirst();
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
        return rootOf(KernelLibrary.class);
    }

    private static Path rootOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
