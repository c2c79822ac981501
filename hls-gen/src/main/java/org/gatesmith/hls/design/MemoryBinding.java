package org.gatesmith.hls.design;

import java.util.List;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.ir.Value;

/**
 * An array or table and the memory that holds it.
 *
 * @param array result of the allocation or table reference, or the parameter through which the function reaches it
 * @param storage primitive
 * @param readLatency cycles from address to data: 0 for registers and LUT RAM, 1 or more for block and ultra RAM
 * @param ports what may happen in one cycle
 */
public record MemoryBinding(Value array, StorageKind storage, int readLatency, List<Port> ports) {

    /** Arrays of so few words become registers unless told otherwise: less than the address logic of a RAM. */
    public static final long REGISTER_WORDS = 4;

    public MemoryBinding {
        ports = List.copyOf(ports);
    }

    /** One access in each cycle. */
    public enum Port {
        READ,
        WRITE,
        /** Either. */
        BOTH
    }
}
