package org.gatesmith.host.stream;

import org.gatesmith.host.tile.TileSequence;

/** Counts tiles and groups, and tells the listener. */
final class ProgressTracker {

    private final Progress listener;
    private final TileSequence tiles;
    private final TimelineRecorder timeline;
    private long skipped;
    private long run;
    private long skippedGroups;
    private long stored;

    ProgressTracker(Progress listener, TileSequence tiles, TimelineRecorder timeline) {
        this.listener = listener;
        this.tiles = tiles;
        this.timeline = timeline;
    }

    /** An earlier run has finished the group of this tile. */
    synchronized void skipped(boolean closesGroup) {
        skipped++;
        skippedGroups += closesGroup ? 1 : 0;
    }

    synchronized void tileRun() {
        run++;
        tell();
    }

    synchronized void groupStored() {
        stored++;
        tell();
    }

    private void tell() {
        listener.advanced(new ProgressCount(
                tiles.tiles(), skipped, run, tiles.groups(), stored(), timeline.moved(), timeline.elapsed()));
    }

    synchronized long skippedGroups() {
        return skippedGroups;
    }

    /** Groups that are finished, those of earlier runs included. */
    synchronized long stored() {
        return skippedGroups + stored;
    }
}
