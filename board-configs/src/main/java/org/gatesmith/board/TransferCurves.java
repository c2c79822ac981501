package org.gatesmith.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes to bring bytes from the host's memory to the board's and back, by the size of a transfer. Small transfers
 * cost as much as the operation itself, large ones approach the rate of the link.
 *
 * @param microsecondsPerOperation what the smallest transfer takes
 * @param toDevice from the host, ascending in bytes
 * @param toHost back to it, ascending in bytes
 * @param bothBytesPerSecond what both directions carry together when they work at the same time
 * @param source where the figures come from
 * @param note doubts and remarks
 */
public record TransferCurves(
        double microsecondsPerOperation,
        List<TransferPoint> toDevice,
        List<TransferPoint> toHost,
        long bothBytesPerSecond,
        String source,
        @Nullable String note) {

    public TransferCurves {
        toDevice = List.copyOf(toDevice);
        toHost = List.copyOf(toHost);
    }

    /** Seconds that one transfer from the host takes. */
    public double secondsToDevice(double bytes) {
        return seconds(toDevice, bytes);
    }

    /** Seconds that one transfer to the host takes. */
    public double secondsToHost(double bytes) {
        return seconds(toHost, bytes);
    }

    /**
     * Between two points the time grows linearly with the bytes, as that of an operation with a fixed cost does; beyond the
     * last point the rate stays. (Interpolating the rate instead would let a larger transfer take less time.)
     */
    private double seconds(List<TransferPoint> curve, double bytes) {
        TransferPoint before = curve.getFirst();
        for (TransferPoint point : curve) {
            if (bytes <= point.bytes()) {
                return Math.max(microsecondsPerOperation * 1e-6, between(before, point, bytes));
            }
            before = point;
        }
        return bytes / before.bytesPerSecond();
    }

    private static double between(TransferPoint low, TransferPoint high, double bytes) {
        if (bytes <= low.bytes()) {
            return bytes / low.bytesPerSecond();
        }
        double part = (bytes - low.bytes()) / (high.bytes() - low.bytes());
        return low.seconds() + part * (high.seconds() - low.seconds());
    }
}
