package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.bytes;
import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.percent;
import static org.gatesmith.host.report.chart.Quantities.si;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;

/** What simulated hardware did: cycles beside the prediction, loops, what was waited for, and the traffic of ports. */
final class HardwareSection {

    /** Waits in the table; shorter ones say little. */
    private static final int WAITS = 20;

    private HardwareSection() {}

    /** What the template lays out. */
    public record View(
            String cycles,
            String time,
            List<String> explanation,
            List<LoopRow> loops,
            List<WaitRow> waits,
            List<PortRow> ports,
            List<BankRow> banks) {}

    /** A pipelined loop. */
    public record LoopRow(
            String name,
            List<SourceLine> source,
            String asked,
            String scheduled,
            String achieved,
            boolean slow,
            String iterations,
            String cycles,
            String predicted,
            String waiting) {}

    /** Something that was waited for. */
    public record WaitRow(
            String subject, String cause, List<SourceLine> source, String cycles, String share, Markup bar) {}

    /** One direction of a port. */
    public record PortRow(
            String name,
            String operands,
            String direction,
            String bits,
            String bytes,
            String bursts,
            String beats,
            String rate,
            String share,
            String bank) {}

    /** A bank. */
    public record BankRow(String name, String busy, String bursts, String pageChanges, String refresh, String queued) {}

    static Optional<Section> of(RunPage page) {
        return page.hardware().map(hardware -> Section.of("hardware", "Simulated hardware", view(hardware)));
    }

    private static View view(Hardware hardware) {
        return new View(
                count(hardware.cycles(), "cycle") + " in " + count(hardware.calls(), "call"),
                si(hardware.cycles() / hardware.megahertz() / 1e6, "s") + " at " + si(hardware.megahertz() * 1e6, "Hz"),
                hardware.explanation(),
                hardware.loops().stream().map(HardwareSection::row).toList(),
                hardware.waits().stream()
                        .limit(WAITS)
                        .map(wait -> row(wait, hardware.cycles()))
                        .toList(),
                hardware.ports().stream().map(HardwareSection::row).toList(),
                hardware.banks().stream().map(HardwareSection::row).toList());
    }

    private static LoopRow row(Hardware.Loop loop) {
        boolean slow = loop.achieved().isPresent() && loop.achieved().getAsDouble() > 1.02 * loop.asked();
        return new LoopRow(
                loop.name(),
                loop.source().stream().toList(),
                count(loop.asked()),
                count(loop.scheduled()),
                loop.achieved().isPresent() ? decimal(loop.achieved().getAsDouble(), 2) : "–",
                slow,
                count(loop.iterations()),
                count(loop.cycles()),
                count(loop.predictedCycles()),
                count(loop.waiting()));
    }

    private static WaitRow row(Hardware.Wait wait, long cycles) {
        double share = cycles == 0 ? 0 : (double) wait.cycles() / cycles;
        return new WaitRow(
                wait.subject(),
                wait.cause(),
                wait.source().stream().toList(),
                count(wait.cycles()),
                percent(share),
                InlineBar.of(
                                wait.subject() + " waits for " + wait.cause() + ": " + percent(share)
                                        + " of the cycles",
                                "link",
                                share,
                                1)
                        .svg());
    }

    private static PortRow row(Hardware.Port port) {
        return new PortRow(
                port.name(),
                port.operands(),
                port.direction(),
                count(port.bits()),
                bytes(port.bytes()),
                count(port.bursts()),
                decimal(port.beatsPerBurst(), 1),
                si(port.bytesPerSecond(), "B/s"),
                port.shareOfBank().isPresent() ? percent(port.shareOfBank().getAsDouble()) : "–",
                port.bank());
    }

    private static BankRow row(Hardware.Bank bank) {
        return new BankRow(
                bank.name(),
                percent(bank.busy()),
                count(bank.bursts()),
                count(bank.pageChanges()),
                count(bank.refreshCycles()),
                count(bank.queuedCycles()));
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
