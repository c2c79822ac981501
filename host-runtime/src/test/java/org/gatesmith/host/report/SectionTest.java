package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gatesmith.host.report.Roofline.BandwidthRoof;
import org.gatesmith.host.report.Roofline.ComputeRoof;
import org.gatesmith.host.report.Roofline.Origin;
import org.gatesmith.host.report.Roofline.Path;
import org.gatesmith.host.report.Roofline.Point;
import org.gatesmith.host.report.WidthRow.Profile;
import org.gatesmith.host.report.WidthRow.Sign;
import org.gatesmith.host.report.WidthRow.Width;
import org.gatesmith.host.report.chart.ParsedMarkup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the sections say, read from the page as a reader would. Rows of tables are cells joined by bars. */
final class SectionTest {

    private static final long SECOND = 1_000_000_000L;

    @Nested
    final class TheTimeline {

        @Test
        void tellsWhatOverlapBrings() {
            assertThat(words(timeline(List.of(bar(Stage.LOAD, 0, 0, 2), bar(Stage.RUN, 0, 0, 4)), List.of())))
                    .contains("1 tile in 4.00 s.")
                    .contains("would take 6.00 s: overlap makes the run 1.50× as fast.")
                    .contains("The busiest stage is run: at work for 100 % of the time.");
        }

        @Test
        void comparesWithThePrediction() {
            assertThat(words(timeline(List.of(bar(Stage.RUN, 0, 0, 4)), List.of(bar(Stage.RUN, 0, 0, 2)))))
                    .contains("The plan predicted 2.00 s; the run took 2.00× that.");
        }

        @Test
        void doesNotTakeThePredictionOfTheFirstTilesForThatOfTheRun() {
            Timeline.Prediction all = new Timeline.Prediction(4, 8 * SECOND, Map.of(Stage.RUN, 7 * SECOND));
            List<StageBar> measured = List.of(
                    bar(Stage.RUN, 0, 0, 4),
                    bar(Stage.RUN, 1, 4, 8),
                    bar(Stage.RUN, 2, 8, 12),
                    bar(Stage.RUN, 3, 12, 16));
            RunPage page = timeline(measured, List.of(bar(Stage.RUN, 0, 0, 2)), all);
            assertThat(words(page)).contains("The plan predicted 8.00 s; the run took 2.00× that.");
            assertThat(rows(page)).containsExactly("run|16.0 s|100 %||4.00 s|4.00 s|7.00 s|the kernel itself");
            assertThat(charts(page)).contains("Timeline of the stages, predicted");
        }

        @Test
        void doesNotCompareTheRestOfAResumedRunWithThePredictionForAll() {
            Timeline.Prediction all = new Timeline.Prediction(40, 8 * SECOND, Map.of(Stage.RUN, 7 * SECOND));
            RunPage page = timeline(List.of(bar(Stage.RUN, 39, 0, 4)), List.of(bar(Stage.RUN, 0, 0, 2)), all);
            assertThat(words(page))
                    .contains("The plan predicted 8.00 s for all 40 tiles.")
                    .doesNotContain("that.");
        }

        @Test
        void countsAllTilesThatShareABar() {
            StageBar shared = new StageBar(Stage.RUN, 0, 4, 0, 8 * SECOND, 6 * SECOND);
            RunPage page = timeline(List.of(shared), List.of());
            assertThat(words(page)).contains("4 tiles in 8.00 s.").contains("at work for 75.0 % of the time.");
            assertThat(rows(page)).containsExactly("run|6.00 s|75.0 %||1.50 s|–|the kernel itself");
        }

        @Test
        void doesNotPraiseAnOverlapThatSavesNothing() {
            assertThat(words(timeline(List.of(bar(Stage.LOAD, 0, 0, 1), bar(Stage.RUN, 0, 3, 4)), List.of())))
                    .contains("would take 2.00 s: less, as waiting between them cost more than overlap saved.");
        }

