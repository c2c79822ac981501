package org.gatesmith.host.tile;

import org.gatesmith.board.Board;
import org.gatesmith.board.HostLink;

/** How long transfers between host memory and a board take. */
final class LinkTimes {

    /** Time of a transfer without bytes, in seconds. */
    private static final double PER_OPERATION = 13.6e-6;

    /** A copy by one processor core, in bytes per second. */
    private static final double COPY = 5e9;

    private final double bytesPerSecond;

    private LinkTimes(double bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    static LinkTimes of(Board board) {
        HostLink host = board.host();
        return new LinkTimes(host == null ? COPY : host.bytesPerSecond());
    }

    /** Seconds that one transfer to the device takes. */
    double toDevice(double bytes) {
        return PER_OPERATION + bytes / bytesPerSecond;
    }

    /** Seconds that one transfer to the host takes. */
    double toHost(double bytes) {
        return PER_OPERATION + bytes / bytesPerSecond;
    }

    /** Seconds that the bytes of both directions keep the link busy. */
    double bothWays(double bytesIn, double bytesOut) {
        return (bytesIn + bytesOut) / (2 * bytesPerSecond);
    }
}
