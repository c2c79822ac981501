package org.gatesmith.api;

/** Memory primitive that holds a local array. */
public enum StorageKind {
    /** Block RAM, 36 Kb blocks (UG573). */
    BRAM,
    /** UltraRAM, 288 Kb blocks, no initial contents (UG573). */
    URAM,
    /** Distributed RAM in LUTs. */
    LUTRAM,
    /** Flip-flops: the array is completely partitioned. */
    REGISTER
}