        @Test
        void hasOneChartWhereMeasuredAndPredictedTimesAreAlike() {
            assertThat(charts(timeline(List.of(bar(Stage.RUN, 0, 0, 4)), List.of(bar(Stage.RUN, 0, 0, 2)))))
                    .containsExactly("Timeline of the stages");
        }

        @Test
        void hasChartsOfTheirOwnWhereTheyAreFarApart() {
            assertThat(charts(timeline(List.of(bar(Stage.RUN, 0, 0, 400)), List.of(bar(Stage.RUN, 0, 0, 2)))))
                    .containsExactly("Timeline of the stages, measured", "Timeline of the stages, predicted");
        }

        @Test
        void showsThePlanOfARunThatNeverStarted() {
            RunPage page = timeline(List.of(), List.of(bar(Stage.RUN, 0, 0, 2)));
            assertThat(charts(page)).containsExactly("Predicted timeline");
            assertThat(words(page)).contains("Nothing was measured. The plan predicts 2.00 s for 1 tile.");
        }

        @Test
        void enlargesTheFirstTilesOfMany() {
            List<StageBar> bars = new SimulatedStream(List.of(1L, 1L, 2L, 1L, 1L, 1L), 4, 0).bars(20);
            assertThat(charts(timeline(bars, List.of())))
                    .containsExactly("Timeline of the stages", "The first 4 tiles");
        }

        @Test
        void bearsARunThatTookNoTime() {
            assertThat(words(timeline(List.of(bar(Stage.RUN, 0, 0, 0)), List.of(bar(Stage.RUN, 0, 0, 0)))))
                    .contains("1 tile in 0 s.")
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity");
        }

        @Test
        void listsStagesThatDidSomething() {
            assertThat(rows(timeline(List.of(bar(Stage.LOAD, 0, 0, 1), bar(Stage.RUN, 0, 1, 4)), List.of())))
                    .containsExactly(
                            "load|1.00 s|25.0 %||1.00 s|1.00 s|read a tile's operands from their source",
                            "run|3.00 s|75.0 %||3.00 s|3.00 s|the kernel itself");
        }

        private RunPage timeline(List<StageBar> measured, List<StageBar> predicted, Timeline.Prediction all) {
            return page(builder -> builder.timeline(new Timeline(measured, predicted, Optional.of(all))));
        }

        private RunPage timeline(List<StageBar> measured, List<StageBar> predicted) {

            return page(builder -> builder.timeline(new Timeline(measured, predicted)));
        }

        private StageBar bar(Stage stage, long tile, long startSeconds, long endSeconds) {
            return new StageBar(stage, tile, startSeconds * SECOND, endSeconds * SECOND);
        }
    }

    @Nested
    final class BytesMoved {

        @Test
        void standBesideTheLeastPossible() {
            RunPage page = page(builder -> builder.transfers(new Transfers(
                    List.of(
                            new OperandBytes("a", 4096, 0, 1024, OptionalDouble.of(16), ""),
                            new OperandBytes("c", 1024, 1024, 2048, OptionalDouble.empty(), "stays")),
                    Optional.empty())));
            assertThat(rows(page))
                    .containsExactly(
                            "a||4 KiB|–|4 KiB|1 KiB|4.00×|16.0×|",
                            "c||1 KiB|1 KiB|2 KiB|2 KiB|1.00×|–|stays",
                            "all||5 KiB|1 KiB|6 KiB|3 KiB|2.00×||");
        }

        @Test
        void sayWhatLimitsTheRun() {
            RunPage page = page(builder -> builder.transfers(new Transfers(
                    List.of(new OperandBytes("a", 1, 0, 1, OptionalDouble.empty(), "")),
                    Optional.of(new Transfers.Bound(Transfers.Limit.TRANSFER, "The link needs 2 s.")))));
            assertThat(words(page)).contains("transfer-bound The link needs 2 s.");
        }

        @Test
        void haveNoRatioWhereNothingNeedBeMoved() {
            RunPage page = page(builder -> builder.transfers(new Transfers(
                    List.of(new OperandBytes("a", 0, 0, 0, OptionalDouble.empty(), "")), Optional.empty())));
            assertThat(rows(page).getFirst()).isEqualTo("a||–|–|0 B|0 B|–");
        }
    }

