package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.host.report.chart.ParsedMarkup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the page says about simulated hardware; cells of a row joined by bars. */
class HardwareSectionsTest {

    private static final ParsedMarkup PAGE = ParsedMarkup.of(ReportPage.html(SamplePages.gemm()));

    private static Element section(String id) {
        return PAGE.named("section").stream()
                .filter(section -> section.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(String id) {
        return PAGE.named("tr").stream()
                .filter(row -> !row.getParentNode().getNodeName().equals("thead") && isIn(row, id))
                .map(row -> ParsedMarkup.children(row).stream()
                        .map(cell -> cell.getElementsByTagName("svg").getLength() > 0 ? "" : words(cell))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private static boolean isIn(Element element, String id) {
        for (var node = element.getParentNode(); node instanceof Element parent; node = parent.getParentNode()) {
            if (parent.getAttribute("id").equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Element element) {
        return element.getTextContent()
                .replaceAll("\\s", " ")
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ')
                .strip();
    }

    @Test
    void cyclesStandBesideThePredictionAndItsExplanation() {
        assertThat(words(section("hardware")))
                .contains("21 768 cycles in 1 call, 72.6 µs at 300 MHz.")
                .contains("predicted 21 190 cycles; it took 2.7 % more")
                .contains("it waited 197 for data of 'c'");
    }

    @Test
    void aLoopThatIsSlowerThanAskedIsMarked() {
        assertThat(rows("hardware"))
                .contains("loadC.x|GemmInt8.java:123|1|1|▲ 1.05|4 096|4 362|4 165|197")
                .contains("multiply.kk|GemmInt8.java:156|1|1|1.00|1 024|1 104|1 104|0");
    }

    @Test
    void portsHaveBytesBurstsAndTheShareOfTheirBank() {
        assertThat(rows("hardware"))
                .contains("gmem2|c|reads|512|16 KiB|8|32.0|226 MB/s|1.6 %|HBM[2]")
                .contains("HBM[2]|3.1 %|8|4|297|12");
    }

    @Test
    void unrolledCopiesShareARowOfTheSchedule() {
        assertThat(rows("schedule"))
                .containsExactly(
                        "16 × load aTiles|GemmInt8.java:159acc[i][j] += aTiles[ti][i][kk] * bTiles[kk][tj][j];|0|",
                        "256 × mul||1–3|",
                        "256 × add||4|",
                        "min|GemmInt8.java:159int cols = Math.min(BLOCK, n - j0);|0|");
    }

    @Test
    void barsStandWhereTheirCyclesAre() {
        Element bar = PAGE.named("svg").stream()
                .filter(svg -> svg.getFirstChild().getTextContent().startsWith("256 × mul"))
                .findFirst()
                .orElseThrow();
        List<Element> parts = ParsedMarkup.children(bar).stream()
                .filter(part -> part.getNodeName().equals("rect"))
                .toList();
        assertThat(parts).extracting(part -> part.getAttribute("class")).containsExactly("track", "gap", "kernel");
        assertThat(parts.getLast().getAttribute("x")).isEqualTo("20%");
        assertThat(parts.getLast().getAttribute("width")).isEqualTo("60%");
    }

    @Test
    void theLoopThatTakesLongestIsOpen() {
        List<Element> loops = PAGE.named("details");
        assertThat(loops).extracting(loop -> loop.getAttribute("open")).containsExactly("open", "");
        assertThat(words(loops.getFirst())).contains("528 operations over 5 cycles; an iteration starts every cycle");
        assertThat(words(loops.getLast())).contains("iterations do not overlap");
    }

    @Test
    void resourcesStandBesideTheBudgetOfEachRegion() {
        assertThat(rows("resources"))
                .containsExactly("LUT|21 297|702 000|3.0 %||369 000|333 000", "DSP|▲ 6 000|5 610|107.0 %||2 733|2 877");
    }
}
