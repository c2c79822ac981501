package org.gatesmith.hls.estimate;

import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.Value;

/**
 * How long the idle memories of a board take, in cycles.
 *
 * @param usual what ports take that have no times of their own, in the memory that a board's kernels usually use
 * @param ports times of single ports, by name of the kernel's parameter
 * @param control cycles of a call around those of the kernel itself: its start, and the look at the writers when it has ended
 */
public record BoardLatency(PortLatency usual, Map<String, PortLatency> ports, int control) {

    /** A memory that answers in the next cycle. */
    public static final BoardLatency LEAST = new BoardLatency(new PortLatency(1, BurstWriter.AT_ONCE), Map.of(), 0);

    public BoardLatency {
        ports = Map.copyOf(ports);
    }

    /** Of a port of the kernel. */
    public PortLatency of(Value port) {
        return ports.getOrDefault(String.valueOf(port.name()), usual);
    }

    /** Bytes of a beat, the same for all memories. */
    public int beatBytes() {
        return usual.writer().beatBytes();
    }

    /** Whether it makes a difference what readers hold. */
    boolean dependsOnReaders() {
        return Stream.concat(Stream.of(usual), ports.values().stream()).anyMatch(PortLatency::dependsOnReader);
    }
}
