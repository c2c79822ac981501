package org.gatesmith.host.device;

import java.nio.file.Path;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.HostBuffer;

/** A file that this process and one that runs the kernel map into memory. */
public record MappedBuffer(HostBuffer shared) implements DeviceBuffer {

    /** The file to map. */
    public Path file() {
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
