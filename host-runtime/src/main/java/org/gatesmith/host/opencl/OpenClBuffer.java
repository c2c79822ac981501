package org.gatesmith.host.opencl;

import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.HostBuffer;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;

/**
 * Memory of the device, filled and emptied through a file that both processes map.
 *
 * @param id by which the child knows it
 * @param port the argument that it is for
 * @param shared the memory here
 */
public record OpenClBuffer(OpenClDevice device, long id, Parameter.Array port, HostBuffer shared)
        implements DeviceBuffer {

    @Override
    public long capacity() {
        return shared.elements().count();
    }

    @Override
    public void write(Elements source) throws DeviceException {
        shared.elements().slice(0, source.count()).copyFrom(source);
        transfer("write", source.count());
    }

    @Override
    public void read(Elements target) throws DeviceException {
        transfer("read", target.count());
        target.copyFrom(shared.elements().slice(0, target.count()));
    }

    @Override
    public void clear(long elements) throws DeviceException {
        shared.elements().slice(0, elements).segment().fill((byte) 0);
        transfer("write", elements);
    }

    /** Takes over the contents of another buffer of the same size on the same device. */
    public void copyFrom(DeviceBuffer other) throws DeviceException {
        device.call(Message.of("copy", ((OpenClBuffer) other).id(), id));
    }

    private void transfer(String direction, long elements) throws DeviceException {
        device.call(Message.of(direction, id, elements * port.type().bytes()));
    }

    @Override
    public void close() throws DataException {
        device.free(id);
        shared.close();
    }
}
