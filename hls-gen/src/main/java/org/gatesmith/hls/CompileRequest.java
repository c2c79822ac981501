package org.gatesmith.hls;

import java.util.Map;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * What to compile.
 *
 * @param kernel name of the kernel, or null if the source holds only one
 * @param tunables chosen values; they come before those of the schedule
 * @param schedule directives that override those of the source
 */
public record CompileRequest(
        KernelSource source, @Nullable String kernel, Map<String, Long> tunables, Schedule schedule) {

    public CompileRequest {
        tunables = Map.copyOf(tunables);
    }
}
