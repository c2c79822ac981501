package org.gatesmith.host.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.Mismatch;
import org.gatesmith.host.run.RunReport;
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
            lines.add("  random inputs (seed " + report.seed() + "): " + String.join(", ", report.randomInputs()));
        }
        report.outputs().forEach((name, comparison) -> {
            lines.add("  " + name + " " + extents(report.shapes().getOrDefault(name, List.of())) + ": "
                    + verdict(comparison));
            comparison.first().forEach(mismatch -> lines.add("    " + name + mismatch.describe()));
            if (comparison.mismatches() > comparison.first().size()) {
                lines.add("    … and "
                        + (comparison.mismatches() - comparison.first().size()) + " more");
            }
        });
        lines.add(String.format(
                Locale.ROOT,
                "  time: %s %s, jvm %s",
                report.device(),
                time(report.deviceTime()),
                time(report.jvmTime())));
        report.files().forEach(file -> lines.add("  wrote " + file));
        lines.add(report.isEqual() ? "equal" : "DIFFERENT");
        return String.join(System.lineSeparator(), lines);
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

    private static String verdict(Comparison comparison) {
        if (!comparison.passed()) {
            return comparison.mismatches() + " of " + comparison.elements() + " elements differ from the JVM";
        }
        return comparison.maxAbsolute() == 0
                ? comparison.elements() + " elements equal to the JVM, bit for bit"
                : String.format(
                        Locale.ROOT,
                        "%d elements within tolerance of the JVM (largest error %.3g ulp, %.3g relative)",
                        comparison.elements(),
                        comparison.maxUlp(),
                        comparison.maxRelative());
    }

    private static String time(Duration duration) {
        double milliseconds = duration.toNanos() / 1e6;
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f ms" : "%.0f ms", milliseconds);
    }

    static String json(RunReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("kernel", report.kernel());
        root.put("device", report.device());
        root.put("equal", report.isEqual());
        root.put("seed", report.seed());
        root.put("scalars", report.scalars());
        root.put("shapes", report.shapes());
        root.put("randomInputs", report.randomInputs());
        Map<String, Object> outputs = new LinkedHashMap<>();
        report.outputs().forEach((name, comparison) -> outputs.put(name, json(comparison)));
        root.put("outputs", outputs);
        root.put("deviceSeconds", report.deviceTime().toNanos() / 1e9);
        root.put("jvmSeconds", report.jvmTime().toNanos() / 1e9);
        root.put("files", report.files().stream().map(String::valueOf).toList());
        return MAPPER.writeValueAsString(root);
    }

    private static Map<String, Object> json(Comparison comparison) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("elements", comparison.elements());
        node.put("mismatches", comparison.mismatches());
        node.put("first", comparison.first().stream().map(Mismatch::describe).toList());
        node.put("maxUlp", comparison.maxUlp());
        node.put("maxRelative", comparison.maxRelative());
        node.put("maxAbsolute", comparison.maxAbsolute());
        return node;
    }
}
