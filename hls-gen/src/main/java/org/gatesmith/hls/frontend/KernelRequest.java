package org.gatesmith.hls.frontend;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to compile.
 *
 * @param kernel name of the kernel, or null if the source holds only one
 * @param tunables chosen values of tunable constants, by name
 */
public record KernelRequest(KernelSource source, @Nullable String kernel, Map<String, Long> tunables) {

    public KernelRequest {
        tunables = Map.copyOf(tunables);
    }
}
