package org.gatesmith.host.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.host.data.ArrayComparison;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Mismatch;
import org.gatesmith.host.data.NpyFile;
import org.jspecify.annotations.Nullable;

/** Compares two stored runs. */
public final class RunComparison {

    /** Lines of a text's difference that leave room for the rest of the page. */
    private static final int SHORT = 24;

    private final StoredRun a;
    private final StoredRun b;
    private final int limit;
    private final List<RunDifference.Section> sections = new ArrayList<>();

    private RunComparison(StoredRun a, StoredRun b, int limit) {
        this.a = a;
        this.b = b;
        this.limit = limit;
    }

    /**
     * Compares.
     *
     * @param full whether to give every line of texts that differ
     * @throws FolderException a folder is damaged
     */
    public static RunDifference of(StoredRun a, StoredRun b, boolean full) throws FolderException {
        return new RunComparison(a, b, full ? Integer.MAX_VALUE : SHORT).compare();
    }

    private RunDifference compare() throws FolderException {
        results();
        figures();
        texts("kernel source", Layout.SOURCES);
        text("schedule", Layout.SCHEDULE);
        values();
        inputs();
        text("board", Layout.BOARD);
        text("plan", Layout.PLAN);
        texts("emitted", Layout.EMITTED);
        return new RunDifference(identical(), sections);
    }

