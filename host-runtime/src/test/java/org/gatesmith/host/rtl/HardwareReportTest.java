package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.rtl.Watch;
import org.gatesmith.host.kernel.KernelLocator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What calls of vector_add add up to; their figures are made up, as a simulation would report them. */
class HardwareReportTest {

    private static final double MEGAHERTZ = 300;
    private static final long ELEMENTS = 1000;

    private static Board board;
    private static VerilogKernel kernel;
    private static long predicted;
    private static int depth;
    private static long iterations;

    @BeforeAll
    static void schedule() throws Exception {
        board = Boards.all().stream()
                .filter(one -> one.name().equals("u280"))
                .findFirst()
                .orElseThrow();
        KernelLocator.Located located = KernelLocator.locate("vector_add");
        CompiledKernel compiled = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
        kernel = compiled.verilog(board, MEGAHERTZ);
        CyclePrediction prediction = CyclePrediction.of(
                kernel.design(), Map.of("n", ELEMENTS), kernel.scheduled().latency());
        predicted = prediction.cycles();
        HardwareReport.Loop loop = report(run(predicted, 0)).loops().getFirst();
        depth = loop.depth();
        iterations = loop.predicted().iterations();
    }

    /** A call in which the loop waited for each of its inputs as long as the call was longer than predicted. */
    private static HardwareRun run(long cycles, long waited) {
        return run(cycles, waited, iterations);
    }

    private static HardwareRun run(long cycles, long waited, long iterations) {
        List<HardwareRun.Reading> readings = new ArrayList<>();
        for (Watch watch : kernel.rtl().watches()) {
            long value = switch (watch.kind()) {
                case ENTRIES -> 1;
                case PROGRESS -> iterations;
                case BUSY -> iterations + depth + waited;
                case CYCLES -> watch.cause().startsWith("data of") ? waited : 0;
                case WAITS, LEVEL -> 0;
            };
            readings.add(new HardwareRun.Reading(watch, value));
        }
        HardwareRun.Channel traffic = new HardwareRun.Channel(10, 63, 4 * ELEMENTS, 0, 0, 2);
        List<HardwareRun.PortTraffic> ports = kernel.rtl().bundles().stream()
                .map(bundle -> new HardwareRun.PortTraffic(bundle.name(), traffic, traffic))
                .toList();
        List<HardwareRun.BankUse> banks = List.of(new HardwareRun.BankUse("HBM[0]", 10, 80, 7, 70, 3, 1));
        return new HardwareRun(cycles, MEGAHERTZ, Map.of("n", ELEMENTS), ports, banks, readings);
    }

    private static HardwareReport report(HardwareRun... runs) {
        MemoryModel memory = MemoryModel.of(
                board, MEGAHERTZ, Map.of("a", "HBM[0]", "b", "HBM[0]", "c", "HBM[0]"), MemoryModel.Fidelity.BOARD);
        return HardwareTally.of(kernel, board, memory, List.of(runs));
    }

    @Test
    void callsAndTheirPredictionsAddUp() {
        HardwareReport report = report(run(predicted, 0), run(predicted + 400, 400));

        assertThat(report.calls()).isEqualTo(2);
        assertThat(report.cycles()).isEqualTo(2 * predicted + 400);
        assertThat(report.forecast()).isEqualTo(new HardwareReport.Forecast(2 * predicted, true, List.of()));
        assertThat(report.ports())
                .allSatisfy(port -> assertThat(port.traffic().bytes()).isEqualTo(8 * ELEMENTS));
    }

