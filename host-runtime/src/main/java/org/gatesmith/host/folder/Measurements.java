package org.gatesmith.host.folder;

import java.util.Map;

/**
 * What a run measured; another run of the same inputs measures something else.
 *
 * @param times by the caller's names, such as {@code wall} or {@code device}
 * @param counts numbers that depend on how the run went, such as the bytes moved after it was continued
 * @param machine facts about the machine, such as its number of cores
 */
public record Measurements(Map<String, Timing> times, Map<String, Long> counts, Map<String, String> machine) {

    public Measurements {
        times = Manifest.sorted(times, "times");
        counts = Manifest.sorted(counts, "counts");
        machine = Manifest.sorted(machine, "machine");
    }
}
