package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;

/** Images before and after, beside each other. */
final class PictureSection {

    private PictureSection() {}

    /** What the template lays out. */
    public record View(List<Figure> figures) {}

    /** An image with its text. */
    public record Figure(String title, String caption, String source, int width, int height) {}

    static Optional<Section> of(RunPage page) {
        List<Figure> figures =
                page.pictures().stream().map(PictureSection::figure).toList();
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of("pictures", "Pictures", new View(figures)));
    }

    private static Figure figure(Picture picture) {
        Png png = picture.png();
        return new Figure(picture.title(), picture.caption(), png.dataUri(), png.width(), png.height());
    }
}
