package org.gatesmith.host.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.profile.NumericProfile;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.rtl.HardwareReport;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.tile.TilePlan;

/**
 * What a run found.
 *
 * @param device where the kernel ran
 * @param inputs where every array that the kernel reads came from, by name, in words
 * @param randomInputs arrays and scalars that were neither given nor deduced
 * @param expectedBy what the device was compared with
 * @param plan how the problem was cut
 * @param stream what came out
 * @param profile values of the kernel's variables, if they were recorded
 * @param notes what a reader has to know besides
 * @param hardware what simulated hardware did, if the run was one
 * @param tools versions of the programs that had a part in it, by name
 * @param pictures PNG images that went in, by array
 * @param folder where the run is kept, if it is
 * @param files results that were written
 */
public record RunReport(
        RunSubject subject,
        String device,
        ProblemSize size,
        Map<String, String> inputs,
        List<String> randomInputs,
        String expectedBy,
        RunOptions options,
        TilePlan plan,
        StreamResult stream,
        Optional<NumericProfile> profile,
        List<String> notes,
        Optional<HardwareReport> hardware,
        Map<String, String> tools,
        Map<String, Path> pictures,
        Optional<Path> folder,
        List<Path> files) {

    public RunReport {
        randomInputs = List.copyOf(randomInputs);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /** What is known about the results. */
    public enum Verdict {
        /** All that was compared is as expected. */
        EQUAL,
        /** An element is not as expected. */
        DIFFERENT,
        /** Nothing was compared. */
        UNVERIFIED,
        /** The run ended before all tiles were done. */
        INCOMPLETE
    }

    /** Name of the kernel. */
    public String kernel() {
        return subject.kernel().signature().name();
    }

    /** Whether the results are right. A wrong element counts also where the run did not come to its end. */
    public Verdict verdict() {
        if (!stream.passed()) {
            return Verdict.DIFFERENT;
        }
        if (stream.ending() != StreamResult.Ending.COMPLETE) {
            return Verdict.INCOMPLETE;
        }
        boolean compared = stream.outputs().values().stream()
                .anyMatch(output -> output.comparison().elements() > 0);
        return compared || stream.verified() > 0 ? Verdict.EQUAL : Verdict.UNVERIFIED;
    }

    /** Whether the run is complete and every element that was compared is as expected. */
    public boolean isEqual() {
        return verdict() == Verdict.EQUAL;
    }

    /** Comparison of every array that was compared, by name. */
    public Map<String, Comparison> outputs() {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        stream.outputs().forEach((name, output) -> comparisons.put(name, output.comparison()));
        return comparisons;
    }

    /** Values of the scalar parameters by name: {@link Boolean}, {@link Long}, {@link Float} or {@link Double}. */
    public Map<String, Object> scalars() {
        return size.values(subject.kernel().signature());
    }

    /** Extents of every array by name, outermost first. */
    public Map<String, List<Long>> shapes() {
        return size.shapes();
    }

    /** Time that the kernel took on the device, all tiles together. */
    public Duration deviceTime() {
        return stream.deviceTime();
    }

    /** Time that the expected values took. */
    public Duration expectationTime() {
        return stream.expectationTime();
    }

    /** Throws what ended the run, if it failed. */
    public RunReport orThrow() throws DataException, DeviceException {
        stream.orThrow();
        return this;
    }

    /**
     * Insists that everything that was compared is as expected.
     *
     * @throws DeviceException an element is not; the message names the first
     */
    public RunReport requireEqual() throws DeviceException {
        for (Map.Entry<String, Comparison> output : outputs().entrySet()) {
            if (!output.getValue().passed()) {
                throw new DeviceException(
                        DeviceFault.WRONG_RESULT,
                        subject.kernel().program().top().span(),
                        output.getValue().mismatches() + " of "
                                + output.getValue().elements() + " elements of '" + output.getKey()
                                + "' differ from the "
                                + expectedBy + "'s, first " + output.getKey()
                                + output.getValue().first().getFirst().describe());
            }
        }
        return this;
    }
}
