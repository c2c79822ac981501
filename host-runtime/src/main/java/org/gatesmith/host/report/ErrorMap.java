package org.gatesmith.host.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Wrong elements counted over a grid that divides an array into equal cells. An array of more than two dimensions is seen
 * as a matrix: its last extent is the columns, the product of the others the rows. A vector is one row.
 *
 * @param rows extent of the matrix
 * @param columns extent of the matrix
 * @param cells wrong elements in each cell, {@code cells.get(i).get(j)} for cell row i and cell column j; all rows have
 *     the same length. Cell row i of r holds the matrix rows from {@code ceil(i * rows / r)} up to and without {@code
 *     ceil((i + 1) * rows / r)}: row y belongs to cell row {@code floor(y * r / rows)}; columns likewise
 */
public record ErrorMap(long rows, long columns, List<List<Long>> cells) {

    public ErrorMap {
        cells = cells.stream().map(List::copyOf).toList();
        if (rows <= 0 || columns <= 0 || cells.isEmpty() || cells.getFirst().isEmpty()) {
            throw new IllegalArgumentException("an error map of " + rows + " x " + columns + " without cells");
        }
        int width = cells.getFirst().size();
        if (cells.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("rows of an error map differ in length");
        }
    }

    /** A map of counts in row-major order. */
    public static ErrorMap of(long rows, long columns, int cellRows, int cellColumns, long[] counts) {
        List<List<Long>> cells = new ArrayList<>();
        for (int i = 0; i < cellRows; i++) {
            List<Long> row = new ArrayList<>();
            for (int j = 0; j < cellColumns; j++) {
                row.add(counts[i * cellColumns + j]);
            }
            cells.add(row);
        }
        return new ErrorMap(rows, columns, cells);
    }

    public int cellRows() {
        return cells.size();
    }

    public int cellColumns() {
        return cells.getFirst().size();
    }
}
