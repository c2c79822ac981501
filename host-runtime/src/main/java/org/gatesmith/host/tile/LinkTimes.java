package org.gatesmith.host.tile;

import org.gatesmith.board.Board;
import org.gatesmith.board.HostLink;
import org.gatesmith.board.TransferCurves;
import org.jspecify.annotations.Nullable;

/** How long transfers between the host's memory and a board's take. */
final class LinkTimes {

    private final @Nullable TransferCurves curves;
    private final double peak;

    private LinkTimes(@Nullable TransferCurves curves, double peak) {
        this.curves = curves;
        this.peak = peak;
    }

    /** As the board's file says; if it has no curves, at the peak of its link, or of its memory if it has no link. */
    static LinkTimes of(Board board) {
        HostLink host = board.host();
        return new LinkTimes(
                board.transfers(), host == null ? board.defaultMemory().bytesPerSecondTotal() : host.bytesPerSecond());
    }

    /** Whether the board's file has curves. */
    boolean areMeasured() {
        return curves != null;
    }

    /** Seconds that one transfer to the device takes. */
    double toDevice(double bytes) {
        return curves == null ? bytes / peak : curves.secondsToDevice(bytes);
    }

    /** Seconds that one transfer to the host takes. */
    double toHost(double bytes) {
        return curves == null ? bytes / peak : curves.secondsToHost(bytes);
    }

    /** Seconds that the bytes of both directions keep the link busy when they flow at the same time. */
    double bothWays(double bytesIn, double bytesOut) {
        return (bytesIn + bytesOut) / (curves == null ? 2 * peak : curves.bothBytesPerSecond());
    }

    /** Seconds of an operation without bytes, such as the start of a kernel. */
    double operation() {
        return curves == null ? 0 : curves.microsecondsPerOperation() * 1e-6;
    }
}
