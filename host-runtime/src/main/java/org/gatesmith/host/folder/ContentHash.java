package org.gatesmith.host.folder;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** SHA-256 of files and of memory. Nothing is held but a buffer, whatever the size. */
public final class ContentHash {

    private static final int BYTES_AT_ONCE = 1 << 20;

    private ContentHash() {}

    /** The hash of a whole file. */
    public static FileHash of(Path file) throws FolderException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES_AT_ONCE);
            while (channel.read(buffer) >= 0) {
                size += buffer.flip().remaining();
                digest.update(buffer);
                buffer.clear();
            }
        } catch (IOException e) {
            throw FolderException.reading(file, e);
        }
        return new FileHash(size, text(digest));
    }

    /** The hash of bytes. */
    public static FileHash of(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return new FileHash(bytes.length, text(digest));
    }

    /** The hash of a text in UTF-8. */
    public static FileHash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of memory, such as the elements of an array one after the other. */
    public static FileHash of(MemorySegment segment) {
        MessageDigest digest = sha256();
        for (long at = 0; at < segment.byteSize(); at += BYTES_AT_ONCE) {
            digest.update(segment.asSlice(at, Math.min(BYTES_AT_ONCE, segment.byteSize() - at))
                    .asByteBuffer());
        }
        return new FileHash(segment.byteSize(), text(digest));
    }

    /**
     * The hashes of several files, computed at once on as many cores as there are. Platform threads: hashing never waits, so
     * virtual ones would keep the carriers from all others.
     *
     * @param files by the names that the answer has
     */
    static Map<String, FileHash> ofAll(Map<String, Path> files) throws FolderException {
        Map<String, Callable<FileHash>> tasks = new TreeMap<>();
        files.forEach((name, file) -> tasks.put(name, () -> of(file)));
        int threads = Math.clamp(tasks.size(), 1, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory())) {
            List<Future<FileHash>> pending = new ArrayList<>();
            tasks.values().forEach(task -> pending.add(pool.submit(task)));
            Map<String, FileHash> hashes = new TreeMap<>();
            for (String name : tasks.keySet()) {
                hashes.put(name, await(pending.get(hashes.size())));
            }
            return hashes;
        }
    }

    /** The result of a hash that is being computed. */
    static FileHash await(Future<FileHash> pending) throws FolderException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pending.get();
                } catch (InterruptedException _) {
                    interrupted = true; // what is left of a cancelled run is still recorded
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FolderException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
