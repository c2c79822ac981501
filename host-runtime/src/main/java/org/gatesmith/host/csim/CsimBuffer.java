package org.gatesmith.host.csim;

import java.nio.file.Path;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.HostBuffer;
import org.gatesmith.host.device.DeviceBuffer;

/** A file that this process and the simulated kernel map into memory. */
record CsimBuffer(HostBuffer shared) implements DeviceBuffer {

    Path file() {
        return shared.file();
    }

    @Override
    public long capacity() {
        return shared.elements().count();
    }

    @Override
    public void write(Elements source) {
        shared.elements().slice(0, source.count()).copyFrom(source);
    }

    @Override
    public void read(Elements target) {
        target.copyFrom(shared.elements().slice(0, target.count()));
    }

    @Override
    public void clear(long elements) {
        shared.elements().slice(0, elements).segment().fill((byte) 0);
    }

    @Override
    public void close() throws DataException {
        shared.close();
    }
}
