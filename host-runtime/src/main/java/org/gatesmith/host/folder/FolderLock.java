package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a run's folder, which one process has at a time. The operating system takes it back when the process ends,
 * however it ends; a lock file that is left behind means nothing.
 */
final class FolderLock implements AutoCloseable {

    /**
     * Folders that this process writes. POSIX drops a process's lock when the process closes any descriptor of the file, so the
     * file of a folder that is ours already must not even be opened.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the right; the folder must exist.
     *
     * @throws FolderException another run has it
     */
    static FolderLock acquire(Layout layout) throws FolderException {
        Path file = layout.lock();
        try {
            Path folder = layout.root().toRealPath();
            if (!OURS.add(folder)) {
                throw inUse(layout);
            }
            try {
                return new FolderLock(folder, file, locked(layout));
            } catch (IOException | FolderException e) {
                OURS.remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw FolderException.writing(file, e);
        }
    }

    private static FileChannel locked(Layout layout) throws IOException, FolderException {
        FileChannel channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw inUse(layout);
    }

    /** Whether some process writes the folder now. */
    static boolean isHeld(Layout layout) throws FolderException {
        if (!Files.exists(layout.lock())) {
            return false;
        }
        try (FolderLock _ = acquire(layout)) {
            return false;
        } catch (FolderException e) {
            if (e.fault() == FolderFault.IN_USE) {
                return true;
            }
            throw e;
        }
    }

    private static FolderException inUse(Layout layout) {
        return new FolderException(
                FolderFault.IN_USE,
                layout.root() + ": another run is writing this folder; wait for it, or choose another --out");
    }

    /**
     * Deletes the file, for good. Only where nobody may write the folder any more: one who waits for the lock would get that of a
     * file without a name.
     */
    void discard() throws FolderException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FolderException.writing(file, e);
        }
    }

    @Override
    public void close() throws FolderException {
        try {
            channel.close();
        } catch (IOException e) {
            throw FolderException.writing(file, e);
        } finally {
            OURS.remove(folder);
        }
    }
}
