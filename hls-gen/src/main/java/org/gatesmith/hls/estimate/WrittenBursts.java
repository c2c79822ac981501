package org.gatesmith.hls.estimate;

/**
 * The bursts that writes become one after another, as {@code gs_axi_writer} and {@code gs_axi_bursts} make them: writes to one beat are gathered until
 * another beat is written or nothing is for a while; a burst goes on as long as each beat is the one after the last.
 */
final class WrittenBursts {

    /** Bytes between boundaries that no burst crosses: IHI 0022, "A3.4.1 Address structure". */
    private static final int PAGE_BYTES = 4096;

    private final BurstWriter writer;

    private boolean gathers;
    private long gathered;
    /** When a beat was last written to. */
    private long wrote = Long.MIN_VALUE / 2;

    private boolean isOpen;
    private long next;
    private int length;
    /** When the data of all bursts that are complete have been sent. */
    private long busyUntil = Long.MIN_VALUE / 2;

    WrittenBursts(BurstWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes beats that follow each other.
     *
     * @param first number of the first
     * @param count at least 1
     * @param cycle in which that is asked for; it is done after everything before
     */
    void write(long first, int count, long cycle) {
        long begins = Math.max(cycle, wrote + 1);
        rest(begins);
        long at = begins;
        for (long beat = first; beat < first + count; beat++) {
            if (gathers && beat == gathered) {
                continue;
            }
            if (gathers) {
                send(gathered, at - 1);
            }
            gathers = true;
            gathered = beat;
            at++;
        }
        wrote = Math.max(begins, at - 1);
    }

    /** When nothing was written for a while, the beat is sent, and in the next cycle the burst. */
    private void rest(long cycle) {
        long sent = wrote + writer.pause();
        if (!gathers || cycle <= sent + 1) {
            return;
        }
        send(gathered, sent);
        gathers = false;
        if (cycle > sent + 2) {
            close(sent + 1);
        }
    }

    private void send(long beat, long cycle) {
        if (joins(beat)) {
            length++;
        } else {
            close(cycle);
            isOpen = true;
            length = 1;
        }
        next = beat + 1;
    }

    private boolean joins(long beat) {
        return isOpen
                && beat == next
                && length < writer.burstBeats()
                && Math.floorMod(beat * writer.beatBytes(), PAGE_BYTES) != 0;
    }

    private void close(long cycle) {
        if (isOpen) {
            busyUntil = Math.max(busyUntil, cycle) + length;
            isOpen = false;
        }
    }

    /** The cycle in which everything is in memory, if nothing more is written; in the past if nothing was. */
    long settled() {
        if (!gathers || writer.burstBeats() == 0) {
            return wrote;
        }
        long sent = wrote + writer.pause();
        long before = isOpen && !joins(gathered) ? Math.max(busyUntil, sent) + length : busyUntil;
        int beats = joins(gathered) ? length + 1 : 1;
        return Math.max(before, sent + 1) + beats + writer.acknowledgement();
    }
}
