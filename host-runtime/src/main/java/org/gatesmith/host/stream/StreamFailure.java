package org.gatesmith.host.stream;

import java.util.Objects;
import java.util.OptionalLong;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;

/**
 * What ended a run before its time.
 *
 * @param stage in which it happened
 * @param tile at which it happened, if at one
 * @param place that tile in words, such as {@code tile 17 (m 256..511, n 0..511)}; empty if the problem is one tile
 * @param cause a {@link DeviceException}, whose message names the tile, a {@link DataException}, or what a source, a sink or
 *     the streamer itself threw
 */
public record StreamFailure(StreamStage stage, OptionalLong tile, String place, Throwable cause) {

    /** In one sentence: the stage, the tile, and what went wrong. */
    public String describe() {
        String where = place.isEmpty() || cause instanceof DeviceException ? "" : " of " + place;
        return stage.title() + where + ": " + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /** Throws the cause. */
    public void raise() throws DataException, DeviceException {
        switch (cause) {
            case DataException data -> throw data;
            case DeviceException device -> throw device;
            case RuntimeException unexpected -> throw unexpected;
            case Error fatal -> throw fatal;
            default -> throw new IllegalStateException(cause);
        }
    }
}
