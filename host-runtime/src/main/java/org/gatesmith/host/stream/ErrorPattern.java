package org.gatesmith.host.stream;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the wrong elements of an output are. An array of more than two dimensions is seen as a matrix: its last extent is the
 * columns, the product of the others the rows. A vector is one row.
 *
 * @param rows extent of the matrix
 * @param columns extent of the matrix
 * @param cellRows rows of the grid that is laid over it
 * @param cellColumns columns of the grid
 * @param cells wrong elements in each cell of the grid, row by row; element (y, x) belongs to the cell in row
 *     {@code y * cellRows / rows} and column {@code x * cellColumns / columns}
 * @param lowest the smallest index of a wrong element in every dimension; empty if there is none
 * @param highest the largest index of a wrong element in every dimension; empty if there is none
 * @param tiles wrong elements by the tile that completed them, for the first {@value #LISTED_TILES} tiles that have some
 * @param wrongTiles number of tiles that have some
 * @param sentence what the wrong elements have in common; empty if there is none
 */
public record ErrorPattern(
        long rows,
        long columns,
        int cellRows,
        int cellColumns,
        List<Long> cells,
        List<Long> lowest,
        List<Long> highest,
        Map<Long, Long> tiles,
        long wrongTiles,
        String sentence) {

    /** Cells along each side of the grid, at most: a heat map of thumbnail size. */
    public static final int LARGEST_GRID = 64;

    /** Tiles that are listed with their number of wrong elements. */
    public static final int LISTED_TILES = 256;

    public ErrorPattern {
        cells = List.copyOf(cells);
        lowest = List.copyOf(lowest);
        highest = List.copyOf(highest);
        SortedMap<Long, Long> sorted = new TreeMap<>(tiles);
        tiles = Collections.unmodifiableSortedMap(sorted);
    }

    /** Wrong elements in one cell. */
    public long cell(int row, int column) {
        return cells.get(row * cellColumns + column);
    }
}
