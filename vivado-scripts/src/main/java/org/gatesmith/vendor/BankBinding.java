package org.gatesmith.vendor;

import org.gatesmith.board.Bank;
import org.gatesmith.board.Memory;

/**
 * A kernel port and the memory bank it is connected to.
 *
 * @param port the port
 * @param bank the bank
 * @param memory the memory that the bank belongs to
 */
public record BankBinding(MemoryPort port, Bank bank, Memory memory) {

    /** What all buffers of the port's arguments together can hold, in bytes. */
    public long capacityBytes() {
        return memory.bytesPerBank();
    }
}
