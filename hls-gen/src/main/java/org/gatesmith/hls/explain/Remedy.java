package org.gatesmith.hls.explain;

import java.util.List;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/**
 * Changes that were tried together and make a loop faster. None of them can be left out.
 *
 * @param interval that the loop then has
 * @param scheduled the kernel with the changes
 */
public record Remedy(List<Change> changes, int interval, ScheduledKernel scheduled) {

    public Remedy {
        changes = List.copyOf(changes);
    }

    /** The changes of one kind, in the order in which they were found. */
    public <T extends Change> List<T> changes(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
