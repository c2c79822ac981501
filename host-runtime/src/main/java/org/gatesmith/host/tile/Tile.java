package org.gatesmith.host.tile;

import java.util.Map;
import java.util.Objects;

/**
 * One call of the kernel on part of the problem.
 *
 * @param index its place in the order of execution
 * @param group tiles of one group follow each other and add to the same slices of the outputs; a group is complete after its
 *     last tile, and its results cross the link then
 * @param opensGroup whether it is the first of its group
 * @param closesGroup whether it is the last of its group
 * @param scalars what the kernel is called with, by name; bits as in {@code ProblemSize}
 * @param operands what it needs of every array, by name
 */
public record Tile(
        long index,
        long group,
        boolean opensGroup,
        boolean closesGroup,
        Map<String, Long> scalars,
        Map<String, TileOperand> operands) {

    public Tile {
        scalars = Map.copyOf(scalars);
        operands = Map.copyOf(operands);
    }

    /** What it needs of an array. */
    public TileOperand operand(String array) {
        return Objects.requireNonNull(operands.get(array), array);
    }
}
