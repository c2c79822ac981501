package org.gatesmith.host.tile;

/**
 * What a tile needs of one array.
 *
 * @param slice which elements, dense in the kernel's argument
 * @param copy tiles with the same number use the same elements, which cross the link once for all of them
 * @param lastTile index of the last tile that uses this copy; after it the memory is free
 */
public record TileOperand(Slice slice, long copy, long lastTile) {}
