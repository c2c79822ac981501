package org.gatesmith.host.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.stream.Verification;
import org.gatesmith.host.tile.Slice;

/** Checks a stored run against itself: no network, no tools, no other file than the inputs that were too large to copy. */
public final class FolderChecks {

    private final StoredRun run;
    private final Manifest manifest;
    private final Layout layout;
    private final JournalText journal;
    private final List<Check> checks = new ArrayList<>();

    private FolderChecks(StoredRun run) throws FolderException {
        this.run = run;
        this.manifest = run.manifest();
        this.layout = run.layout();
        this.journal = run.journal();
    }

    /**
     * Checks everything.
     *
     * @throws FolderException the folder is so damaged that it cannot be checked
     */
    public static List<Check> of(StoredRun run) throws FolderException {
        FolderChecks checks = new FolderChecks(run);
        checks.files();
        checks.inputs();
        checks.groups();
        checks.cover();
        checks.checksums();
        checks.results();
        checks.verdict();
        return List.copyOf(checks.checks);
    }

    /**
     * Computes results again on the JVM, from the sources and inputs in the folder, which runs the kernel's code.
     *
     * @param sample which groups of tiles to compute
     * @param seed chooses them
     */
    public static Check recompute(StoredRun run, Verification sample, long seed) throws FolderException {
        return Recomputation.of(run, sample, seed);
    }

    // ---- files

    private void files() throws FolderException {
        Map<String, Path> present = new TreeMap<>();
        Map<String, String> differences = new TreeMap<>();
        manifest.files().forEach((path, hash) -> {
            Path file = layout.root().resolve(path);
            if (Files.isRegularFile(file)) {
                present.put(path, file);
            } else {
                differences.put(path, path + " is missing");
            }
        });
        ContentHash.ofAll(present).forEach((path, found) -> {
            FileHash expected = Objects.requireNonNull(manifest.files().get(path));
            if (!found.equals(expected)) {
                differences.put(path, path + " has changed: " + difference(expected, found));
            }
        });
        for (String path : strangers()) {
            differences.put(path, path + " is not part of the run");
        }
        long bytes =
                manifest.files().values().stream().mapToLong(FileHash::bytes).sum();
        checks.add(Check.of(
                "files",
                String.format(
                        Locale.ROOT, "%d files with %,d bytes", manifest.files().size(), bytes),
                List.copyOf(differences.values())));
    }

    private static String difference(FileHash expected, FileHash found) {
        return expected.bytes() != found.bytes()
                ? "it has " + found.bytes() + " bytes instead of " + expected.bytes()
                : "its SHA-256 is " + found.sha256() + " instead of " + expected.sha256();
    }

    /** Files among the run's that the manifest does not name; an incomplete run has outputs that it cannot name yet. */
    private Iterable<String> strangers() throws FolderException {
        TreeSet<String> found = new TreeSet<>(layout.given().keySet());
        if (run.complete()) {
            found.addAll(layout.filesIn(Layout.OUTPUTS).keySet());
        }
        found.removeAll(manifest.files().keySet());
        return found;
    }

    // ---- inputs outside the folder

    private void inputs() throws FolderException {
        List<String> differences = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        int checked = 0;
        for (Map.Entry<String, InputRecord> entry : manifest.inputs().entrySet()) {
            Optional<Path> file = run.input(entry.getKey());
            boolean copied = file.isPresent() && file.get().startsWith(layout.root());
            if (copied || !(entry.getValue() instanceof InputRecord.File record)) {
                continue;
            }
            if (file.isEmpty()) {
                absent.add(entry.getKey());
            } else if (record.sha256().isPresent()) {
                checked++;
                FileHash found = ContentHash.of(file.get());
                FileHash expected = new FileHash(record.bytes(), record.sha256().get());
                if (!found.equals(expected)) {
                    differences.add("input " + entry.getKey() + " (" + file.get() + ") has changed: "
                            + difference(expected, found));
                }
            }
        }
        if (checked > 0 || !absent.isEmpty()) {
            checks.add(inputs(checked, absent, differences));
        }
    }

    private static Check inputs(int checked, List<String> absent, List<String> differences) {
        String away = absent.isEmpty() ? "" : "not on this machine: " + String.join(", ", absent);
        return checked == 0
                ? Check.skipped("inputs", away)
                : Check.of(
                        "inputs", checked + " outside the folder" + (away.isEmpty() ? "" : "; " + away), differences);
    }

    // ---- groups of tiles

    private void groups() {
        List<String> differences = new ArrayList<>();
        long found = journal.groups().keySet().stream()
                .filter(group -> group >= 0 && group < manifest.groups())
                .count();
        journal.groups().keySet().stream()
                .filter(group -> group < 0 || group >= manifest.groups())
                .forEach(
                        group -> differences.add("the journal names group " + group + ", which the run does not have"));
        if (found < manifest.groups()) {
            differences.add("not finished: " + missingGroups() + "; continue the run with --resume");
        }
        checks.add(Check.of("groups", found + " of " + manifest.groups() + " groups of tiles finished", differences));
    }

