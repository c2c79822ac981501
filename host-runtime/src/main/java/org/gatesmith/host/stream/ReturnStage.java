package org.gatesmith.host.stream;

import java.util.List;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.DeviceException;

/** Moves the results of complete groups to host memory, and lets verification have them. */
final class ReturnStage implements StageThread.Loop {

    private final StreamContext context;
    private final List<Port> written;
    private final Ring in;
    private final Ring out;

    ReturnStage(StreamContext context, Ring in, Ring out) {
        this.context = context;
        this.written = context.written();
        this.in = in;
        this.out = out;
    }

    @Override
    public void run(StageThread here) throws InterruptedException, DataException, DeviceException {
        for (Flight flight = in.take(); flight != null; flight = in.take()) {
            here.at(flight.tile());
            for (Port port : written) {
                bringBack(flight, port);
            }
            GroupCheck check = flight.check();
            if (check != null) {
                check.deliver(flight);
            }
            out.put(flight);
        }
        out.end();
    }

    private void bringBack(Flight flight, Port port) throws InterruptedException, DataException, DeviceException {
        Elements buffer = port.results().take();
        flight.returned(port, buffer);
        Elements result = flight.result(port);
        long start = context.timeline().now();
        flight.onDevice(port).buffer().read(result);
        context.timeline().worked(StreamStage.TRANSFER_BACK, flight.tile().index(), start);
        context.timeline().fromDevice(port.bytes(result.count()));
        flight.onDevice(port).release();
    }
}
