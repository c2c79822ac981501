package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to run a kernel with.
 *
 * @param scalars values of scalar parameters by name, as the user wrote them
 * @param inputs files for array parameters by name; what is not given is random
 * @param target folder for everything about the run, if it is wanted
 */
public record RunRequest(
        Map<String, String> scalars, Map<String, Path> inputs, Optional<RunTarget> target, RunOptions options) {

    public RunRequest {
        scalars = Map.copyOf(scalars);
        inputs = Map.copyOf(inputs);
    }

    /** A request with these scalars, random arrays and no folder. */
    public static RunRequest of(Map<String, String> scalars) {
        return new RunRequest(scalars, Map.of(), Optional.empty(), RunOptions.DEFAULT);
    }

    public RunRequest withInputs(Map<String, Path> files) {
        return new RunRequest(scalars, files, target, options);
    }

    public RunRequest withTarget(RunTarget chosen) {
        return new RunRequest(scalars, inputs, Optional.of(chosen), options);
    }

    public RunRequest with(RunOptions chosen) {
        return new RunRequest(scalars, inputs, target, chosen);
    }
}
