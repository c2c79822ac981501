package org.gatesmith.host.rtl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.estimate.LoopCycles;
import org.gatesmith.hls.estimate.TripGuess;

/** Why a simulation took other cycles than its schedule predicted, from what was measured. */
final class CycleGap {

    /** What counts as agreement: within it a schedule is held to be right. */
    private static final double AGREEMENT = 0.02;

    /** Causes that are named; more would hide the important ones. */
    private static final int NAMED = 5;

    /** What makes predictions too high; waits are no reason to be faster. */
    private static final String ASSUMED =
            ": reads in no known order were counted with the full latency of the memory, also where the reader still held the data, and of a"
                    + " branch on data the longer side";

    private final HardwareReport report;

    CycleGap(HardwareReport report) {
        this.report = report;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(total());
        if (Math.abs(report.excess()) > AGREEMENT) {
            if (overlaps()) {
                sentences.add("processes overlap, so that waits of one need not make the call longer");
            }
            report.forecast().guesses().stream().map(TripGuess::text).forEach(sentences::add);
            report.loops().stream()
                    .filter(loop -> !report.forecast().isExact())
                    .filter(loop -> loop.iterations() != loop.predicted().iterations())
                    .map(this::guessed)
                    .forEach(sentences::add);
            slowest().map(this::slow).forEach(sentences::add);
            elsewhere(sentences);
            report.banks().stream()
                    .filter(bank -> bank.pageChanges() + bank.refreshes() + bank.queuedCycles() > 0)
                    .map(this::bank)
                    .forEach(sentences::add);
        }
        return sentences;
    }

    private String total() {
        HardwareReport.Forecast forecast = report.forecast();
        double excess = report.excess();
        String predicted = "predicted " + (forecast.isExact() ? "" : "about ") + Counted.cycles(forecast.cycles());
        if (Math.abs(excess) <= AGREEMENT) {
            return String.format(Locale.ROOT, "%s; the difference is %.1f %%", predicted, 100 * Math.abs(excess));
        }
        return String.format(
                Locale.ROOT,
                "%s; it took %.1f %% %s, %s",
                predicted,
                100 * Math.abs(excess),
                excess > 0 ? "more" : "less",
                Counted.cycles(Math.abs(report.cycles() - forecast.cycles())));
    }

    private String guessed(HardwareReport.Loop loop) {
        return named(loop) + " ran " + Counted.of(loop.iterations(), "iteration")
                + ", not the " + Counted.number(loop.predicted().iterations())
                + " that were predicted: data decide, and @TripCount or the longer side of a branch stood in";
    }

    private static String named(HardwareReport.Loop loop) {
        return loop.subject() + (loop.place().isEmpty() ? "" : " (" + loop.place() + ")");
    }

    // ---- loops

    private Stream<HardwareReport.Loop> slowest() {
        return report.loops().stream()
                .filter(loop -> excess(loop) > 0)
                .sorted(Comparator.comparingLong(CycleGap::excess).reversed())
                .limit(NAMED);
    }

    private static long excess(HardwareReport.Loop loop) {
        return loop.cycles() - loop.predicted().cycles();
    }

    private String slow(HardwareReport.Loop loop) {
        List<HardwareReport.Wait> waits = report.waits().stream()
                .filter(wait -> wait.subject().equals(loop.subject()))
                .limit(NAMED)
                .toList();
        String causes = waits.stream()
                .map(wait -> Counted.number(wait.cycles()) + " for " + wait.cause())
                .collect(Collectors.joining(", "));
        return named(loop) + " took " + Counted.cycles(excess(loop)) + " more than predicted"
                + (waits.isEmpty() ? "" : ": it waited " + causes)
                + (waits.size() > 1 ? " (waits at the same time count each)" : "")
                + (waits.isEmpty() || foreseen(loop) == 0
                        ? ""
                        : "; " + Counted.number(foreseen(loop)) + " of waiting were predicted");
    }

    /** What the prediction of a loop has for waits. */
    private static long foreseen(HardwareReport.Loop loop) {
        LoopCycles predicted = loop.predicted();
        long busy = predicted.iterations() == 0
                ? predicted.entries()
                : predicted.entries() * (1L + loop.depth() - loop.interval())
                        + predicted.iterations() * loop.interval();
        return Math.max(0, predicted.cycles() - busy);
    }

    /** What is not in pipelined loops; where nothing overlaps that is a difference. */
    private void elsewhere(List<String> sentences) {
        long inLoops = report.loops().stream().mapToLong(CycleGap::excess).sum();
        long rest = report.cycles() - report.forecast().cycles() - inLoops;
        if (overlaps() || Math.abs(rest) <= AGREEMENT * report.forecast().cycles()) {
            return;
        }
        sentences.add("outside of pipelined loops, and until the last writes were in memory, it took "
                + Counted.cycles(Math.abs(rest))
                + (rest > 0
                        ? " more than predicted" + waitsElsewhere()
                        : " less than predicted" + (report.forecast().isExact() ? "" : ASSUMED)));
    }

    private String waitsElsewhere() {
        String waits = report.waits().stream()
                .filter(wait ->
                        report.loops().stream().noneMatch(loop -> loop.subject().equals(wait.subject())))
                .limit(NAMED)
                .map(HardwareReport.Wait::text)
                .collect(Collectors.joining("; "));
        return waits.isEmpty() ? "" : ": " + waits;
    }

    private boolean overlaps() {
        return report.scheduled().design().modules().stream().anyMatch(ModuleDesign.Dataflow.class::isInstance);
    }

    // ---- memory

    private String bank(HardwareRun.BankUse bank) {
        MemoryModel.BankModel model = report.memory().banks().stream()
                .filter(one -> one.name().equals(bank.name()))
                .findFirst()
                .orElseThrow();
        List<String> parts = new ArrayList<>();
        if (bank.pageChanges() > 0) {
            parts.add(String.format(
                    Locale.ROOT,
                    "changed its page %s, %.1f cycles each",
                    Counted.of(bank.pageChanges(), "time"),
                    model.pageMiss()));
        }
        if (bank.refreshes() > 0) {
            parts.add("made bursts wait " + Counted.cycles(bank.refreshCycles()) + " for "
                    + Counted.of(bank.refreshes(), "refresh").replace("refreshs", "refreshes"));
        }
        if (bank.queuedCycles() > 0) {
            parts.add("made bursts wait " + Counted.cycles(bank.queuedCycles()) + " for earlier ones");
        }
        return "bank " + bank.name() + " " + String.join(", ", parts) + ", in " + Counted.of(bank.bursts(), "burst");
    }
}