    /** The manifest names the hash of everything but, while a run is incomplete, its journal. */
    private boolean identical() throws FolderException {
        return a.hash().equals(b.hash())
                && a.journal().groups().equals(b.journal().groups());
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new RunDifference.Section(title, lines));
        }
    }

    // ---- results

    private void results() throws FolderException {
        List<String> lines = new ArrayList<>();
        value(
                lines,
                "verdict",
                a.manifest().state().word(),
                b.manifest().state().word());
        value(lines, "groups finished", finished(a), finished(b));
        Optional<RunResults> before = a.results();
        Optional<RunResults> after = b.results();
        if (before.isPresent() && after.isPresent()) {
            compared(lines, before.get(), after.get());
            outputs(lines, before.get().outputs(), after.get().outputs());
        }
        section("results", lines);
    }

    private static String finished(StoredRun run) throws FolderException {
        return run.journal().groups().size() + " of " + run.manifest().groups();
    }

    private static void compared(List<String> lines, RunResults before, RunResults after) {
        value(
                lines,
                "groups compared",
                before.groupsCompared() + " of " + before.groups(),
                after.groupsCompared() + " of " + after.groups());
    }

    private void outputs(List<String> lines, Map<String, OutputResult> before, Map<String, OutputResult> after) {
        for (String name : names(before, after)) {
            OutputResult left = before.get(name);
            OutputResult right = after.get(name);
            if (left == null || right == null) {
                lines.add("output " + name + " only in " + (left == null ? "B" : "A"));
                continue;
            }
            value(lines, name + ": mismatches", left.mismatches(), right.mismatches());
            value(lines, name + ": largest error in ulp", left.maxUlp(), right.maxUlp());
            value(lines, name + ": largest relative error", left.maxRelative(), right.maxRelative());
            value(lines, name + ": largest absolute error", left.maxAbsolute(), right.maxAbsolute());
            if (!left.sha256().equals(right.sha256())) {
                lines.add(name + ": " + elements(name));
            }
        }
    }

    /** How two outputs with different hashes differ. */
    private String elements(String name) {
        ArrayForm before = a.manifest().outputs().get(name);
        ArrayForm after = b.manifest().outputs().get(name);
        if (before == null || after == null || !before.equals(after)) {
            return (before == null ? "-" : before.text()) + " → " + (after == null ? "-" : after.text());
        }
        try (NpyFile left = NpyFile.open(a.layout().output(name));
                NpyFile right = NpyFile.open(b.layout().output(name))) {
            Comparison found = ArrayComparison.of(
                    left.elements(name, before.elementType(), before.shape()),
                    right.elements(name, before.elementType(), before.shape()),
                    before.shape(),
                    Tolerance.EXACT,
                    1);
            return found.mismatches() + " of " + found.elements() + " elements differ"
                    + found.first().stream()
                            .findFirst()
                            .map(RunComparison::describe)
                            .orElse(" in value, but their bytes do");
        } catch (DataException e) {
            return "differs; " + e.getMessage();
        }
    }

    private static String describe(Mismatch first) {
        return ", first " + first.describe().replace(": expected ", ": ").replace(", got ", " → ");
    }

    private void figures() throws FolderException {
        FigureTable table = new FigureTable();
        Optional<Measurements> before = a.measurements();
        Optional<Measurements> after = b.measurements();
        table.times(
                before.map(Measurements::times).orElse(Map.of()),
                after.map(Measurements::times).orElse(Map.of()));
        table.counts(
                before.map(Measurements::counts).orElse(Map.of()),
                after.map(Measurements::counts).orElse(Map.of()));
        table.counts(
                a.results().map(RunResults::counts).orElse(Map.of()),
                b.results().map(RunResults::counts).orElse(Map.of()));
        List<String> lines = new ArrayList<>(table.lines());
        values(
                lines,
                "machine: ",
                before.map(Measurements::machine).orElse(Map.of()),
                after.map(Measurements::machine).orElse(Map.of()));
        section("figures", lines);
    }

    // ---- texts

    private void texts(String title, String folder) throws FolderException {
        List<String> lines = new ArrayList<>();
        Map<String, FileHash> before = a.manifest().filesIn(folder);
        Map<String, FileHash> after = b.manifest().filesIn(folder);
        for (String path : names(before, after)) {
            text(lines, folder + "/" + path, before.get(path), after.get(path));
        }
        section(title, lines);
    }

    private void text(String title, String path) throws FolderException {
        List<String> lines = new ArrayList<>();
        FileHash before = a.manifest().files().get(path);
        FileHash after = b.manifest().files().get(path);
        if (before != null || after != null) {
            text(lines, path, before, after);
        }
        section(title, lines);
    }

    private void text(List<String> lines, String path, @Nullable FileHash before, @Nullable FileHash after)
            throws FolderException {
        if (before == null || after == null) {
            lines.add(path + " only in " + (before == null ? "B" : "A"));
        } else if (!before.equals(after)) {
            lines.addAll(TextDifference.of(path, a.requireText(path), b.requireText(path), limit));
        }
    }

    // ---- values

    private void values() {
        Manifest before = a.manifest();
        Manifest after = b.manifest();
        List<String> lines = new ArrayList<>();
        value(lines, "kernel", before.kernel().name(), after.kernel().name());
        value(lines, "class", before.kernel().className(), after.kernel().className());
        value(lines, "board", before.board(), after.board());
        value(lines, "device", before.device(), after.device());
        values(lines, "tunable ", before.tunables(), after.tunables());
        values(lines, "scalar ", before.scalars(), after.scalars());
        values(lines, "option ", before.options(), after.options());
        value(lines, "groups of tiles", before.groups(), after.groups());
        section("setup", lines);
        List<String> tools = new ArrayList<>();
        value(tools, "Gatesmith", before.gatesmith(), after.gatesmith());
        values(tools, "", before.tools(), after.tools());
        section("tools", tools);
    }

    private static void values(List<String> lines, String kind, Map<String, ?> before, Map<String, ?> after) {
        for (String name : names(before, after)) {
            value(
                    lines,
                    kind + name,
                    Objects.requireNonNullElse(before.get(name), "-"),
                    Objects.requireNonNullElse(after.get(name), "-"));
        }
    }

    private static void value(List<String> lines, String what, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add(what + ": " + before + " → " + after);
        }
    }

    private void inputs() {
        List<String> lines = new ArrayList<>();
        values(
                lines,
                "",
                described(a.manifest().inputs()),
                described(b.manifest().inputs()));
        section("inputs", lines);
    }

    private static Map<String, String> described(Map<String, InputRecord> inputs) {
        Map<String, String> described = new TreeMap<>();
        inputs.forEach((name, input) -> described.put(
                name,
                input.array().text() + " "
                        + switch (input) {
                            case InputRecord.File file -> "from a file, " + hash(file.sha256());
                            case InputRecord.Generated generated -> "generated from seed " + generated.seed();
                            case InputRecord.Application array -> "from the application, " + hash(array.sha256());
                        }));
        return described;
    }

    /** Enough of a hash to tell two apart. */
    private static String hash(Optional<String> sha256) {
        return "SHA-256 "
                + sha256.map(hash -> hash.substring(0, Math.min(16, hash.length())) + "…")
                        .orElse("unknown");
    }

    private static SortedSet<String> names(Map<String, ?> before, Map<String, ?> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
