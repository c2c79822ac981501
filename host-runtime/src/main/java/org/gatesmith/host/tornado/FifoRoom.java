package org.gatesmith.host.tornado;

import org.gatesmith.host.data.Elements;

/**
 * What a task with FIFOs says after a run. It has three numbers for each: the room that it was given, the elements that were written
 * to it, and those that were read before they were written.
 *
 * @param written most elements that were written to one FIFO
 * @param readsEarly whether a FIFO was read before it was written
 */
record FifoRoom(int written, boolean readsEarly) {

    static final int WORDS = 3;

    /** What the task reads before a run: every FIFO has the same room. */
    static long[] given(int fifos, int room) {
        long[] counts = new long[WORDS * fifos];
        for (int i = 0; i < fifos; i++) {
            counts[WORDS * i] = room;
        }
        return counts;
    }

    static FifoRoom of(Elements counts) {
        long written = 0;
        boolean early = false;
        for (long i = 0; i < counts.count(); i += WORDS) {
            written = Math.max(written, counts.bits(i + 1));
            early |= counts.bits(i + 2) != 0;
        }
        return new FifoRoom(Math.toIntExact(written), early);
    }
}