    @Nested
    final class TheRoofline {

        @Test
        void namesTheRoofThatLimits() {
            assertThat(rows(withPoints(
                            new Point("of memory", Origin.MEASURED, 1, 25, "HBM"),
                            new Point("over the link", Origin.PREDICTED, 100, 500, "PCIe"))))
                    .containsExactly(
                            "A of memory|1.00 op/B|25.0 op/s|100 op/s|25.0 %||HBM",
                            "B over the link|100 op/B|500 op/s|1.00 kop/s|50.0 %||DSPs");
        }

        @Test
        void takesTheHighestComputeRoofForAPointOfAnUnknownMemory() {
            assertThat(rows(withPoints(new Point("p", Origin.MEASURED, 1, 100, "nothing"))))
                    .containsExactly("A p|1.00 op/B|100 op/s|1.00 kop/s|10.0 %||DSPs");
        }

        @Test
        void isDrawnWithoutPoints() {
            assertThat(charts(withPoints())).containsExactly("Roofline of the board");
        }

        @Test
        void refusesARoofOfNothing() {
            assertThatIllegalArgumentException().isThrownBy(() -> new ComputeRoof("DSPs", 0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BandwidthRoof("HBM", Path.MEMORY, Double.POSITIVE_INFINITY));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Point("p", Origin.MEASURED, Double.NaN, 1, "HBM"));
        }

        private RunPage withPoints(Point... points) {
            return page(builder -> builder.roofline(new Roofline(
                    "op",
                    List.of(new ComputeRoof("one PE", 10), new ComputeRoof("DSPs", 1000)),
                    List.of(new BandwidthRoof("HBM", Path.MEMORY, 100), new BandwidthRoof("PCIe", Path.LINK, 20)),
                    List.of(points))));
        }
    }

    @Nested
    final class Loops {

        @Test
        void showTheirLineAndTheirShareOfTheCycles() {
            LoopTable.Row loop = new LoopTable.Row(
                    "k.i",
                    0,
                    Optional.of(new SourceLine("K.java", 7, "for (int i = 0; i < 4; i++) {")),
                    List.of("pipeline II=1"),
                    OptionalLong.of(4),
                    OptionalLong.of(1),
                    OptionalLong.of(1),
                    OptionalLong.of(50),
                    "");
            assertThat(rows(table(loop, OptionalLong.of(200))))
                    .containsExactly("k.i|K.java:7for (int i = 0; i < 4; i++) {|pipeline II=1|4|1|50|25.0 %|");
        }

        @Test
        void markAnIntervalThatIsMissed() {
            LoopTable.Row loop = new LoopTable.Row(
                    "k.i",
                    0,
                    Optional.empty(),
                    List.of(),
                    OptionalLong.empty(),
                    OptionalLong.of(1),
                    OptionalLong.of(3),
                    OptionalLong.empty(),
                    "one port");
            assertThat(rows(table(loop, OptionalLong.empty()))).containsExactly("k.i||one port|–|▲ 3 asked for 1");
        }

        private RunPage table(LoopTable.Row loop, OptionalLong cycles) {
            return page(builder -> builder.loops(new LoopTable(List.of(loop), cycles)));
        }
    }

    @Nested
    final class MemoryBanks {

        @Test
        void nameTheOperandsInThem() {
            RunPage page = page(builder -> builder.memory(new MemoryMap(
                    List.of(
                            new MemoryMap.Port("gmem0", "a", "in", 512, "HBM[0]", 2, 4096, 64),
                            new MemoryMap.Port("gmem1", "b", "in", 256, "HBM[0]", 1, 1024, 64)),
                    List.of(new MemoryMap.Bank("HBM[0]", 9216, 36_864), new MemoryMap.Bank("HBM[1]", 0, 1024)))));
            assertThat(rows(page))
                    .containsExactly(
                            "gmem0|a|in|512 bits|HBM[0]|2|4 KiB|64 B",
                            "gmem1|b|in|256 bits|HBM[0]|1|1 KiB|64 B",
                            "HBM[0]|a, b|9 KiB|36 KiB|25.0 %|",
                            "HBM[1]|–|0 B|1 KiB|0 %|");
        }
    }

