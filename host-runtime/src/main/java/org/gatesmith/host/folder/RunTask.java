package org.gatesmith.host.folder;

import java.util.Map;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param scalars values of the scalar parameters, as {@code --size} takes them
 * @param inputs contents of the arrays that the kernel reads, by parameter
 * @param outputs arrays that the kernel writes, by parameter
 * @param options how it is carried out, as far as that may change a result or what is compared: verification, sizes of tiles,
 *     depth, seed
 * @param plan how the problem is cut into tiles, as JSON, if it is
 * @param groups number of groups of tiles; 1 for a single call
 */
public record RunTask(
        Map<String, String> scalars,
        Map<String, RunInput> inputs,
        Map<String, ArrayForm> outputs,
        Map<String, String> options,
        Optional<String> plan,
        long groups) {

    public RunTask {
        scalars = Manifest.sorted(scalars, "scalars");
        inputs = Manifest.sorted(inputs, "inputs");
        outputs = Manifest.sorted(outputs, "outputs");
        options = Manifest.sorted(options, "options");
    }
}
