package org.gatesmith.host.repository;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The working copy that the tests run in. */
record Repository(Path root) {

    /** Finds the repository around the module whose tests run. */
    static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("gatesmith"))) {
            folder = folder.getParent();
        }
        return new Repository(folder);
    }

    /** The text of the file at a path relative to the root. */
    String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    /** All files but those in folders that {@code .gitignore} names or that belong to git. */
    List<Path> files() throws IOException {
        Set<String> skipped = ignoredFolders();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return skipped.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // In a git worktree .git is a file, with the path of the repository proper.
                if (!file.equals(root.resolve(".git"))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private Set<String> ignoredFolders() throws IOException {
        Set<String> folders = Files.readAllLines(root.resolve(".gitignore")).stream()
                .filter(line -> line.endsWith("/"))
                .map(line -> line.substring(0, line.length() - 1))
                .collect(Collectors.toSet());
        folders.add(".git");
        return folders;
    }
}
