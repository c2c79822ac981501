package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileOperand;
import org.gatesmith.host.tile.TileSequence;
import org.jspecify.annotations.Nullable;

/** Reads what the device does not have yet into staging buffers, tile by tile. */
final class LoadStage implements StageThread.Loop {

    private final StreamContext context;
    private final @Nullable Verifier verifier;
    private final Ring out;

    /** Per port: the copies that later tiles may still use, each with the last of these tiles. */
    private final List<Map<Long, Long>> resident = new ArrayList<>();

    private @Nullable GroupCheck check;

    LoadStage(StreamContext context, @Nullable Verifier verifier, Ring out) {
        this.context = context;
        this.verifier = verifier;
        this.out = out;
        context.ports().forEach(port -> resident.add(new HashMap<>()));
    }

    @Override
    public void run(StageThread here) throws InterruptedException, DataException, DeviceException {
        TileSequence tiles = context.request().tiles();
        for (long i = 0; i < tiles.tiles(); i++) {
            Tile tile = tiles.tile(i);
            here.at(tile);
            if (context.ledger().isDone(tile.group())) {
                context.progress().skipped(tile.closesGroup());
            } else {
                out.put(load(tile));
            }
        }
        out.end();
    }

    private Flight load(Tile tile) throws InterruptedException, DataException, DeviceException {
        if (tile.opensGroup()) {
            check = verifier == null ? null : verifier.check(tile);
        }
        Flight flight = new Flight(tile, context.ports().size(), check);
        for (Port port : context.ports()) {
            if (isNew(port, tile)) {
                flight.bring(port, port.isRead() ? load(port, tile) : null);
            }
        }
        if (tile.opensGroup() && check != null) {
            check.start();
        }
        return flight;
    }

    private boolean isNew(Port port, Tile tile) {
        Map<Long, Long> copies = resident.get(port.index());
        TileOperand operand = port.operand(tile);
        boolean isNew = !copies.containsKey(operand.copy());
        if (isNew) {
            // A copy outlives its last tile if that belongs to a group which an earlier run finished.
            copies.values().removeIf(last -> last < tile.index());
        }
        if (operand.lastTile() > tile.index()) {
            copies.put(operand.copy(), operand.lastTile());
        } else {
            copies.remove(operand.copy());
        }
        return isNew;
    }

    private Elements load(Port port, Tile tile) throws InterruptedException, DataException, DeviceException {
        Slice slice = port.operand(tile).slice();
        Elements buffer = port.staging().take();
        long start = context.timeline().now();
        port.source().read(slice, buffer.slice(0, slice.count()));
        context.timeline().worked(StreamStage.LOAD, tile.index(), start);
        context.timeline().loaded(port.bytes(slice.count()));
        return buffer;
    }
}
