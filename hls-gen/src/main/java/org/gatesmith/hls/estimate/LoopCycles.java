package org.gatesmith.hls.estimate;

/**
 * What one loop of a design does in a call of the kernel.
 *
 * @param entries how often it is reached
 * @param iterations over all entries
 * @param cycles over all entries, inner loops included, and what it waits for FIFOs and for writes to board memory
 */
public record LoopCycles(long entries, long iterations, long cycles) {

    static final LoopCycles NONE = new LoopCycles(0, 0, 0);

    LoopCycles plus(LoopCycles other) {
        return new LoopCycles(entries + other.entries, iterations + other.iterations, cycles + other.cycles);
    }

    LoopCycles times(long factor) {
        return new LoopCycles(entries * factor, iterations * factor, cycles * factor);
    }
}
