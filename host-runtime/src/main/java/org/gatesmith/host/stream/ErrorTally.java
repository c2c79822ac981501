package org.gatesmith.host.stream;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.gatesmith.hls.signature.JavaType;

/** Counts the wrong elements of one output, or of part of it; tallies of parts can be added. */
final class ErrorTally {

    private final JavaType type;
    private final long[] shape;
    private final long rows;
    private final long columns;
    private final int cellRows;
    private final int cellColumns;

    private long compared;
    private long count;
    private long[] cells = {};
    private final SortedMap<Long, Long> tiles = new TreeMap<>();
    private long wrongTiles;
    private final IndexTally[] indices;
    private final ValueTally values;

    ErrorTally(JavaType type, List<Long> shape) {
        this.type = type;
        this.shape = shape.stream().mapToLong(Long::longValue).toArray();
        this.columns = shape.isEmpty() ? 1 : shape.getLast();
        this.rows = Arrays.stream(this.shape, 0, Math.max(0, shape.size() - 1)).reduce(1, Math::multiplyExact);
        this.cellRows = Math.clamp(rows, 1, ErrorPattern.LARGEST_GRID);
        this.cellColumns = Math.clamp(columns, 1, ErrorPattern.LARGEST_GRID);
        this.indices = new IndexTally[shape.size()];
        Arrays.setAll(indices, d -> new IndexTally(this.shape[d]));
        this.values = new ValueTally(type);
    }

    /** Begins a tile's slice; what is noted until the next one belongs to it. */
    SliceErrors slice(long tile, List<Long> origin, List<Long> extents) {
        return new SliceErrors(tile, origin, extents);
    }

    /** Notes the wrong elements of one slice. */
    final class SliceErrors {

        private final long tile;
        private final long[] origin;
        private final long[] extents;
        private final long[] local;
        private long wrong;

        private SliceErrors(long tile, List<Long> origin, List<Long> extents) {
            this.tile = tile;
            this.origin = origin.stream().mapToLong(Long::longValue).toArray();
            this.extents = extents.stream().mapToLong(Long::longValue).toArray();
            this.local = new long[this.origin.length];
        }

        /**
         * Notes an element.
         *
         * @param index row-major index within the slice
         */
        void note(long index, long expectedBits, long actualBits) {
            long rest = index;
            long row = 0;
            for (int d = local.length - 1; d >= 0; d--) {
                local[d] = rest % extents[d];
                rest /= extents[d];
            }
            for (int d = 0; d < local.length; d++) {
                indices[d].note(origin[d], extents[d], local[d]);
                row = d == local.length - 1 ? row : row * shape[d] + origin[d] + local[d];
            }
            long column = local.length == 0 ? 0 : origin[local.length - 1] + local[local.length - 1];
            countCell(row, column);
            values.note(expectedBits, actualBits);
            count++;
            wrong++;
        }

        /** Ends the slice. */
        void end() {
            compared += LongStream.of(extents).reduce(1, (a, b) -> a * b);
            if (wrong > 0) {
                wrongTiles++;
                list(tile, wrong);
            }
        }
    }

    private void countCell(long row, long column) {
        if (cells.length == 0) {
            cells = new long[cellRows * cellColumns];
        }
        // Extents whose product with 64 exceeds a long would need a file of exabytes.
        cells[(int) (row * cellRows / rows * cellColumns + column * cellColumns / columns)]++;
    }

    private void list(long tile, long wrong) {
        if (tiles.size() < ErrorPattern.LISTED_TILES || tiles.containsKey(tile)) {
            tiles.merge(tile, wrong, Long::sum);
        }
    }

    /** Adds what another tally of the same output counted, in other tiles. */
    void add(ErrorTally other) {
        compared += other.compared;
        if (other.count == 0) {
            return;
        }
        if (cells.length == 0) {
            cells = new long[cellRows * cellColumns];
        }
        Arrays.setAll(cells, i -> cells[i] + other.cells[i]);
        for (int d = 0; d < indices.length; d++) {
            indices[d].add(other.indices[d]);
        }
        values.add(other.values);
        count += other.count;
        wrongTiles += other.wrongTiles;
        other.tiles.forEach(this::list);
    }

    ErrorPattern pattern() {
        List<Long> grid = Arrays.stream(count == 0 ? new long[cellRows * cellColumns] : cells)
                .boxed()
                .toList();
        return new ErrorPattern(
                rows,
                columns,
                cellRows,
                cellColumns,
                grid,
                count == 0 ? List.of() : bounds(true),
                count == 0 ? List.of() : bounds(false),
                tiles,
                wrongTiles,
                count == 0 ? "" : new ErrorSentence(compared, count, List.of(indices), values).text());
    }

    private List<Long> bounds(boolean lowest) {
        return Arrays.stream(indices)
                .map(index -> lowest ? index.lowest() : index.highest())
                .toList();
    }

    @Override
    public String toString() {
        return count + " wrong of " + compared + " " + type.keyword() + " elements";
    }
}
