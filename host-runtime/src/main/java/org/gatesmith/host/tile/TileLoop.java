package org.gatesmith.host.tile;

/**
 * A dimension cut into tiles of one size; the last may be smaller.
 *
 * @param step units of a tile, at least 1
 */
public record TileLoop(SplitDimension dimension, long step) {

    public TileLoop {
        if (step < 1) {
            throw new IllegalArgumentException("tiles of " + step + " units");
        }
    }

    public String scalar() {
        return dimension.scalar();
    }

    public LoopKind kind() {
        return dimension.kind();
    }

    /** Number of tiles along the dimension; 1 for a dimension without units. */
    public long trips() {
        return Math.max(1, Math.ceilDiv(dimension.units(), step));
    }

    /** First unit of a tile. */
    long start(long tile) {
        return tile * step;
    }

    /** Units of a tile. */
    long units(long tile) {
        return Math.min(step, dimension.units() - start(tile));
    }

    /** Units of the largest tile, the first. */
    long largest() {
        return units(0);
    }

    /** Units of the smallest tile, the last. */
    long smallest() {
        return units(trips() - 1);
    }
}
