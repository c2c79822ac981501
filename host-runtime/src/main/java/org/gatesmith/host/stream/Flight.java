package org.gatesmith.host.stream;

import java.util.Objects;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileOperand;
import org.jspecify.annotations.Nullable;

/** A tile on its way through the stages, with the buffers that it holds. Only the stage that has it touches it. */
final class Flight {

    private final Tile tile;
    private final @Nullable GroupCheck check;
    private final @Nullable Elements[] staged;
    private final boolean[] isNew;
    private final @Nullable ResidentCopy[] onDevice;
    private final @Nullable Elements[] results;

    /**
     * @param ports number of array parameters
     * @param check verification of its group, null if the group is not verified
     */
    Flight(Tile tile, int ports, @Nullable GroupCheck check) {
        this.tile = tile;
        this.check = check;
        this.staged = new Elements[ports];
        this.isNew = new boolean[ports];
        this.onDevice = new ResidentCopy[ports];
        this.results = new Elements[ports];
    }

    Tile tile() {
        return tile;
    }

    @Nullable
    GroupCheck check() {
        return check;
    }

    TileOperand operand(Port port) {
        return port.operand(tile);
    }

    /** The device has no copy of this operand yet; the elements are in a staging buffer if the kernel reads them. */
    void bring(Port port, @Nullable Elements buffer) {
        isNew[port.index()] = true;
        staged[port.index()] = buffer;
    }

    /** Whether the device has no copy of this operand yet. */
    boolean brings(Port port) {
        return isNew[port.index()];
    }

    /** The staging buffer, which the flight no longer holds; null if there is none. */
    @Nullable
    Elements takeStaged(Port port) {
        Elements buffer = staged[port.index()];
        staged[port.index()] = null;
        return buffer;
    }

    void use(Port port, ResidentCopy copy) {
        copy.hold();
        onDevice[port.index()] = copy;
    }

    ResidentCopy onDevice(Port port) {
        return Objects.requireNonNull(onDevice[port.index()]);
    }

    void returned(Port port, Elements buffer) {
        results[port.index()] = buffer;
    }

    /** The buffer that holds the results. */
    Elements resultBuffer(Port port) {
        return Objects.requireNonNull(results[port.index()]);
    }

    /** The results, in row-major order of the operand's slice. */
    Elements result(Port port) {
        return resultBuffer(port).slice(0, operand(port).slice().count());
    }
}
