package org.gatesmith.host.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.gatesmith.host.report.chart.Markup;

/** Lays out a run's page. */
public final class ReportPage {

    /** What a reader wants first comes first; sections that have nothing to show are left out. */
    private static final List<Function<RunPage, Optional<Section>>> SECTIONS = List.of(
            ResultSection::of,
            PictureSection::of,
            TimelineSection::of,
            TransferSection::of,
            RooflineSection::of,
            LoopSection::of,
            HardwareSection::of,
            ScheduleSection::of,
            ResourceSection::of,
            MemorySection::of,
            WidthSection::of,
            ProvenanceSection::of);

    private ReportPage() {}

    /**
     * The page as one HTML file that is also well-formed XML. It holds all it needs: neither script nor network.
     *
     * @return the same text for the same values, in every locale
     */
    public static String html(RunPage page) {
        List<Section> sections = SECTIONS.stream()
                .map(section -> section.apply(page))
                .flatMap(Optional::stream)
                .toList();
        return PageTemplate.render("page.html.vm", View.of(page, sections)).text();
    }

    /**
     * The frame of the page.
     *
     * @param style CSS class of the verdict
     * @param mark a sign for the verdict, beside its colour
     * @param answer the verdict in a word
     */
    public record View(
            Markup styleSheet,
            Heading heading,
            String style,
            String mark,
            String answer,
            String sentence,
            List<String> remarks,
            List<Fact> facts,
            List<Section> sections) {

        static View of(RunPage page, List<Section> sections) {
            Verdict verdict = page.verdict();
            return new View(
                    readStyleSheet(),
                    page.heading(),
                    verdict.outcome().name().toLowerCase(Locale.ROOT),
                    mark(verdict.outcome()),
                    answer(verdict.outcome()),
                    verdict.sentence(),
                    verdict.remarks(),
                    page.facts(),
                    sections);
        }

        private static String mark(Verdict.Outcome outcome) {
            return switch (outcome) {
                case PASSED -> "✓";
                case FAILED -> "✕";
                case INCOMPLETE -> "!";
                case UNCHECKED -> "?";
            };
        }

        private static String answer(Verdict.Outcome outcome) {
            return switch (outcome) {
                case PASSED -> "Passed";
                case FAILED -> "Failed";
                case INCOMPLETE -> "Incomplete";
                case UNCHECKED -> "Not checked";
            };
        }

        private static Markup readStyleSheet() {
            try (InputStream in = ReportPage.class.getResourceAsStream("template/page.css")) {
                if (in == null) {
                    throw new IllegalStateException("the page's style sheet is missing from this build");
                }
                return new Markup(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
