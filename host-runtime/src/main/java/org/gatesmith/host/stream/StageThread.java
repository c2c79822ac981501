package org.gatesmith.host.stream;

import java.util.OptionalLong;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.Tile;
import org.jspecify.annotations.Nullable;

/** One stage at work: carries out its loop and reports what ends it before its time. */
final class StageThread implements Runnable {

    private final StreamStage stage;
    private final StreamContext context;
    private final Loop loop;
    private @Nullable Tile tile;

    /** What a stage does from the first tile to the last. */
    interface Loop {
        /**
         * Works until there are no more tiles.
         *
         * @param here is told which tile is being worked on
         */
        void run(StageThread here) throws InterruptedException, DataException, DeviceException;
    }

    StageThread(StreamStage stage, StreamContext context, Loop loop) {
        this.stage = stage;
        this.context = context;
        this.loop = loop;
    }

    /** What follows is about this tile. */
    void at(Tile now) {
        tile = now;
    }

    /** What follows is about no tile in particular. */
    void atEnd() {
        tile = null;
    }

    @Override
    @SuppressWarnings("Interruption") // an interrupt only ever means the end of the run
    public void run() {
        try {
            loop.run(this);
        } catch (InterruptedException e) {
            context.halt().end(StreamResult.Ending.CANCELLED);
        } catch (Throwable e) {
            // Whatever it is, the other stages must not wait for this one.
            context.halt().fail(failure(stage, tile, e, context.request()));
        }
    }

    /** A failure at a tile; a device's message gets the tile, as that is all that its user reads. */
    static StreamFailure failure(StreamStage stage, @Nullable Tile tile, Throwable cause, StreamRequest request) {
        if (tile == null) {
            return new StreamFailure(stage, OptionalLong.empty(), "", cause);
        }
        String place = request.tiles().tiles() == 1 ? "" : TilePlace.of(tile, request.signature());
        Throwable placed = cause instanceof DeviceException device && !place.isEmpty()
                ? new DeviceException(device.fault(), device.span(), "in " + place + ": " + device.getMessage())
                : cause;
        return new StreamFailure(stage, OptionalLong.of(tile.index()), place, placed);
    }
}
