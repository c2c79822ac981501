package org.gatesmith.board;

/**
 * What transfers of one size achieve.
 *
 * @param bytes of one transfer
 * @param bytesPerSecond achieved, the cost of the operation included
 */
public record TransferPoint(long bytes, long bytesPerSecond) {

    /** Seconds of one transfer. */
    double seconds() {
        return (double) bytes / bytesPerSecond;
    }
}
