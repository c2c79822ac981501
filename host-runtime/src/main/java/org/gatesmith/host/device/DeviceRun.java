package org.gatesmith.host.device;

import java.time.Duration;
import java.util.List;

/**
 * One call of a kernel that ended well.
 *
 * @param time what the kernel itself took
 * @param warnings what deserves a look although the call ended, such as values left in a FIFO
 */
public record DeviceRun(Duration time, List<String> warnings) {

    public DeviceRun {
        warnings = List.copyOf(warnings);
    }
}
