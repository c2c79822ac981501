package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gatesmith.host.report.WidthRow.Profile;
import org.gatesmith.host.report.WidthRow.Width;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.InlineBar.Segment;
import org.gatesmith.host.report.chart.Markup;

/** What each value was declared as, what hardware it gets, and what it needed in this run. */
final class WidthSection {

    private WidthSection() {}

    /** What the template lays out. */
    public record View(boolean hasProfile, boolean hasContracts, List<Row> rows) {}

    /**
     * A value in the table.
     *
     * @param outsideStyle CSS class of the count outside of the contract
     */
    public record Row(
            String name,
            String role,
            String declared,
            String inferred,
            Markup bar,
            String seen,
            String narrowest,
            String contract,
            String outside,
            String outsideStyle) {}

    static Optional<Section> of(RunPage page) {
        List<WidthRow> widths = page.widths();
        return widths.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "widths",
                        "Widths",
                        new View(
                                profiles(widths).findAny().isPresent(),
                                profiles(widths)
                                        .anyMatch(profile -> !profile.contract().isEmpty()),
                                widths.stream().map(WidthSection::row).toList())));
    }

    private static Stream<Profile> profiles(List<WidthRow> widths) {
        return widths.stream().flatMap(width -> width.profile().stream());
    }

    private static Row row(WidthRow width) {
        Optional<Profile> profile = width.profile();
        boolean hasContract = profile.map(seen -> !seen.contract().isEmpty()).orElse(false);
        boolean violated = hasContract && profile.map(Profile::outside).orElse(0L) > 0;
        return new Row(
                width.name(),
                width.role(),
                width.declared(),
                width.inferred().map(Width::text).orElse("–"),
                bar(width),
                profile.map(WidthSection::seen).orElse("–"),
                profile.flatMap(Profile::narrowest).map(Width::text).orElse("–"),
                profile.map(Profile::contract).orElse(""),
                hasContract ? profile.map(seen -> count(seen.outside())).orElse("–") : "–",
                violated ? "bad" : "");
    }

    private static String seen(Profile profile) {
        return profile.values() == 0 ? "no value" : profile.minimum() + "\u2009…\u2009" + profile.maximum();
    }

    /** The inferred width in the declared one, with a line at the width that would have held what was seen. */
    private static Markup bar(WidthRow width) {
        int inferred = width.inferred().map(Width::bits).orElse(width.declaredBits());
        Optional<Width> narrowest = width.profile().flatMap(Profile::narrowest);
        String title = width.name() + ": " + inferred + " of " + width.declaredBits() + " bits"
                + narrowest
                        .map(seen -> "; " + seen.bits() + " would have held the values of this run")
                        .orElse("");
        return new InlineBar(
                        title,
                        width.declaredBits(),
                        List.of(new Segment("kernel", inferred)),
                        narrowest.map(seen -> OptionalDouble.of(seen.bits())).orElse(OptionalDouble.empty()))
                .svg();
    }
}
