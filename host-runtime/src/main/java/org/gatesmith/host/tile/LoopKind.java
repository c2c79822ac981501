package org.gatesmith.host.tile;

/** What cutting a dimension means for the results. */
public enum LoopKind {
    /** Every tile has results of its own. */
    PARALLEL,
    /** All tiles add to the same results, one after the other. */
    REDUCTION
}
