package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.device.DeviceRun;

/** Adds up what a run finds; several threads do. */
final class StreamTotals {

    /** Warnings of a device name values at times; their number must not grow with the tiles. */
    private static final int MOST_WARNINGS = 100;

    private final Map<String, OutputTotal> outputs = new LinkedHashMap<>();
    private final Map<String, Long> warnings = new LinkedHashMap<>();
    private Duration device = Duration.ZERO;
    private Duration expectation = Duration.ZERO;
    private long verified;

    StreamTotals(StreamRequest request) {
        for (Parameter.Array array : request.signature().arrays().toList()) {
            if (array.direction().isWritten()) {
                outputs.put(
                        array.name(),
                        new OutputTotal(
                                request.options().listedMismatches(),
                                new ErrorTally(array.type(), request.shape(array))));
            }
        }
    }

    synchronized void add(DeviceRun run) {
        device = device.plus(run.time());
        run.warnings().forEach(this::warn);
    }

    synchronized void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS || warnings.containsKey(warning)) {
            warnings.merge(warning, 1L, Long::sum);
        }
    }

    synchronized void addExpectation(Duration time) {
        expectation = expectation.plus(time);
    }

    synchronized void add(boolean wasVerified, List<OutputFindings> findings) {
        verified += wasVerified ? 1 : 0;
        findings.forEach(
                each -> Objects.requireNonNull(outputs.get(each.output())).add(each));
    }

    synchronized long verified() {
        return verified;
    }

    synchronized Duration device() {
        return device;
    }

    synchronized Duration expectation() {
        return expectation;
    }

    synchronized Map<String, Long> warnings() {
        return new LinkedHashMap<>(warnings);
    }

    /** By output; empty if no group was verified. */
    synchronized Map<String, OutputComparison> outputs() {
        Map<String, OutputComparison> comparisons = new LinkedHashMap<>();
        if (verified > 0) {
            outputs.forEach((name, total) -> comparisons.put(name, total.comparison()));
        }
        return comparisons;
    }
}
