package org.gatesmith.host.tile;

import org.gatesmith.hls.signature.Direction;

/**
 * What a plan does with one array.
 *
 * @param bank the memory bank that its buffers lie in
 * @param sliceBytes of the largest tile
 * @param held slices that stay on the device for later tiles
 * @param buffers slices that the device has room for: those held, and those under way
 * @param transfers how many slices cross the link, in each direction that the kernel uses
 * @param bytesIn bytes that cross the link to the device in all
 * @param bytesOut bytes that cross it to the host
 * @param lowerBound bytes that must cross it at least: every element once in each direction that the kernel uses
 */
public record OperandPlan(
        String array,
        Direction direction,
        String bank,
        long sliceBytes,
        long held,
        long buffers,
        long transfers,
        double bytesIn,
        double bytesOut,
        double lowerBound) {

    /** Bytes that cross the link in all. */
    public double bytesMoved() {
        return bytesIn + bytesOut;
    }

    /** How often every element crosses the link; 1 is the least. */
    public double repetition() {
        return lowerBound == 0 ? 1 : bytesMoved() / lowerBound;
    }
}
