package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of tiles are finished, one line of JSON each, written as they finish.
 *
 * <p>A thread of its own writes the lines in batches: it forces the output files to disk, appends the lines of all groups that
 * finished before it began, and forces the journal. So a line stands only for results that are in the files, after the death of
 * the process as well as after a loss of power. A group whose line was not written yet is run again.
 */
public final class Journal implements AutoCloseable {

    /**
     * Time between two batches. Forcing files costs the disk's time, so it is not done for every group; a crash loses at most
     * what finished in this time.
     */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path file;
    private final Path outputs;
    private final FileChannel channel;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SortedMap<Long, GroupRecord> groups;
    private List<GroupRecord> pending = new ArrayList<>();
    private boolean closing;
    private @Nullable FolderException failure;

    private Journal(Path file, Path outputs, FileChannel channel, SortedMap<Long, GroupRecord> groups) {
        this.file = file;
        this.outputs = outputs;
        this.channel = channel;
        this.groups = new TreeMap<>(groups);
        this.writer = Thread.ofPlatform().daemon().name("journal").unstarted(this::writeBatches);
    }

    /** Opens a folder's journal to go on with it; what a crash left of its last line is cut off. */
    static Journal open(Layout layout) throws FolderException {
        Path file = layout.journal();
        JournalText text = JournalText.read(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(text.bytes());
            channel.position(text.bytes());
            Journal journal = new Journal(file, layout.outputs(), channel, text.groups());
            journal.writer.start();
            return journal;
        } catch (IOException e) {
            throw FolderException.writing(file, e);
        }
    }

    /** Whether a group's results are in the output files and none of them is known to be wrong; one that mismatched runs again. */
    public boolean isDone(long group) {
        lock.lock();
        try {
            GroupRecord record = groups.get(group);
            return record != null && record.mismatches() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** The last record of every group, in their order. */
    public SortedMap<Long, GroupRecord> groups() {
        lock.lock();
        try {
            return new TreeMap<>(groups);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes that a group's results are in the output files, which need not be forced to disk. Returns at once; the line follows.
     *
     * @throws FolderException earlier lines could not be written
     */
    public void done(GroupRecord record) throws FolderException {
        lock.lock();
        try {
            throwFailure();
            if (closing) {
                throw new IllegalStateException("the journal is closed");
            }
            groups.put(record.group(), record);
            pending.add(record);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes what is left and ends.
     *
     * @throws FolderException lines could not be written; their groups will be run again
     */
    @Override
    public void close() throws FolderException {
        lock.lock();
        try {
            if (closing) {
                return;
            }
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        awaitWriter();
        try {
            channel.close();
        } catch (IOException e) {
            throw FolderException.writing(file, e);
        }
        lock.lock();
        try {
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWriter() {
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException _) {
                interrupted = true; // a cancelled run still records what it finished
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() throws FolderException {
        FolderException current = failure;
        if (current != null) {
            // Another one each time: an exception cannot be suppressed by itself when several places fail for one
            // reason.
            throw new FolderException(current.fault(), String.valueOf(current.getMessage()));
        }
    }

    // ---- on the writer's thread

    private void writeBatches() {
        try {
            for (List<GroupRecord> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                write(batch);
                pause();
            }
        } catch (FolderException e) {
            fail(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the journal's thread", e);
        }
    }

    /** All records that wait, at least one; none when the journal closes. */
    private List<GroupRecord> nextBatch() throws InterruptedException {
        lock.lock();
        try {
            while (pending.isEmpty() && !closing) {
                changed.await();
            }
            List<GroupRecord> batch = pending;
            pending = new ArrayList<>();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<GroupRecord> batch) throws FolderException {
        force(outputs);
        StringBuilder lines = new StringBuilder();
        batch.forEach(record -> lines.append(FolderJson.line(record)).append('\n'));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw FolderException.writing(file, e);
        }
    }

    /** Waits for the next batch's time, or until the journal closes. */
    private void pause() throws InterruptedException {
        long left = PAUSE.toNanos();
        lock.lock();
        try {
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(FolderException cause) {
        lock.lock();
        try {
            failure = cause;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forces the files of a folder to disk. On Linux {@code fsync} covers what any process wrote to a file, through memory maps as
     * well; on a system where it does not, the guarantee for a loss of power is the sink's to give.
     */
    private static void force(Path folder) throws FolderException {
        while (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    try (FileChannel channel = FileChannel.open(each, StandardOpenOption.WRITE)) {
                        channel.force(false);
                    }
                }
                return;
            } catch (NoSuchFileException _) {
                // A file got its final name meanwhile; it is in the next list.
            } catch (IOException e) {
                throw FolderException.writing(folder, e);
            }
        }
    }
}
