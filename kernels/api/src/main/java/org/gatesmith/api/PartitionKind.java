package org.gatesmith.api;

/** How the elements of an array dimension are distributed over banks (UG1399, {@code array_partition}). */
public enum PartitionKind {
    /** One bank per element: the dimension becomes registers. */
    COMPLETE,
    /** Neighbouring elements go to neighbouring banks: element {@code i} to bank {@code i mod factor}. */
    CYCLIC,
    /** Runs of consecutive elements share a bank: element {@code i} to bank {@code i / ceil(extent / factor)}. */
    BLOCK
}
