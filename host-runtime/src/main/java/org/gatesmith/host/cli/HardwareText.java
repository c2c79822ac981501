package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gatesmith.board.Figures;
import org.gatesmith.board.Slr;
import org.gatesmith.board.TextColumns;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.host.rtl.HardwareReport;
import org.gatesmith.host.rtl.HardwareRun;

/** What simulated hardware did, for people and for programs. */
record HardwareText(HardwareReport report) {

    private static final String NONE = "-";

    List<String> plain() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s cycles in %s: %.3f ms at %s MHz",
                Figures.grouped(report.cycles()),
                report.calls() == 1 ? "1 call" : Figures.grouped(report.calls()) + " calls",
                report.cycles() / report.megahertz() / 1000,
                Figures.plain(report.megahertz())));
        report.explanation().forEach(sentence -> lines.add("  " + sentence));
        add(lines, loops());
        add(lines, ports());
        add(lines, resources());
        return lines;
    }

    private static void add(List<String> lines, TextColumns table) {
        table.text().lines().forEach(line -> lines.add("  " + line));
    }

    private TextColumns loops() {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of(
                        "pipelined loop",
                        "line",
                        "asked",
                        "scheduled",
                        "achieved",
                        "iterations",
                        "cycles",
                        "predicted"));
        for (HardwareReport.Loop loop : report.loops()) {
            table.row(List.of(
                    loop.label(),
                    loop.place(),
                    String.valueOf(loop.asked()),
                    String.valueOf(loop.interval()),
                    decimal(loop.achieved(), 2, 1),
                    Figures.grouped(loop.iterations()),
                    Figures.grouped(loop.cycles()),
                    Figures.grouped(loop.predicted().cycles())));
        }
        return table;
    }

    private TextColumns ports() {
        TextColumns table = new TextColumns(TextColumns.Align.RIGHT)
                .row(List.of("port", "", "bytes", "bursts", "beats each", "GB/s", "% of bank", "bank"));
        for (HardwareReport.Port port : report.ports()) {
            table.row(List.of(
                    port.name() + ", " + port.bits() + " bits",
                    port.direction() + " " + String.join(", ", port.operands()),
                    Figures.grouped(port.traffic().bytes()),
                    Figures.grouped(port.traffic().bursts()),
                    String.format(Locale.ROOT, "%.1f", port.beatsPerBurst()),
                    String.format(Locale.ROOT, "%.2f", port.bytesPerSecond() / 1e9),
                    decimal(port.shareOfBank(), 1, 100),
                    port.bank()));
        }
        return table;
    }

    private TextColumns resources() {
        Resources used = report.estimate();
        Resources room = ResourceText.of(report.board().resources().kernelRegion());
        return new TextColumns(TextColumns.Align.RIGHT)
                .row(ResourceText.heading("resources"))
                .row(ResourceText.cells(List.of("estimate"), used))
                .row(ResourceText.shares("% of " + report.board().displayName(), used, room));
    }

    private static String decimal(OptionalDouble value, int digits, double factor) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", factor * value.getAsDouble()) : NONE;
    }

    // ---- JSON

    Map<String, Object> json() {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("calls", report.calls());
        node.put("cycles", report.cycles());
        node.put("predictedCycles", report.forecast().cycles());
        node.put("predictionExact", report.forecast().isExact());
        node.put("explanation", report.explanation());
        node.put("megahertz", report.megahertz());
        node.put("seconds", report.cycles() / report.megahertz() / 1e6);
        node.put("loops", report.loops().stream().map(HardwareText::json).toList());
        node.put("waits", report.waits().stream().map(HardwareText::json).toList());
        node.put("ports", report.ports().stream().map(HardwareText::json).toList());
        node.put("banks", report.banks().stream().map(HardwareText::json).toList());
        node.put("resources", ResourceText.json(report.estimate()));
        node.put(
                "budget",
                report.board().resources().slrs().stream()
                        .map(HardwareText::json)
                        .toList());
        return node;
    }

    private static Map<String, Object> json(HardwareReport.Loop loop) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("loop", loop.label());
        node.put("place", loop.place());
        node.put("requestedInterval", loop.asked());
        node.put("interval", loop.interval());
        loop.achieved().ifPresent(achieved -> node.put("achievedInterval", achieved));
        node.put("depth", loop.depth());
        node.put("entries", loop.entries());
        node.put("iterations", loop.iterations());
        node.put("cycles", loop.cycles());
        node.put("predictedIterations", loop.predicted().iterations());
        node.put("predictedCycles", loop.predicted().cycles());
        return node;
    }

    private static Map<String, Object> json(HardwareReport.Wait wait) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("subject", wait.subject());
        node.put("cause", wait.cause());
        node.put("line", wait.line());
        node.put("cycles", wait.cycles());
        return node;
    }

    private static Map<String, Object> json(HardwareReport.Port port) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("port", port.name());
        node.put("direction", port.direction());
        node.put("operands", port.operands());
        node.put("bank", port.bank());
        node.put("bits", port.bits());
        node.put("bytes", port.traffic().bytes());
        node.put("bursts", port.traffic().bursts());
        node.put("beats", port.traffic().beats());
        node.put("beatsPerBurst", port.beatsPerBurst());
        node.put("mostOutstanding", port.traffic().mostOutstanding());
        node.put("addressWaits", port.traffic().addressWaits());
        node.put("dataWaits", port.traffic().dataWaits());
        node.put("bytesPerSecond", port.bytesPerSecond());
        port.shareOfBank().ifPresent(share -> node.put("shareOfBank", share));
        return node;
    }

    private static Map<String, Object> json(HardwareRun.BankUse bank) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("bank", bank.name());
        node.put("bursts", bank.bursts());
        node.put("busyCycles", bank.busyCycles());
        node.put("queuedCycles", bank.queuedCycles());
        node.put("refreshCycles", bank.refreshCycles());
        node.put("pageChanges", bank.pageChanges());
        return node;
    }

    private static Map<String, Object> json(Slr slr) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("region", slr.name());
        node.putAll(ResourceText.json(ResourceText.of(slr.kernelRegion())));
        return node;
    }
}
