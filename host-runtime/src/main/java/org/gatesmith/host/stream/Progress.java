package org.gatesmith.host.stream;

/** Is told how far a run has come: after every tile, by the thread that ran it, so it must be quick. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = count -> {};

    /** One more tile has been run, or one more group is finished. Never called by two threads at once. */
    void advanced(ProgressCount count);
}
