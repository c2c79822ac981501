package org.gatesmith.hls.explain;

/** Hears how far the search for remedies has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = (_, _, _) -> {};

    /**
     * Called after changes were tried.
     *
     * @param loop that is to become faster
     * @param schedules that were tried for it
     * @param interval the smallest so far
     */
    void tried(String loop, int schedules, int interval);
}
