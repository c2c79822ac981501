package org.gatesmith.host.tile;

import org.gatesmith.hls.signature.KernelSignature;

/**
 * A dimension that the kernel permits to cut, as far as tests on the JVM can tell.
 *
 * @param granule tiles are multiples of it, except the last
 */
public record GranularDimension(SplitDimension dimension, long granule) {

    public String scalar() {
        return dimension.scalar();
    }

    /** Units of a tile: at least so many, a multiple of the granule that the scalar's contract permits, or all there are. */
    long step(long least, KernelSignature signature) {
        long units = Math.max(Math.max(1, least), dimension.leastUnits(signature));
        return Math.max(1, Math.min(Math.ceilDiv(units, granule) * granule, dimension.units()));
    }
}