    @Nested
    final class Widths {

        @Test
        void showTheProfileWhereThereIsOne() {
            Profile profile = new Profile("-3", "5", Optional.of(new Width(Sign.SIGNED, 4)), "@Bits(4)", 2, 100);
            assertThat(rows(widths(Optional.of(profile)))).containsExactly("x|local|int|s6||-3 … 5|s4|@Bits(4)|2");
        }

        @Test
        void haveNoColumnsForAProfileThatWasNotTaken() {
            assertThat(rows(widths(Optional.empty()))).containsExactly("x|local|int|s6|");
        }

        private RunPage widths(Optional<Profile> profile) {
            return page(builder -> builder.widths(
                    List.of(new WidthRow("x", "local", "int", 32, Optional.of(new Width(Sign.SIGNED, 6)), profile))));
        }
    }

    @Nested
    final class Results {

        @Test
        void sayHowMuchWasCompared() {
            assertThat(rows(output(10, 0)))
                    .containsExactly("c|int 4 × 25|10 10.0 % of the array|0|✓ as expected|bit for bit");
            assertThat(rows(output(100, 0))).containsExactly("c|int 4 × 25|100|0|✓ as expected|bit for bit");
            assertThat(rows(output(0, 0))).containsExactly("c|int 4 × 25|0|0|? not compared|bit for bit");
        }

        @Test
        void listTheFirstErrorsAndCountTheOthers() {
            RunPage page = output(100, 7);
            assertThat(rows(page))
                    .containsExactly("c|int 4 × 25|100|7|✕ wrong|bit for bit", "[1][2]|5|0x00000005|-1|0xffffffff|3");
            assertThat(words(page)).contains("… and 6 more");
        }

        private RunPage output(long compared, long wrong) {
            return page(builder -> builder.outputs(List.of(new OutputCheck(
                    "c",
                    "int",
                    List.of(4L, 25L),
                    compared,
                    wrong,
                    "bit for bit",
                    wrong == 0
                            ? List.of()
                            : List.of(new OutputCheck.WrongElement(
                                    List.of(1L, 2L), "5", "0x00000005", "-1", "0xffffffff", OptionalLong.of(3))),
                    Optional.empty(),
                    ""))));
        }
    }

    // ---- reading a page

    private static RunPage page(UnaryOperator<RunPage.Builder> parts) {
        return parts.apply(RunPage.of(
                        new Heading("k", "csim", ""), new Verdict(Verdict.Outcome.PASSED, "All is well.", List.of())))
                .build();
    }

    private static ParsedMarkup parsed(RunPage page) {
        return ParsedMarkup.of(ReportPage.html(page));
    }

    private static String words(RunPage page) {
        return plain(parsed(page).named("section").getFirst());
    }

    private static List<String> charts(RunPage page) {
        return parsed(page).named("svg").stream()
                .filter(svg -> svg.getAttribute("class").equals("chart"))
                .map(svg -> svg.getFirstChild().getTextContent())
                .toList();
    }

    private static List<String> rows(RunPage page) {
        return parsed(page).named("tr").stream()
                .filter(row -> !row.getParentNode().getNodeName().equals("thead"))
                .map(SectionTest::cells)
                .toList();
    }

    private static String cells(Element row) {
        List<Element> cells = ParsedMarkup.children(row);
        return cells.stream()
                // The text in a chart is for those who cannot see it.
                .map(cell -> cell.getElementsByTagName("svg").getLength() > 0 ? "" : plain(cell))
                .collect(Collectors.joining("|"));
    }

    private static String plain(Element element) {
        return element.getTextContent()
                .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
                .strip();
    }
}
