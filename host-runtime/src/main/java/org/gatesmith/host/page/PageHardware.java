package org.gatesmith.host.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.board.Slr;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.report.Hardware;
import org.gatesmith.host.report.SourceLine;
import org.gatesmith.host.rtl.HardwareReport;
import org.gatesmith.host.rtl.HardwareRun;

/** What simulated hardware did, for the page. */
final class PageHardware {

    private final HardwareReport report;
    private final Map<String, String> sources;

    private PageHardware(HardwareReport report, Map<String, String> sources) {
        this.report = report;
        this.sources = sources;
    }

    static Hardware of(HardwareReport report, Map<String, String> sources) {
        return new PageHardware(report, sources).hardware();
    }

    private Hardware hardware() {
        return new Hardware(
                report.calls(),
                report.cycles(),
                report.forecast().cycles(),
                report.megahertz(),
                report.explanation(),
                report.loops().stream().map(this::loop).toList(),
                report.waits().stream().map(this::wait).toList(),
                report.ports().stream().map(PageHardware::port).toList(),
                report.banks().stream().map(this::bank).toList(),
                resources());
    }

    private Hardware.Loop loop(HardwareReport.Loop loop) {
        long waiting = report.waits().stream()
                .filter(wait -> wait.subject().equals(loop.subject()))
                .mapToLong(HardwareReport.Wait::cycles)
                .sum();
        return new Hardware.Loop(
                loop.label(),
                PageLoops.line(loop.span(), sources),
                loop.asked(),
                loop.interval(),
                loop.achieved(),
                loop.iterations(),
                loop.cycles(),
                loop.predicted().cycles(),
                waiting);
    }

    private Hardware.Wait wait(HardwareReport.Wait wait) {
        String file = report.scheduled().design().program().top().span().file();
        Optional<SourceLine> line = wait.line() == 0
                ? Optional.empty()
                : PageLoops.line(new Span(file, wait.line(), 1, wait.line(), 2), sources);
        return new Hardware.Wait(wait.subject(), wait.cause(), line, wait.cycles());
    }

    private static Hardware.Port port(HardwareReport.Port port) {
        return new Hardware.Port(
                port.name(),
                port.direction(),
                String.join(", ", port.operands()),
                port.bits(),
                port.traffic().bytes(),
                port.traffic().bursts(),
                port.beatsPerBurst(),
                port.bytesPerSecond(),
                port.shareOfBank(),
                port.bank());
    }

    private Hardware.Bank bank(HardwareRun.BankUse bank) {
        return new Hardware.Bank(
                bank.name(),
                report.cycles() == 0 ? 0 : (double) bank.busyCycles() / report.cycles(),
                bank.bursts(),
                bank.pageChanges(),
                bank.refreshCycles(),
                bank.queuedCycles());
    }

    private List<Hardware.Resource> resources() {
        Resources estimate = report.estimate();
        return List.of(
                resource("LUT", estimate.lut(), ResourceCount::lut),
                resource("FF", estimate.ff(), ResourceCount::ff),
                resource("DSP", estimate.dsp(), ResourceCount::dsp),
                resource("block RAM, 18 Kb", estimate.bram18(), room -> 2 * room.bram36()),
                resource("UltraRAM", estimate.uram(), ResourceCount::uram));
    }

    private Hardware.Resource resource(String name, long used, ToIntFunction<ResourceCount> count) {
        List<Slr> regions = report.board().resources().slrs();
        return new Hardware.Resource(
                name,
                used,
                regions.stream()
                        .map(region -> new Hardware.Region(region.name(), count.applyAsInt(region.kernelRegion())))
                        .toList());
    }
}
