package org.gatesmith.host.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.profile.ProfileRow;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.Mismatch;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.OutputComparison;
import org.gatesmith.host.stream.StreamFailure;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.TileMismatch;
import org.gatesmith.host.tile.TileLoop;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A run's report for people and for programs. */
final class RunReportText {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunReportText() {}

    static String plain(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.kernel() + " on " + report.device() + " with " + scalars(report));
        if (!report.randomInputs().isEmpty()) {
            lines.add("  random inputs (seed " + report.options().seed() + "): "
                    + String.join(", ", report.randomInputs()));
        }
        if (report.plan().tiles() > 1) {
            lines.add("  " + tiles(report));
        }
        report.stream().outputs().forEach((name, output) -> addOutput(name, output, report, lines));
        addCoverage(report.stream(), lines);
        report.stream()
                .warnings()
                .forEach((warning, count) ->
                        lines.add("  warning: " + warning + (count == 1 ? "" : " (" + count + " times)")));
        report.profile().ifPresent(profile -> profile.broken().forEach(row -> lines.add("  " + broken(row))));
        report.notes().forEach(note -> lines.add("  note: " + note));
        report.hardware()
                .ifPresent(hardware -> new HardwareText(hardware).plain().forEach(line -> lines.add("  " + line)));
        lines.add(times(report));
        report.files().forEach(file -> lines.add("  wrote " + file));
        report.folder().ifPresent(folder -> lines.add("  report: " + folder.resolve("report.html")));
        lines.add(verdict(report));
        return String.join(System.lineSeparator(), lines);
    }

    private static String tiles(RunReport report) {
        return report.plan().tiles() + " tiles: "
                + report.plan().loops().stream().map(RunReportText::loop).collect(Collectors.joining(", "));
    }

    private static String loop(TileLoop loop) {
        long step = Math.min(loop.step(), loop.dimension().units());
        return loop.scalar() + " in " + loop.trips() + " of " + step;
    }

    private static void addOutput(String name, OutputComparison output, RunReport report, List<String> lines) {
        Comparison comparison = output.comparison();
        lines.add("  " + name + " " + extents(report.shapes().getOrDefault(name, List.of())) + ": "
                + verdict(comparison, report.expectedBy()));
        output.first().forEach(wrong -> lines.add("    " + name + describe(wrong, report)));
        if (comparison.mismatches() > comparison.first().size()) {
            lines.add(
                    "    … and " + (comparison.mismatches() - comparison.first().size()) + " more");
        }
        if (!comparison.passed() && !output.errors().sentence().isEmpty()) {
            lines.add("    " + output.errors().sentence());
        }
    }

    private static String describe(TileMismatch wrong, RunReport report) {
        return wrong.mismatch().describe() + (report.plan().tiles() > 1 ? " in tile " + wrong.tile() : "");
    }

    /** What was not compared, if anything. */
    private static void addCoverage(StreamResult result, List<String> lines) {
        if (result.skipped() > 0) {
            lines.add("  " + result.skipped() + " of " + result.groups() + " parts were finished before");
        }
        if (result.verified() + result.skipped() < result.finished()) {
            lines.add("  compared: " + result.verified() + " of " + result.groups() + " parts");
        }
    }

    private static String broken(ProfileRow row) {
        return row.name() + ": "
                + java.util.Objects.requireNonNull(row.contract()).broken() + " values outside its contract "
                + row.contract().min() + " to " + row.contract().max();
    }

    private static String times(RunReport report) {
        StringBuilder text = new StringBuilder("  time: " + report.device() + " " + time(report.deviceTime()));
        if (report.stream().verified() > 0) {
            text.append(", expected values ").append(time(report.expectationTime()));
        }
        if (report.plan().tiles() > 1) {
            text.append(", all stages overlapped ")
                    .append(time(report.stream().timeline().wall()))
                    .append(" (one after the other ")
                    .append(time(report.stream().timeline().serial()))
                    .append(')');
        }
        return text.toString();
    }

    private static String scalars(RunReport report) {
        Map<String, Object> scalars = report.scalars();
        return scalars.isEmpty()
                ? "no scalars"
                : scalars.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String extents(List<Long> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    private static String verdict(RunReport report) {
        return switch (report.verdict()) {
            case EQUAL -> "equal";
            case DIFFERENT -> "DIFFERENT";
            case UNVERIFIED -> "complete, not compared";
            case INCOMPLETE -> "INCOMPLETE";
        };
    }

    private static String verdict(Comparison comparison, String expectedBy) {
        String whom = expectedBy.equals("jvm") ? "JVM" : expectedBy;
        if (!comparison.passed()) {
            return comparison.mismatches() + " of " + comparison.elements() + " elements differ from the " + whom;
        }
        return comparison.maxAbsolute() == 0
                ? comparison.elements() + (comparison.elements() == 1 ? " element" : " elements") + " equal to the "
                        + whom + ", bit for bit"
                : String.format(
                        Locale.ROOT,
                        "%d elements within tolerance of the %s (largest error %.3g ulp, %.3g relative)",
                        comparison.elements(),
                        whom,
                        comparison.maxUlp(),
                        comparison.maxRelative());
    }

    private static String time(Duration duration) {
        double milliseconds = duration.toNanos() / 1e6;
        return milliseconds < 10_000
                ? String.format(Locale.ROOT, milliseconds < 10 ? "%.2f ms" : "%.0f ms", milliseconds)
                : String.format(Locale.ROOT, "%.1f s", milliseconds / 1e3);
    }

    static String json(RunReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("kernel", report.kernel());
        root.put("device", report.device());
        root.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        root.put("equal", report.isEqual());
        root.put("seed", report.options().seed());
        root.put("scalars", report.scalars());
        root.put("shapes", report.shapes());
        root.put("randomInputs", report.randomInputs());
        root.put("expectedBy", report.expectedBy());
        Map<String, Object> outputs = new LinkedHashMap<>();
        report.stream().outputs().forEach((name, output) -> outputs.put(name, json(output)));
        root.put("outputs", outputs);
        root.put("tiles", report.plan().tiles());
        root.put("parts", report.stream().groups());
        root.put("partsFinished", report.stream().finished());
        root.put("partsCompared", report.stream().verified());
        root.put("bytesMoved", report.plan().bytesMoved());
        root.put("deviceSeconds", report.deviceTime().toNanos() / 1e9);
        root.put("expectationSeconds", report.expectationTime().toNanos() / 1e9);
        root.put("wallSeconds", report.stream().timeline().wall().toNanos() / 1e9);
        report.hardware().ifPresent(hardware -> root.put("hardware", new HardwareText(hardware).json()));
        root.put("warnings", report.stream().warnings());
        root.put("notes", report.notes());
        root.put(
                "failure",
                report.stream().failure().map(StreamFailure::describe).orElse(null));
        root.put("files", report.files().stream().map(String::valueOf).toList());
        root.put("folder", report.folder().map(String::valueOf).orElse(null));
        return MAPPER.writeValueAsString(root);
    }

    private static Map<String, Object> json(OutputComparison output) {
        Comparison comparison = output.comparison();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("elements", comparison.elements());
        node.put("mismatches", comparison.mismatches());
        node.put("first", comparison.first().stream().map(Mismatch::describe).toList());
        node.put("pattern", output.errors().sentence());
        node.put("maxUlp", comparison.maxUlp());
        node.put("maxRelative", comparison.maxRelative());
        node.put("maxAbsolute", comparison.maxAbsolute());
        return node;
    }
}
