package org.gatesmith.hls.cost;

/**
 * What a call moves through one memory port.
 *
 * @param port name of the kernel's parameter
 * @param elementBytes size of one element in board memory
 * @param reads elements read, every access counted
 * @param writes elements written, every access counted
 */
public record PortTraffic(String port, int elementBytes, long reads, long writes) {

    public long bytesRead() {
        return Saturating.multiply(reads, elementBytes);
    }

    public long bytesWritten() {
        return Saturating.multiply(writes, elementBytes);
    }

    public long bytes() {
        return Saturating.add(bytesRead(), bytesWritten());
    }
}
