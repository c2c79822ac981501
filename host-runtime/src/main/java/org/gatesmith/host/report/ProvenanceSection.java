package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;

/** What makes the run repeatable. */
final class ProvenanceSection {

    private ProvenanceSection() {}

    /** What the template lays out. */
    public record View(List<Provenance> groups) {}

    static Optional<Section> of(RunPage page) {
        List<Provenance> groups = page.provenance().stream()
                .filter(group -> !group.entries().isEmpty())
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of("provenance", "Provenance", new View(groups)));
    }
}
