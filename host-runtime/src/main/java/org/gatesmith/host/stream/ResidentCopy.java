package org.gatesmith.host.stream;

import java.util.concurrent.atomic.AtomicInteger;
import org.gatesmith.host.device.DeviceBuffer;

/** A slice on the device that one or more tiles use; its buffer returns to the pool when the last of them is through. */
final class ResidentCopy {

    private final DeviceBuffer buffer;
    private final BufferPool<DeviceBuffer> pool;
    private final long lastTile;

    /** The tiles that use it now, and one more as long as others may come. */
    private final AtomicInteger holders = new AtomicInteger(1);

    ResidentCopy(DeviceBuffer buffer, BufferPool<DeviceBuffer> pool, long lastTile) {
        this.buffer = buffer;
        this.pool = pool;
        this.lastTile = lastTile;
    }

    DeviceBuffer buffer() {
        return buffer;
    }

    /** Index of the last tile that may use it. */
    long lastTile() {
        return lastTile;
    }

    /** One more tile uses it. */
    void hold() {
        holders.incrementAndGet();
    }

    /** A tile is through with it, or no more tiles will come. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            pool.give(buffer);
        }
    }
}
