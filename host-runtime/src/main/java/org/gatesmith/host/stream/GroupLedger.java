package org.gatesmith.host.stream;

import java.util.BitSet;
import org.gatesmith.host.data.DataException;

/**
 * Which groups of tiles are finished. A run skips those and computes all others from their beginning, so that a run that ended
 * early goes on where it was.
 */
public interface GroupLedger {

    /** Whether an earlier run finished a group. */
    boolean isDone(long group);

    /**
     * A group is finished: its results have been written, every one of them. Called once for each group that was not done, in
     * ascending order, by one thread.
     *
     * @throws DataException it cannot be recorded; the run then fails
     */
    void done(long group, GroupOutcome outcome) throws DataException;

    /** A ledger that forgets with the process. */
    static GroupLedger inMemory() {
        return new GroupLedger() {
            private final BitSet done = new BitSet();

            @Override
            public synchronized boolean isDone(long group) {
                return done.get(Math.toIntExact(group));
            }

            @Override
            public synchronized void done(long group, GroupOutcome outcome) {
                done.set(Math.toIntExact(group));
            }
        };
    }
}
