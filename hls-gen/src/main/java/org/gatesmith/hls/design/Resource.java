package org.gatesmith.hls.design;

/** What performs an operation. */
public sealed interface Resource {

    /** Nothing but wires: constants, table references, changes of width, shifts by constants. */
    record Wires() implements Resource {}

    /**
     * An operator. Operations of a module with the same instance take turns on it; the scheduler sees to it that they never
     * meet.
     *
     * @param kind what it is, as the operator library names it
     * @param instance number of the operator in its module
     */
    record Operator(String kind, int instance) implements Resource {}

    /** Another module as an operator: an instance of a {@link ModuleDesign.Core}. */
    record CoreInstance(String function, int instance) implements Resource {}

    /**
     * A port of an on-chip memory.
     *
     * @param port position in {@link MemoryBinding#ports}; readers of registers share port 0
     */
    record MemoryPort(MemoryBinding memory, int port) implements Resource {}

    /** The read or the write side of a FIFO. */
    record FifoSide() implements Resource {}

    /** A memory port of the kernel, together with the other accesses of the group. */
    record BoardAccess(AccessGroup group) implements Resource {}
}
