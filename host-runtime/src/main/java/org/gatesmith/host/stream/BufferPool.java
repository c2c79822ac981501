package org.gatesmith.host.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;

/**
 * A fixed number of buffers that are used over and over. Each is made when it is first needed, so that a short run pays for no
 * more than it uses.
 */
final class BufferPool<T> {

    private final Maker<T> maker;
    private final int size;
    private final Semaphore free;
    private final Deque<T> idle = new ArrayDeque<>();
    private final List<T> made = new ArrayList<>();

    /** Makes a buffer. */
    interface Maker<T> {
        T make() throws DataException, DeviceException;
    }

    BufferPool(int size, Maker<T> maker) {
        this.size = size;
        this.maker = maker;
        this.free = new Semaphore(size);
    }

    /** A buffer that nobody uses, the last one returned if possible, as it is the most likely to be in the caches. */
    T take() throws InterruptedException, DataException, DeviceException {
        free.acquire();
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
            T buffer = maker.make();
            made.add(buffer);
            return buffer;
        }
    }

    /** Returns a buffer. */
    void give(T buffer) {
        synchronized (this) {
            idle.push(buffer);
        }
        free.release();
    }

    /** The most buffers that it makes. */
    int size() {
        return size;
    }

    /** All buffers made so far, in use or not. */
    synchronized List<T> made() {
        return List.copyOf(made);
    }
}
