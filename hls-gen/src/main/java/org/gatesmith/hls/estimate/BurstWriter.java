package org.gatesmith.hls.estimate;

/**
 * What joins writes to beats and beats to bursts. A beat is complete when another one is touched or nothing was written for a while; a burst
 * is sent when the first beat of the next one is complete, or with the last beat, and takes a cycle for each beat.
 *
 * @param acknowledgement from the last beat of a burst until it is known to be in memory
 * @param pause cycles after which the last beat is complete
 * @param beatBytes width of the bus
 * @param burstBeats beats of the longest burst; 0 for a memory that takes all writes at once
 */
public record BurstWriter(int acknowledgement, int pause, int beatBytes, int burstBeats) {

    /** Writes are in memory in the cycle in which they are made. */
    public static final BurstWriter AT_ONCE = new BurstWriter(0, 0, 1, 0);

    /** Bursts before the last one that may still hold it up. */
    private static final int QUEUED = 3;

    /**
     * Cycles from the last of neighbouring writes until all of them are in memory.
     *
     * @param bytes that are written, at least 1
     * @param cycles from the first write to the last
     */
    long settles(long bytes, long cycles) {
        if (burstBeats == 0) {
            return 0;
        }
        long beats = Math.ceilDiv(bytes, beatBytes);
        long bursts = Math.ceilDiv(beats, burstBeats);
        long end = Long.MIN_VALUE / 2;
        for (long burst = Math.max(0, bursts - 1 - QUEUED); burst < bursts; burst++) {
            long first = burst * burstBeats;
            long last = Math.min(beats, first + burstBeats) - 1;
            long sent = last == beats - 1 ? pause + 1 : complete(last + 1, beats, cycles);
            end = Math.max(end, sent) + last - first + 1;
        }
        return Math.max(0, end) + acknowledgement;
    }

    /** When a beat is complete, counted from the last write. */
    private long complete(long beat, long beats, long cycles) {
        return beat == beats - 1 ? pause : -(beats - 2 - beat) * cycles / beats;
    }
}
