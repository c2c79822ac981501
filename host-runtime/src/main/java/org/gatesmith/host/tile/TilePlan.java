package org.gatesmith.host.tile;

import java.util.List;
import java.util.Optional;

/**
 * How a problem is cut into tiles, in which order they run, what stays on the device, and what it costs. Immutable; tiles are
 * computed when they are asked for.
 *
 * @param kernel name of the kernel
 * @param nest the loops over tiles
 * @param operands every array, in the order of the parameters
 * @param banks room on the device
 * @param hostBytes room that the ring of buffers takes in the host's memory
 * @param dimensions those that may be cut, with the granule of their tiles; empty if no cut was needed or asked for
 * @param unsplit those that may not
 * @param times predictions
 */
public record TilePlan(
        String kernel,
        TileNest nest,
        List<OperandPlan> operands,
        List<BankUse> banks,
        long hostBytes,
        List<GranularDimension> dimensions,
        List<Unsplit> unsplit,
        PlanTimes times)
        implements TileSequence {

    public TilePlan {
        operands = List.copyOf(operands);
        banks = List.copyOf(banks);
        dimensions = List.copyOf(dimensions);
        unsplit = List.copyOf(unsplit);
    }

    /** The loops over tiles, outermost first; none if there is one tile. */
    public List<TileLoop> loops() {
        return nest.loops();
    }

    /** The loop that cuts a scalar's extents. */
    public Optional<TileLoop> loop(String scalar) {
        return loops().stream().filter(loop -> loop.scalar().equals(scalar)).findFirst();
    }

    /** What the plan does with an array. */
    public OperandPlan operand(String array) {
        return operands.stream()
                .filter(operand -> operand.array().equals(array))
                .findFirst()
                .orElseThrow();
    }

    /** Bytes that cross the link in both directions. */
    public double bytesMoved() {
        return operands.stream().mapToDouble(OperandPlan::bytesMoved).sum();
    }

    /** Bytes that must cross it at least. */
    public double lowerBound() {
        return operands.stream().mapToDouble(OperandPlan::lowerBound).sum();
    }

    @Override
    public long tiles() {
        return nest.tiles();
    }

    @Override
    public long groups() {
        return nest.groups();
    }

    @Override
    public Tile tile(long index) {
        return nest.tile(index);
    }

    @Override
    public int depth() {
        return nest.depth();
    }

    @Override
    public int buffers(String array) {
        return nest.buffers(array);
    }

    @Override
    public long largestSlice(String array) {
        return nest.largestSlice(array);
    }
}
