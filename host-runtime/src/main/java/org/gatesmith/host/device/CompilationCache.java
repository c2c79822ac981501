package org.gatesmith.host.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;

/**
 * Results of compilations, by the hash of all that went into them. The folder is {@code $GATESMITH_CACHE}, else
 * {@code gatesmith} below {@code $XDG_CACHE_HOME} or {@code ~/.cache}; it can be deleted at any time.
 */
public final class CompilationCache {

    private final Path root;

    private CompilationCache(Path root) {
        this.root = root;
    }

    /**
     * The cache of one kind of compilation.
     *
     * @param kind name of its folder
     * @throws UsageException it cannot be created
     */
    public static CompilationCache open(String kind) throws UsageException {
        Path root = folder().resolve(kind);
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UsageException("the cache folder " + root + " cannot be created: " + FileTrouble.reason(e)
                    + "; set GATESMITH_CACHE to a folder that can be written");
        }
        return new CompilationCache(root);
    }

    private static Path folder() {
        String own = System.getenv("GATESMITH_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String shared = System.getenv("XDG_CACHE_HOME");
        Path caches = shared != null && !shared.isBlank()
                ? Path.of(shared)
                : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("gatesmith");
    }

    /** Fills an empty folder. */
    public interface Maker {
        void make(Path folder) throws IOException, UsageException, DeviceException;
    }

    /** The folder for these contents, made on first use; concurrent runs may make it at once, one of them wins. */
    public Path folder(List<String> contents, Maker maker) throws UsageException, DeviceException {
        Path folder = root.resolve(hash(contents));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path work = Files.createTempDirectory(root, "making-");
            try {
                maker.make(work);
                publish(work, folder);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new UsageException("the cache folder " + root + " cannot be written: " + FileTrouble.reason(e)
                    + "; make room, or set GATESMITH_CACHE to another folder");
        }
        return folder;
    }

    private static void publish(Path work, Path folder) throws IOException {
        try {
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another run was faster. Java has no exception class of its own for a target that is not empty.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String hash(List<String> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String content : contents) {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
