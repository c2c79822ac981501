package org.gatesmith.api;

/** Unwinds a process whose region has failed; never leaves {@link DataflowRegion}. */
final class ProcessCancelled extends Error {
    private static final long serialVersionUID = 1L;

    ProcessCancelled() {
        super("the dataflow region was cancelled", null, false, false);
    }
}
