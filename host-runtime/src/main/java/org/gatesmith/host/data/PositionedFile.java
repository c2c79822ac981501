package org.gatesmith.host.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file that several threads read or write at positions of their choice. Java closes a channel when a thread is interrupted in
 * the middle of a transfer; this opens it anew, so that one cancelled run does not spoil the file for the others.
 */
final class PositionedFile implements AutoCloseable {

    private final Path file;
    private final Set<? extends OpenOption> options;
    private FileChannel channel;
    private boolean closed;

    /**
     * @param options how to open it, and to open it again
     */
    PositionedFile(Path file, Set<? extends OpenOption> options) throws IOException {
        this.file = file;
        this.options = options;
        this.channel = FileChannel.open(file, options);
    }

    /** One transfer. */
    private interface Transfer {
        int on(FileChannel channel) throws IOException;
    }

    /** Reads up to the buffer's remaining bytes; -1 at the end of the file. */
    int read(ByteBuffer target, long position) throws IOException {
        return transfer(open -> open.read(target, position));
    }

    /** Writes up to the buffer's remaining bytes. */
    int write(ByteBuffer source, long position) throws IOException {
        return transfer(open -> open.write(source, position));
    }

    long size() throws IOException {
        return channel().size();
    }

    /** Waits until all that was written is on the disk. */
    void force() throws IOException {
        channel().force(true);
    }

    private int transfer(Transfer transfer) throws IOException {
        while (true) {
            try {
                return transfer.on(channel());
            } catch (ClosedByInterruptException e) {
                throw e; // it is this thread that was interrupted
            } catch (ClosedChannelException e) {
                if (isClosed()) {
                    throw e;
                }
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized FileChannel channel() throws IOException {
        if (!closed && !channel.isOpen()) {
            channel = FileChannel.open(file, options);
        }
        return channel;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }
}
