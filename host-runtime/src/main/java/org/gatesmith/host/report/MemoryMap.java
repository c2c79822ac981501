package org.gatesmith.host.report;

import java.util.List;

/**
 * The kernel's ports and the memory banks behind them.
 *
 * @param ports in the order of the kernel's parameters
 * @param banks those that are used, in the board's order
 */
public record MemoryMap(List<Port> ports, List<Bank> banks) {

    public MemoryMap {
        ports = List.copyOf(ports);
        banks = List.copyOf(banks);
    }

    /**
     * A port with the operand that goes through it.
     *
     * @param name such as {@code gmem0}
     * @param operand such as {@code a}
     * @param direction such as {@code in}, {@code out}, {@code inout}
     * @param bits width of the port
     * @param bank such as {@code HBM[3]}; the name of one of the banks
     * @param buffers number of buffers of the operand in that bank
     * @param bytesPerBuffer size of each
     * @param alignment bytes that each buffer's address is a multiple of
     */
    public record Port(
            String name,
            String operand,
            String direction,
            int bits,
            String bank,
            int buffers,
            long bytesPerBuffer,
            long alignment) {}

    /**
     * A bank.
     *
     * @param bytesUsed by all buffers in it
     * @param capacity bytes; positive
     */
    public record Bank(String name, long bytesUsed, long capacity) {

        public Bank {
            if (bytesUsed < 0 || capacity <= 0) {
                throw new IllegalArgumentException(name + ": " + bytesUsed + " of " + capacity + " bytes");
            }
        }
    }
}
