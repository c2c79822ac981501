package org.gatesmith.host.device;

import java.time.Duration;
import java.util.List;
import org.gatesmith.host.data.DataException;

/** A place where one kernel runs, again and again; closing it ends what it started. */
public interface Device extends AutoCloseable {

    /** Name as {@code --on} takes it. */
    String name();

    /**
     * Runs the kernel once. Buffers of ports that the kernel writes hold the result afterwards.
     *
     * @param arguments one per parameter of the kernel
     * @param limit longest time that the run may take
     * @return time that the kernel itself took
     * @throws DeviceException the kernel failed there
     */
    Duration run(List<Argument> arguments, Duration limit) throws DeviceException, DataException;

    @Override
    void close();
}
