package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;

/**
 * What a run found and how it ended.
 *
 * @param ending how it ended
 * @param failure the first cause, if it failed
 * @param outputs what verification found, by output; empty if nothing was verified
 * @param groups of the problem
 * @param finished groups whose results are written, those of earlier runs included
 * @param skipped groups that an earlier run had finished
 * @param verified groups that this run compared
 * @param deviceTime what the kernel took on the device, all tiles together
 * @param expectationTime what the expected values took, on all workers together
 * @param timeline when each stage worked on each tile
 * @param warnings of the device, each with how often it came
 */
public record StreamResult(
        Ending ending,
        Optional<StreamFailure> failure,
        Map<String, OutputComparison> outputs,
        long groups,
        long finished,
        long skipped,
        long verified,
        Duration deviceTime,
        Duration expectationTime,
        StageTimeline timeline,
        Map<String, Long> warnings) {

    public StreamResult {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        warnings = Collections.unmodifiableMap(new LinkedHashMap<>(warnings));
    }

    /** How a run ends. */
    public enum Ending {
        /** Every group is finished. */
        COMPLETE,
        /** It stopped at a mismatch, as it was told to. */
        STOPPED,
        /** It was cancelled. */
        CANCELLED,
        /** Something went wrong. */
        FAILED
    }

    /** Whether everything that was compared is as expected. */
    public boolean passed() {
        return outputs.values().stream().allMatch(OutputComparison::passed);
    }

    /** Throws the cause of the failure, if there is one. */
    public void orThrow() throws DataException, DeviceException {
        if (failure.isPresent()) {
            failure.get().raise();
        }
    }
}