    /** The first of the groups that are missing, as ranges. */
    private String missingGroups() {
        List<String> ranges = new ArrayList<>();
        long from = 0;
        for (long group : journal.groups().keySet()) {
            addRange(ranges, from, group - 1);
            from = group + 1;
        }
        addRange(ranges, from, manifest.groups() - 1);
        return ranges.size() <= 5
                ? String.join(", ", ranges)
                : String.join(", ", ranges.subList(0, 5)) + " and " + (ranges.size() - 5) + " more ranges";
    }

    private static void addRange(List<String> ranges, long from, long to) {
        if (from == to) {
            ranges.add("group " + from);
        } else if (from < to) {
            ranges.add("groups " + from + " to " + to);
        }
    }

    private void cover() {
        if (journal.groups().size() < manifest.groups()) {
            return;
        }
        List<String> differences = new ArrayList<>();
        manifest.outputs().forEach((name, array) -> differences.addAll(SliceCover.faults(name, array, slices(name))));
        checks.add(Check.of("cover", "every element of every output belongs to one group", differences));
    }

    private Map<Long, Slice> slices(String output) {
        Map<Long, Slice> slices = new TreeMap<>();
        journal.groups().forEach((group, record) -> {
            GroupOutput part = record.outputs().get(output);
            if (part != null) {
                slices.put(group, part.slice());
            }
        });
        return slices;
    }

    private void checksums() {
        List<String> differences = new ArrayList<>();
        long parts = 0;
        for (Map.Entry<String, ArrayForm> output : manifest.outputs().entrySet()) {
            parts += slices(output.getKey()).size();
            checksums(output.getKey(), output.getValue(), differences);
        }
        checks.add(Check.of("checksums", parts + " slices of the outputs against the journal", differences));
    }

    private void checksums(String name, ArrayForm form, List<String> differences) {
        Path file = layout.output(name);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        if (slices(name).isEmpty()) {
            return;
        }
        try (StoredArray array = StoredArray.open(Files.exists(file) ? file : part, name, form)) {
            for (Map.Entry<Long, GroupRecord> group : journal.groups().entrySet()) {
                GroupOutput expected = group.getValue().outputs().get(name);
                if (expected != null && !array.checksum(expected.slice()).equals(expected.crc32c())) {
                    differences.add("group " + group.getKey() + ": " + name + SliceCover.text(expected.slice())
                            + " is not what the run wrote");
                }
            }
        } catch (DataException e) {
            differences.add(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException _) {
            differences.add("the journal has slices that are not within " + name + ", " + form.text());
        }
    }

    // ---- results

    private void results() throws FolderException {
        Optional<RunResults> stored = run.results();
        if (stored.isEmpty()) {
            if (run.complete()) {
                checks.add(Check.of("results", "results.json", List.of("there is none, although the run is complete")));
            }
            return;
        }
        List<String> differences = new ArrayList<>();
        RunResults results = stored.get();
        compare(differences, "groups", results.groups(), journal.groups().size());
        compare(
                differences,
                "groups compared",
                results.groupsCompared(),
                journal.groups().values().stream().filter(GroupRecord::verified).count());
        compare(
                differences,
                "outputs",
                results.outputs().keySet(),
                manifest.outputs().keySet());
        results.outputs().forEach((name, output) -> output(name, output, differences));
        compare(
                differences,
                "the verdict",
                results.verdict().word(),
                RunResults.verdict(results.outputs()).word());
        checks.add(Check.of("results", "results.json against the journal and the outputs", differences));
    }

    private void output(String name, OutputResult result, List<String> differences) {
        List<GroupOutput> parts = journal.groups().values().stream()
                .map(group -> group.outputs().get(name))
                .filter(Objects::nonNull)
                .toList();
        compare(
                differences,
                "elements of " + name + " compared",
                result.compared(),
                parts.stream().mapToLong(GroupOutput::compared).sum());
        compare(
                differences,
                "mismatches in " + name,
                result.mismatches(),
                parts.stream().mapToLong(GroupOutput::mismatches).sum());
        FileHash file = manifest.files().get(Layout.OUTPUTS + "/" + name + ".npy");
        compare(differences, "the SHA-256 of " + name, result.sha256(), file == null ? "unknown" : file.sha256());
    }

    private static void compare(List<String> differences, String what, Object stored, Object found) {
        if (!String.valueOf(stored).equals(String.valueOf(found))) {
            differences.add("results.json: " + what + ": " + stored + ", but it should be " + found);
        }
    }

    private void verdict() throws FolderException {
        List<String> differences = new ArrayList<>();
        RunState state = manifest.state();
        Optional<RunResults> results = run.complete() ? run.results() : Optional.empty();
        if (results.isPresent() && results.get().verdict() != state) {
            differences.add("the manifest says " + state.word() + " and results.json "
                    + results.get().verdict().word());
        }
        if (state == RunState.INCOMPLETE) {
            differences.add(
                    FolderLock.isHeld(layout)
                            ? "the run is still under way"
                            : "the run was not completed; continue it with --resume");
        }
        if (state == RunState.DIFFERENT) {
            differences.add("the run's results are not the expected ones");
        }
        String compared = results.map(
                        found -> "; " + found.groupsCompared() + " of " + found.groups() + " groups were compared")
                .orElse("");
        checks.add(Check.of("verdict", state.word() + compared, differences));
    }
}
