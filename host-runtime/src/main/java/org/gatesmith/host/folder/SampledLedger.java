package org.gatesmith.host.folder;

import org.gatesmith.host.stream.GroupLedger;
import org.gatesmith.host.stream.GroupOutcome;
import org.gatesmith.host.stream.Verification;

/**
 * Calls all groups done that are not in a sample, so that a run computes the sample alone.
 *
 * @param groups number of them
 * @param seed chooses the sample
 */
record SampledLedger(Verification sample, long groups, long seed) implements GroupLedger {

    @Override
    public boolean isDone(long group) {
        return !sample.covers(group, groups, seed);
    }

    @Override
    public void done(long group, GroupOutcome outcome) {
        // nothing is continued
    }
}
