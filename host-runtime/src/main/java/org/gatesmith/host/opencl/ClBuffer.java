package org.gatesmith.host.opencl;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory of the device, and the file through which the host fills and empties it.
 *
 * @param memory the driver's object
 * @param header bytes of it before element 0
 * @param bytes of the elements
 * @param mapped the file that the host maps too
 */
record ClBuffer(MemorySegment memory, long header, long bytes, MemorySegment mapped) {

    /** Size of the memory. */
    long size() {
        return header + bytes;
    }

    static MemorySegment map(Path file, long bytes) throws ClFault {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
        } catch (IOException e) {
            throw new ClFault(ClFault.Kind.RUNTIME, "the buffer file " + file + " cannot be mapped: " + e.getMessage());
        }
    }
}
