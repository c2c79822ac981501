package org.gatesmith.host.stream;

/** What the indices of wrong elements in one dimension have in common. */
final class IndexTally {

    private final long extent;
    private long count;
    private long first;
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;

    /** Bits in which any index differs from the first. */
    private long varying;

    private boolean onlyInLastTile = true;
    private boolean onlyAtTileStart = true;
    private boolean onlyAtTileEnd = true;
    private boolean onlyAtTileEdge = true;
    private long largestTile;
    private long lastTile;

    IndexTally(long extent) {
        this.extent = extent;
    }

    /**
     * Notes an element.
     *
     * @param origin first index of the tile's slice
     * @param size extent of the tile's slice
     * @param local index within it
     */
    void note(long origin, long size, long local) {
        long index = origin + local;
        first = count == 0 ? index : first;
        count++;
        varying |= index ^ first;
        lowest = Math.min(lowest, index);
        highest = Math.max(highest, index);
        boolean inLastTile = origin + size == extent;
        onlyInLastTile &= inLastTile;
        lastTile = inLastTile ? size : lastTile;
        largestTile = Math.max(largestTile, size);
        boolean atStart = local == 0;
        boolean atEnd = local == size - 1;
        onlyAtTileStart &= atStart;
        onlyAtTileEnd &= atEnd;
        onlyAtTileEdge &= atStart || atEnd;
    }

    /** Adds another tally of the same dimension. */
    void add(IndexTally other) {
        if (other.count == 0) {
            return;
        }
        first = count == 0 ? other.first : first;
        count += other.count;
        varying |= other.varying | (first ^ other.first);
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
        onlyInLastTile &= other.onlyInLastTile;
        onlyAtTileStart &= other.onlyAtTileStart;
        onlyAtTileEnd &= other.onlyAtTileEnd;
        onlyAtTileEdge &= other.onlyAtTileEdge;
        largestTile = Math.max(largestTile, other.largestTile);
        lastTile = Math.max(lastTile, other.lastTile);
    }

    long extent() {
        return extent;
    }

    long lowest() {
        return lowest;
    }

    long highest() {
        return highest;
    }

    /** Number of low bits that all indices share. */
    int commonLowBits() {
        return varying == 0 ? Long.SIZE : Long.numberOfTrailingZeros(varying);
    }

    /** Whether all are in the last of several tiles. */
    boolean isOnlyInLastTile() {
        return onlyInLastTile && lastTile < extent;
    }

    /** Share of the dimension that its last tile takes. */
    double lastTileShare() {
        return (double) lastTile / extent;
    }

    boolean isOnlyAtTileStart() {
        return onlyAtTileStart && isCut();
    }

    boolean isOnlyAtTileEnd() {
        return onlyAtTileEnd && isCut();
    }

    boolean isOnlyAtTileEdge() {
        return onlyAtTileEdge && isCut();
    }

    /** Extent of the largest tile that has wrong elements. */
    long largestTile() {
        return largestTile;
    }

    /** Whether there is more than one tile in this dimension. */
    private boolean isCut() {
        return largestTile < extent;
    }
}
