package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.gatesmith.host.report.chart.ParsedMarkup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

final class ReportPageTest {

    private static final int MEBIBYTE = 1 << 20;

    static List<RunPage> pages() {
        return List.of(SamplePages.smallest(), SamplePages.gemm(), SamplePages.failing(), new HostilePage().page());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormed(RunPage page) {
        assertThat(parsed(page).named("html")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdsNoScriptAndNoHandler(RunPage page) {
        ParsedMarkup parsed = parsed(page);
        assertThat(parsed.named("script")).isEmpty();
        assertThat(parsed.named("*"))
                .allSatisfy(element -> assertThat(attributeNames(element)).noneMatch(name -> name.startsWith("on")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void refersToNothingOutsideOfItself(RunPage page) {
        ParsedMarkup parsed = parsed(page);
        assertThat(parsed.named("*")).allSatisfy(element -> {
            assertThat(element.getAttribute("src")).matches("|data:image/png;base64,[A-Za-z0-9+/=]+");
            assertThat(element.getAttribute("href")).matches("|#[a-z]+");
        });
        assertThat(parsed.named("link")).isEmpty();
        assertThat(parsed.named("style").getFirst().getTextContent()).doesNotContain("url(", "@import", "@font-face");
        assertThat(parsed.named("meta"))
                .anySatisfy(meta -> assertThat(meta.getAttribute("content")).contains("default-src 'none'"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToSectionsAndIdsAreUnique(RunPage page) {
        ParsedMarkup parsed = parsed(page);
        List<String> ids = parsed.named("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(parsed.named("a"))
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void canBeReadByAScreenReader(RunPage page) {
        ParsedMarkup parsed = parsed(page);
        assertThat(parsed.named("html").getFirst().getAttribute("lang")).isEqualTo("en");
        assertThat(parsed.named("th"))
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).isNotEmpty());
        assertThat(parsed.named("img"))
                .allSatisfy(image -> assertThat(image.getAttribute("alt")).isNotEmpty());
        assertThat(parsed.named("svg").stream()
                        .filter(svg -> svg.getAttribute("role").equals("img")))
                .allSatisfy(svg -> assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title"));
    }

    @Test
    void showsEveryTextAsItIs() {
        HostilePage hostile = new HostilePage();
        String html = ReportPage.html(hostile.page());
        String shown = ParsedMarkup.of(html).named("body").getFirst().getTextContent();
        assertThat(hostile.texts())
                .hasSizeGreaterThan(40)
                .allSatisfy(text -> assertThat(shown).contains(text));
        assertThat(html).doesNotContain("<script", "<img src=x");
    }

    @Test
    void leavesOutSectionsThatHaveNothingToShow() {
        assertThat(sections(SamplePages.smallest())).isEmpty();
        assertThat(sections(SamplePages.failing())).containsExactly("results", "pictures", "timeline", "provenance");
        assertThat(sections(SamplePages.gemm()))
                .containsExactly(
                        "results",
                        "timeline",
                        "transfers",
                        "roofline",
                        "loops",
                        "hardware",
                        "schedule",
                        "resources",
                        "memory",
                        "widths",
                        "provenance");
    }

    @Test
    void hasNoSectionForPartsThatAreEmpty() {
        RunPage page = RunPage.of(
                        new Heading("k", "jvm", ""), new Verdict(Verdict.Outcome.PASSED, "All is well.", List.of()))
                .timeline(new Timeline(List.of(), List.of()))
                .transfers(new Transfers(List.of(), Optional.empty()))
                .roofline(new Roofline("op", List.of(), List.of(), List.of()))
                .loops(new LoopTable(List.of(), OptionalLong.empty()))
                .memory(new MemoryMap(List.of(), List.of()))
                .provenance(List.of(new Provenance("tools", List.of())))
                .build();
        assertThat(sections(page)).isEmpty();
    }

    @Test
    void saysTheVerdictInAWordAndASign() {
        assertThat(text(SamplePages.gemm(), "verdict passed")).contains("✓").contains("Passed");
        assertThat(text(SamplePages.failing(), "verdict failed")).contains("✕").contains("Failed");
        assertThat(text(SamplePages.smallest(), "verdict unchecked"))
                .contains("?")
                .contains("Not checked");
    }

    @Test
    void isTheSameInEveryLocaleAndTimeZone() {
        String here = ReportPage.html(SamplePages.gemm());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(ReportPage.html(SamplePages.gemm())).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void staysSmallForAHundredThousandTiles() {
        List<StageBar> bars = new SimulatedStream(List.of(10L, 20L, 30L, 10L, 20L, 10L), 6, 30).bars(100_000);
        RunPage page = RunPage.of(
                        new Heading("k", "csim", ""), new Verdict(Verdict.Outcome.PASSED, "All is well.", List.of()))
                .timeline(new Timeline(bars, bars))
                .build();
        assertThat(ReportPage.html(page)).hasSizeLessThan(MEBIBYTE / 4);
    }

    private static ParsedMarkup parsed(RunPage page) {
        return ParsedMarkup.of(ReportPage.html(page));
    }

    private static List<String> sections(RunPage page) {
        return parsed(page).named("section").stream()
                .map(section -> section.getAttribute("id"))
                .toList();
    }

    private static String text(RunPage page, String styleClass) {
        return parsed(page).named("div").stream()
                .filter(div -> div.getAttribute("class").equals(styleClass))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    private static List<String> attributeNames(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeName())
                .toList();
    }
}
