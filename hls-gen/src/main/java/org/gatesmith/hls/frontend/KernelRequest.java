package org.gatesmith.hls.frontend;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to compile.
 *
 * @param kernel name of the kernel, or null if the source holds only one
 * @param tunables chosen values of tunable constants, by name
 * @param fifoDepths capacities that replace those of {@code @Depth}, by {@code method.variable} or {@code variable}
 */
public record KernelRequest(
        KernelSource source, @Nullable String kernel, Map<String, Long> tunables, Map<String, Integer> fifoDepths) {

    public KernelRequest {
        tunables = Map.copyOf(tunables);
        fifoDepths = Map.copyOf(fifoDepths);
    }
}
