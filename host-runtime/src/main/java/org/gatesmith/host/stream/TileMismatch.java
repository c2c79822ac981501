package org.gatesmith.host.stream;

import org.gatesmith.host.data.Mismatch;

/**
 * An element that is not as expected, and the tile that completed it.
 *
 * @param mismatch index and position are those in the whole array
 * @param tile index of the tile
 */
public record TileMismatch(Mismatch mismatch, long tile) {}
