package org.gatesmith.host.device;

import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;

/**
 * Memory of a device that holds one array argument, or a tile of one. It is as large as its device allocated it; a call uses its
 * first elements. Different buffers may be written and read by other threads while the device runs; one that takes part in a run
 * may not.
 */
public interface DeviceBuffer extends AutoCloseable {

    /** Number of elements that it has room for. */
    long capacity();

    /** Copies elements to the device, to the start of the buffer. */
    void write(Elements source) throws DeviceException, DataException;

    /** Copies elements from the device, from the start of the buffer. */
    void read(Elements target) throws DeviceException, DataException;

    /** Zeroes the first elements: what a pure output holds before every call. */
    void clear(long elements) throws DeviceException, DataException;

    /** Gives the memory back. */
    @Override
    void close() throws DataException;
}
