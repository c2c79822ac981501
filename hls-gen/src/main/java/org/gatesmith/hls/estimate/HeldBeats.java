package org.gatesmith.hls.estimate;

/**
 * What a reader of board memory holds, as {@code gs_axi_reader} keeps it: the beats that it fetched last.
 *
 * @param room beats that it can keep
 * @param next number of the beat after the newest one
 * @param count how many of the newest it keeps
 * @param isKnown whether next and count are sure
 */
record HeldBeats(int room, long next, int count, boolean isKnown) {

    /** Nothing is held. */
    static HeldBeats none(int room) {
        return new HeldBeats(room, 0, 0, true);
    }

    /** Anything may be held. */
    HeldBeats unknown() {
        return new HeldBeats(room, 0, 0, false);
    }

    HeldBeats forgotten() {
        return none(room);
    }

    /** Whether it is sure that a request for beats fetches some, whichever they are. */
    boolean isEmpty() {
        return isKnown && count == 0;
    }

    /** Beats that a request fetches. */
    int fetched(long first, int beats) {
        return isNear(first) ? Math.max(0, beats - (int) (next - first)) : beats;
    }

    /** After a request. */
    HeldBeats after(long first, int beats) {
        int fetched = fetched(first, beats);
        if (fetched == 0) {
            return this;
        }
        int kept = isNear(first) ? count + fetched : fetched;
        return new HeldBeats(room, first + beats, Math.min(room, kept), true);
    }

    private boolean isNear(long first) {
        return isKnown && first <= next && next - first <= count;
    }
}
