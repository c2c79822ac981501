package org.gatesmith.host.tile;

/**
 * A dimension that the kernel permits to cut, as far as tests on the JVM can tell.
 *
 * @param granule tiles are multiples of it, except the last
 */
public record GranularDimension(SplitDimension dimension, long granule) {

    public String scalar() {
        return dimension.scalar();
    }
}
