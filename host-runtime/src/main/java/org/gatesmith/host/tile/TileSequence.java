package org.gatesmith.host.tile;

/** The tiles of a problem in the order in which they are run, and the memory that they take. */
public interface TileSequence {

    /** Number of tiles. */
    long tiles();

    /** Number of groups; every output element belongs to exactly one. */
    long groups();

    /** The tile at an index from 0 to {@link #tiles()} - 1; cheap, whatever the index. */
    Tile tile(long index);

    /** How many tiles may be under way between two stages; 2 is double buffering. */
    int depth();

    /** How many slices of an array are held on the device at once: those that stay for later tiles, and those under way. */
    int buffers(String array);

    /** Elements of the largest slice of an array. */
    long largestSlice(String array);
}
