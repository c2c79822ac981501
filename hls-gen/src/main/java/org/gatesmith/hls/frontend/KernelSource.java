package org.gatesmith.hls.frontend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a kernel's Java source is.
 *
 * @param files the source files that may hold the kernel
 * @param sourceRoots folders and jar files in which further sources are looked up, in this order
 */
public record KernelSource(List<File> files, List<Path> sourceRoots) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    /**
     * One source file.
     *
     * @param displayName the file as messages show it
     * @param binaryPath its path below the source root, such as {@code org/example/MyKernel.java}
     */
    public record File(String displayName, String binaryPath, String text) {}

    public KernelSource {
        files = List.copyOf(files);
        sourceRoots = List.copyOf(sourceRoots);
    }

    /**
     * A user's file, or the files below a folder that mention {@code @Kernel}; the source root follows from the package.
     *
     * @param libraryRoots further places for imported sources
     */
    public static KernelSource at(Path path, List<Path> libraryRoots) throws IOException {
        List<Path> candidates = Files.isDirectory(path) ? kernelFiles(path) : List.of(path);
        List<File> files = new ArrayList<>();
        List<Path> roots = new ArrayList<>();
        for (Path candidate : candidates) {
            String text = Files.readString(candidate, StandardCharsets.UTF_8);
            String folder = packageFolder(text);
            files.add(new File(candidate.toString(), folder + candidate.getFileName(), text));
            Path root = rootOf(candidate.toAbsolutePath().normalize(), folder);
            if (!roots.contains(root)) {
                roots.add(root);
            }
        }
        roots.addAll(libraryRoots);
        return new KernelSource(files, roots);
    }

    private static List<Path> kernelFiles(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file :
                    walk.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                if (Files.readString(file, StandardCharsets.UTF_8).contains("@Kernel")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String packageFolder(String text) {
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1).replace('.', '/') + "/" : "";
    }

    /** The folder above the package folders, or the file's own folder when the path does not follow the package. */
    private static Path rootOf(Path file, String packageFolder) {
        Path folder = parentOf(file);
        if (packageFolder.isEmpty() || !folder.endsWith(Path.of(packageFolder))) {
            return folder;
        }
        Path root = folder;
        for (int i = 0; i < Path.of(packageFolder).getNameCount(); i++) {
            root = parentOf(root);
        }
        return root;
    }

    private static Path parentOf(Path path) {
        return Objects.requireNonNullElse(path.getParent(), path);
    }
}
