package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.ir.Value;

/**
 * A pipelined loop on its way through its iterations, and how long it waits for readers and writers that have not done with earlier requests.
 */
final class RequestRun {

    /** Requests that wait in {@code gs_axi_reader} or {@code gs_axi_writer} while the loop goes on. */
    private static final int QUEUED = 3;

    /** Beats that wait for their turn on a bundle meanwhile: a read is scheduled with about as much latency more than it needs. */
    private static final int BEATS = 24;

    private final int interval;
    private final int beatBytes;
    private final KnownValues values;
    private final List<Use> uses = new ArrayList<>();
    private final Map<BundleLoads.Bus, Turns> turns = new LinkedHashMap<>();
    private boolean areKnown = true;
    private long delay;
    private long now;

    /** A reader or writer. */
    private static final class Use {
        private final PipelineChannels.Channel channel;
        private final Turns turns;
        private final WrittenBursts bursts;
        private HeldBeats held;
        private long busyUntil;

        Use(PipelineChannels.Channel channel, HeldBeats held, Turns turns, WrittenBursts bursts) {
            this.channel = channel;
            this.held = held;
            this.turns = turns;
            this.bursts = bursts;
        }

        boolean makes(AccessGroup group) {
            return channel.requests().stream().anyMatch(request -> request.group() == group);
        }
    }

    /** A bundle, on which readers or writers take turns. */
    private static final class Turns {
        private long busyUntil;
    }

    RequestRun(int interval, int beatBytes, KnownValues values) {
        this.interval = interval;
        this.beatBytes = beatBytes;
        this.values = values;
    }

    /**
     * The loop uses a reader or writer, which holds something.
     *
     * @param writer of the port's memory
     */
    void add(PipelineChannels.Channel channel, HeldBeats held, BundleLoads.Bus bus, BurstWriter writer) {
        uses.add(new Use(channel, held, turns.computeIfAbsent(bus, _ -> new Turns()), new WrittenBursts(writer)));
    }

    /** The next iteration, whose numbers are known. */
    void iteration() {
        long start = now + delay;
        long wait = 0;
        turns.values().forEach(bus -> bus.busyUntil = Math.max(bus.busyUntil, start));
        for (Use use : uses) {
            use.busyUntil = Math.max(use.busyUntil, start);
            use.busyUntil += cycles(use);
            wait = Math.max(wait, late(use.busyUntil, start) - QUEUED);
        }
        for (Turns bus : turns.values()) {
            wait = Math.max(wait, late(bus.busyUntil, start) - BEATS);
        }
        delay += wait;
        now += interval;
    }

    /** Cycles by which a reader or writer is not ready for the iteration that follows the one that started at some time. */
    private long late(long busyUntil, long start) {
        return busyUntil - start - interval;
    }

    private long cycles(Use use) {
        long cycles = 0;
        for (int place = 0; place < use.channel.requests().size(); place++) {
            MemoryRequest request = use.channel.requests().get(place);
            Optional<MemoryRequest.Beats> beats = request.beats(values, beatBytes);
            int fetched = 0;
            if (beats.isEmpty()) {
                areKnown = false;
                use.held = use.held.unknown();
            } else if (beats.get().count() > 0) {
                fetched = use.held.fetched(beats.get().first(), beats.get().count());
                use.held = use.held.after(beats.get().first(), beats.get().count());
                if (use.channel.write()) {
                    long asked = now + delay + use.channel.steps().get(place);
                    use.bursts.write(beats.get().first(), beats.get().count(), asked);
                }
            }
            cycles += Math.max(1, fetched);
            use.turns.busyUntil += fetched;
        }
        return cycles;
    }

    /**
     * When everything that the writer of a request got is in memory, if that is known: in cycles from the first step of the first iteration.
     */
    Optional<Long> settled(AccessGroup group, long trips) {
        return uses.stream()
                .filter(use -> isExact(trips) && use.makes(group))
                .map(use -> use.bursts.settled())
                .findFirst();
    }

    /** What readers and writers hold. */
    List<HeldBeats> held() {
        return uses.stream().map(use -> use.held).toList();
    }

    /** The values that say what requests touch. */
    Stream<Value> sources() {
        return uses.stream().flatMap(use -> use.channel.requests().stream()).flatMap(MemoryRequest::sources);
    }

    /** Whether there is nothing to wait for. */
    boolean isEmpty() {
        return uses.isEmpty();
    }

    /** Requests of an iteration. */
    int size() {
        return uses.stream().mapToInt(use -> use.channel.requests().size()).sum();
    }

    /**
     * Cycles that the loop waits until its last requests are done.
     *
     * @param trips its iterations; if fewer were seen, the others are taken to wait as long
     */
    long delay(long trips) {
        if (now == 0) {
            return 0;
        }
        long last = uses.stream()
                .mapToLong(use -> late(use.busyUntil, now - interval + delay))
                .max()
                .orElse(0);
        return (delay + Math.max(0, last)) * trips / seen();
    }

    /** Iterations that were gone through. */
    private long seen() {
        return now / interval;
    }

    /** Whether that is sure: the addresses of all requests in all iterations were known. */
    boolean isExact(long trips) {
        return isEmpty() || (areKnown && seen() == trips);
    }
}
