package org.gatesmith.host.stream;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Tiles between two stages, in order; the stage before waits when it is full. */
final class Ring {

    private final BlockingQueue<Optional<Flight>> flights;

    Ring(int capacity) {
        flights = new ArrayBlockingQueue<>(Math.max(1, capacity));
    }

    void put(Flight flight) throws InterruptedException {
        flights.put(Optional.of(flight));
    }

    /** No more tiles will come. */
    void end() throws InterruptedException {
        flights.put(Optional.empty());
    }

    /** The next tile; null after the last. */
    @Nullable
    Flight take() throws InterruptedException {
        return flights.take().orElse(null);
    }
}