    @Test
    void theIntervalReachedLeavesOutWhatEveryEntryTakes() {
        assertThat(report(run(predicted, 0)).loops().getFirst().achieved().orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(report(run(predicted + iterations, iterations))
                        .loops()
                        .getFirst()
                        .achieved()
                        .orElseThrow())
                .isCloseTo(2, within(1e-9));
    }

    private static HardwareReport.Loop loop(long entries, long iterations, long cycles) {
        HardwareReport.Loop one = report(run(predicted, 0)).loops().getFirst();
        return new HardwareReport.Loop(
                one.label(),
                one.subject(),
                one.span(),
                one.asked(),
                one.interval(),
                one.depth(),
                entries,
                iterations,
                cycles,
                one.predicted());
    }

    @Test
    void entriesWithASingleIterationReachNoInterval() {
        assertThat(loop(3, 3, 3L * (depth + 70)).achieved()).isEmpty();
        assertThat(loop(3, 0, 3).achieved()).isEmpty();
    }

    /** Of a hundred entries one runs; the others take a cycle each, and not the depth. */
    @Test
    void theIntervalReachedIsNeverBelowThatOfTheSchedule() {
        assertThat(loop(100, 200, 100 + 200 + depth).achieved().orElseThrow()).isEqualTo(1);
    }

    @Test
    void agreementIsSaidInOneSentence() {
        assertThat(report(run(predicted, 0)).explanation())
                .singleElement()
                .asString()
                .contains("the difference is 0.0 %");
    }

    @Test
    void aDifferenceIsExplainedByTheLoopItsWaitsAndTheBanks() {
        List<String> explanation = report(run(predicted + 400, 400)).explanation();

        assertThat(explanation.getFirst()).contains("more, 400 cycles");
        assertThat(explanation)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("loop 'add.i' (VectorAdd.java:")
                        .contains("took 400 cycles more than predicted: it waited 400 for data of"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("bank HBM[0] changed its page 3 times, 9.3 cycles each")
                        .contains("70 cycles for 1 refresh"));
    }

    /** Of a prediction that follows from the scalars, no part stood in for anything. */
    @Test
    void nothingStoodInForWhatTheScalarsDecide() {
        assertThat(report(run(predicted + 400, 400, iterations - 1)).explanation())
                .noneSatisfy(sentence -> assertThat(sentence).contains("stood in"));
    }

    @Test
    void whatIsNotInLoopsIsSaidToo() {
        assertThat(report(run(predicted + 400, 0)).explanation())
                .anySatisfy(
                        sentence -> assertThat(sentence)
                                .startsWith(
                                        "outside of pipelined loops, and until the last writes were in memory, it took 400 cycles more than"));
    }

    /** A wait is no reason to be faster. */
    @Test
    void whatTookLessIsExplainedByWhatWasAssumed() {
        assertThat(waiting(false).explanation())
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("it took 400 cycles less than predicted")
                        .contains("counted with the full latency"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("waited"));
    }

    @Test
    void whereNothingWasAssumedThatIsNoExplanation() {
        assertThat(waiting(true).explanation())
                .anySatisfy(sentence -> assertThat(sentence).contains("it took 400 cycles less than predicted"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("counted with the full latency"));
    }

    /** A run that waited and took less than predicted all the same. */
    private static HardwareReport waiting(boolean isExact) {
        HardwareReport report = report(run(predicted - 400, 0));
        return new HardwareReport(
                report.scheduled(),
                report.board(),
                report.memory(),
                report.calls(),
                report.cycles(),
                new HardwareReport.Forecast(report.forecast().cycles(), isExact, List.of()),
                report.loops(),
                List.of(new HardwareReport.Wait("'add'", "data of 'a'", 0, 300)),
                report.ports(),
                report.banks());
    }

    @Test
    void aPortsRateIsAShareOfItsBanksBandwidth() {
        HardwareReport.Port port = report(run(1000, 0)).ports().getFirst();

        // 4000 bytes in 1000 cycles of 300 MHz: 1.2 GB/s.
        assertThat(port.bytesPerSecond()).isCloseTo(1.2e9, within(1.0));
        assertThat(port.shareOfBank().orElseThrow())
                .isCloseTo(1.2e9 / board.defaultMemory().bytesPerSecondPerBank(), within(1e-9));
        assertThat(port.beatsPerBurst()).isCloseTo(6.3, within(1e-9));
    }
}
