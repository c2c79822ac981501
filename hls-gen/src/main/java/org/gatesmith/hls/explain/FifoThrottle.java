package org.gatesmith.hls.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/**
 * FIFOs that are so short that processes wait for each other and the whole call takes longer.
 *
 * @param cycles of the call as it is, as predicted
 * @param deeper cycles with the depths that are enough
 * @param depths of the FIFOs that must be deeper for that
 */
public record FifoThrottle(long cycles, long deeper, List<Depth> depths) {

    public FifoThrottle {
        depths = List.copyOf(depths);
    }

    /**
     * A FIFO that is too short.
     *
     * @param fifo as schedule files name it
     * @param place where it is declared
     * @param now words
     * @param enough smallest power of two with which, all others having enough, the call takes no longer than with any depth
     */
    public record Depth(String fifo, Span place, int now, int enough) {}

    /**
     * What deeper FIFOs would gain in a call, if it is more than a hundredth.
     *
     * @param scalars the integer parameters by name
     */
    public static Optional<FifoThrottle> of(
            CompiledKernel kernel, ScheduledKernel scheduled, Map<String, Long> scalars) {
        return new FifoSearch(kernel, scheduled, scalars).find();
    }
}
