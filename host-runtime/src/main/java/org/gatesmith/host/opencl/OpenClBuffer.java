package org.gatesmith.host.opencl;

import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.HostBuffer;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;

/**
 * Memory of the device, filled and emptied through a file that both processes map.
 *
 * @param id by which the child knows it
 * @param bytesPerElement size of an element there and here
 */
record OpenClBuffer(OpenClDevice device, long id, HostBuffer shared, int bytesPerElement) implements DeviceBuffer {

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

    private void transfer(String direction, long elements) throws DeviceException {
        device.call(Message.of(direction, id, elements * bytesPerElement));
    }

    @Override
    public void close() throws DataException {
        device.free(id);
        shared.close();
    }
}
