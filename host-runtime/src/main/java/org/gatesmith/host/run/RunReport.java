package org.gatesmith.host.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.data.Comparison;

/**
 * What a run found.
 *
 * @param device where the kernel ran
 * @param scalars values of the scalar parameters by name: {@link Boolean}, {@link Long}, {@link Float} or {@link Double}
 * @param shapes extents of every array by name, outermost first
 * @param seed of the random inputs
 * @param randomInputs arrays and scalars that were neither given nor deduced
 * @param expectedBy what the device was compared with
 * @param outputs comparison of every array that the kernel writes, by name
 * @param deviceTime time that the kernel took on the device
 * @param jvmTime time that it took on the JVM
 * @param files what was written
 */
public record RunReport(
        String kernel,
        String device,
        Map<String, Object> scalars,
        Map<String, List<Long>> shapes,
        long seed,
        List<String> randomInputs,
        String expectedBy,
        Map<String, Comparison> outputs,
        Duration deviceTime,
        Duration jvmTime,
        List<Path> files) {

    public RunReport {
        randomInputs = List.copyOf(randomInputs);
        files = List.copyOf(files);
    }

    /** Whether every output is as expected. */
    public boolean isEqual() {
        return outputs.values().stream().allMatch(Comparison::passed);
    }
}
