package org.gatesmith.hls;

import java.util.Map;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * What to compile.
 *
 * @param kernel name of the kernel, or null if the source holds only one
 * @param tunables chosen values; they come before those of the schedule
 * @param schedule directives that override those of the source
 * @param pipeline passes that the program goes through
 */
public record CompileRequest(
        KernelSource source,
        @Nullable String kernel,
        Map<String, Long> tunables,
        Schedule schedule,
        Pipeline pipeline) {

    public CompileRequest {
        tunables = Map.copyOf(tunables);
    }

    /** A source with its own constants and directives, through the standard passes. */
    public static CompileRequest of(KernelSource source, @Nullable String kernel) {
        return new CompileRequest(source, kernel, Map.of(), Schedule.EMPTY, Pipeline.standard());
    }
}
