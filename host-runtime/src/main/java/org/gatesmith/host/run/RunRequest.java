package org.gatesmith.host.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What to run a kernel with.
 *
 * @param scalars values of scalar parameters by name, as the user wrote them
 * @param inputs files for array parameters by name
 * @param seed for what is not given
 * @param output folder for the results, if they are wanted
 * @param timeLimit longest time that one run on a device may take
 */
public record RunRequest(
        Map<String, String> scalars, Map<String, Path> inputs, long seed, Optional<Path> output, Duration timeLimit) {

    /** Time that is enough for any kernel of emulator size; endless loops end here. */
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(10);

    public RunRequest {
        scalars = Map.copyOf(scalars);
        inputs = Map.copyOf(inputs);
    }
}
