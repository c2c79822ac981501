package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.TileOperand;

/** Gives every tile its buffers on the device: those that are there already, or new ones with what was loaded. */
final class TransferStage implements StageThread.Loop {

    private final StreamContext context;
    private final Ring in;
    private final Ring out;

    /** Inputs first: they can cross while the output buffers are still on their way back. */
    private final List<Port> order;

    /** Per port: the copies that later tiles may still use. */
    private final List<Map<Long, ResidentCopy>> resident = new ArrayList<>();

    TransferStage(StreamContext context, Ring in, Ring out) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.order = context.ports().stream()
                .sorted(Comparator.comparing(Port::isWritten))
                .toList();
        context.ports().forEach(port -> resident.add(new HashMap<>()));
    }

    @Override
    public void run(StageThread here) throws InterruptedException, DataException, DeviceException {
        for (Flight flight = in.take(); flight != null; flight = in.take()) {
            here.at(flight.tile());
            for (Port port : order) {
                place(flight, port);
            }
            out.put(flight);
        }
        out.end();
    }

    private void place(Flight flight, Port port) throws InterruptedException, DataException, DeviceException {
        TileOperand operand = flight.operand(port);
        Map<Long, ResidentCopy> copies = resident.get(port.index());
        ResidentCopy copy = flight.brings(port)
                ? bring(flight, port)
                : Objects.requireNonNull(copies.get(operand.copy()), "a copy that was never loaded");
        flight.use(port, copy);
        if (operand.lastTile() > flight.tile().index()) {
            copies.put(operand.copy(), copy);
        } else {
            copies.remove(operand.copy());
            copy.release();
        }
    }

    private ResidentCopy bring(Flight flight, Port port) throws InterruptedException, DataException, DeviceException {
        DeviceBuffer buffer = free(flight, port).take();
        long count = flight.operand(port).slice().count();
        Elements staged = flight.takeStaged(port);
        long start = context.timeline().now();
        if (staged == null) {
            buffer.clear(count);
        } else {
            buffer.write(staged.slice(0, count));
            context.timeline().toDevice(port.bytes(count));
        }
        context.timeline().worked(StreamStage.TRANSFER, flight.tile().index(), start);
        if (staged != null) {
            port.staging().give(staged);
        }
        return new ResidentCopy(buffer, port.onDevice(), flight.operand(port).lastTile());
    }

    /** The pool, once it is sure that a buffer will come back to it without this tile having run. */
    private BufferPool<DeviceBuffer> free(Flight flight, Port port) {
        Map<Long, ResidentCopy> copies = resident.get(port.index());
        for (Iterator<ResidentCopy> each = copies.values().iterator(); each.hasNext(); ) {
            ResidentCopy copy = each.next();
            if (copy.lastTile() < flight.tile().index()) {
                each.remove();
                copy.release();
            }
        }
        if (copies.size() >= port.onDevice().size()) {
            throw new IllegalStateException("tile " + flight.tile().index() + " needs another buffer for '"
                    + port.array().name() + "', but all " + copies.size() + " are kept for later tiles");
        }
        return port.onDevice();
    }
}
