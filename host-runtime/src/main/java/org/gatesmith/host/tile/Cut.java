package org.gatesmith.host.tile;

/**
 * How an array is cut along one of its dimensions: units {@code u} to {@code u + t} need the elements from {@code stride · u}
 * to {@code stride · (u + t) + halo}.
 *
 * @param dimension which of the array's, 0 the outermost
 * @param stride elements per unit, at least 1
 * @param halo elements that neighbouring tiles share, at least 0; 0 for arrays that the kernel writes
 */
public record Cut(int dimension, long stride, long halo) {

    /** First element of the tile that starts at a unit. */
    long origin(long unit) {
        return Math.multiplyExact(stride, unit);
    }

    /** Elements of a tile of so many units. */
    long extent(long units) {
        return Math.addExact(Math.multiplyExact(stride, units), halo);
    }
}
