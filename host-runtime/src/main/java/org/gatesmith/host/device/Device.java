package org.gatesmith.host.device;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;

/**
 * A place where one kernel runs, again and again; closing it ends what it started and frees its buffers. One run at a time;
 * buffers that do not take part in it may be filled and emptied meanwhile.
 */
public interface Device extends AutoCloseable {

    /** Name as {@code --on} takes it. */
    String name();

    /** Versions of the programs that the device is made of, by name, such as {@code g++}. */
    default Map<String, String> tools() {
        return Map.of();
    }

    /** The text that was emitted for the device, by file name; empty if it runs the Java method. */
    default Map<String, String> sources() {
        return Map.of();
    }

    /** What making the kernel for the device found, such as loops that miss their interval. */
    default List<Diagnostic> diagnostics() {
        return List.of();
    }

    /**
     * Memory for an array argument.
     *
     * @param elements the most that a call will use of it
     */
    DeviceBuffer allocate(Parameter.Array port, long elements) throws DeviceException, DataException;

    /**
     * Runs the kernel once. Buffers of ports that the kernel writes hold the result afterwards.
     *
     * @param arguments one per parameter of the kernel; buffers are this device's own
     * @param limit longest time that the run may take
     * @throws DeviceException the kernel failed there, or the calling thread was interrupted
     */
    DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException, DataException;

    @Override
    void close();
}
