package org.gatesmith.host.folder;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.Mismatch;

/**
 * What a run found, as far as the same inputs give the same.
 *
 * @param verdict follows from the comparisons
 * @param groupsCompared how many of the groups of tiles were compared with the expected values
 * @param outputs by parameter
 * @param counts other numbers that follow from the inputs alone, such as the bytes that a plan moves; the names are the caller's
 */
public record RunResults(
        RunState verdict,
        long groups,
        long groupsCompared,
        Map<String, OutputResult> outputs,
        Map<String, Long> counts) {

    public RunResults {
        Objects.requireNonNull(verdict, "verdict");
        outputs = Manifest.sorted(outputs, "outputs");
        counts = Manifest.sorted(counts, "counts");
    }

    private static final Comparison NOTHING = new Comparison(0, 0, List.of(), 0, 0, 0);

    /**
     * Adds up what the journal says.
     *
     * @param arrays the outputs
     * @param files hashes of their files, by parameter
     * @param findings what the journal does not hold
     */
    static RunResults of(
            SortedMap<Long, GroupRecord> groups,
            Map<String, ArrayForm> arrays,
            Map<String, String> files,
            RunFindings findings) {
        Map<String, OutputResult> outputs = new TreeMap<>();
        arrays.forEach((name, array) -> {
            List<GroupOutput> parts = groups.values().stream()
                    .map(group -> group.outputs().get(name))
                    .filter(Objects::nonNull)
                    .toList();
            outputs.put(name, output(name, array, parts, Objects.requireNonNull(files.get(name), name), findings));
        });
        long compared = groups.values().stream().filter(GroupRecord::verified).count();
        return new RunResults(verdict(outputs), groups.size(), compared, outputs, findings.counts());
    }

    private static OutputResult output(
            String name, ArrayForm array, List<GroupOutput> parts, String sha256, RunFindings findings) {
        Comparison found = findings.comparisons().getOrDefault(name, NOTHING);
        return new OutputResult(
                array.elements(),
                parts.stream().mapToLong(GroupOutput::compared).sum(),
                parts.stream().mapToLong(GroupOutput::mismatches).sum(),
                found.first().stream().map(Mismatch::describe).toList(),
                largest(parts, GroupOutput::maxUlp),
                largest(parts, GroupOutput::maxRelative),
                largest(parts, GroupOutput::maxAbsolute),
                sha256);
    }

    private static double largest(List<GroupOutput> parts, ToDoubleFunction<GroupOutput> error) {
        return parts.stream().mapToDouble(error).max().orElse(0);
    }

    /** What the comparisons of all outputs come to. */
    static RunState verdict(Map<String, OutputResult> outputs) {
        if (outputs.values().stream().anyMatch(output -> output.mismatches() > 0)) {
            return RunState.DIFFERENT;
        }
        return outputs.values().stream().allMatch(output -> output.compared() == 0)
                ? RunState.UNVERIFIED
                : RunState.EQUAL;
    }
}
