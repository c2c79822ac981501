package org.gatesmith.board;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The platforms (shells) that a bitstream for the board can be linked with.
 *
 * @param byRelease platform names per tool release, the preferred one first
 * @param source where this comes from
 * @param note doubts and remarks
 */
public record Platforms(
        SortedMap<Release, List<String>> byRelease,
        String source,
        @Nullable String note) {

    public Platforms {
        TreeMap<Release, List<String>> copy = new TreeMap<>();
        byRelease.forEach((release, names) -> copy.put(release, List.copyOf(names)));
        byRelease = Collections.unmodifiableSortedMap(copy);
    }

    /** The preferred platform of a release; empty if the release has none for this board. */
    public Optional<String> preferred(Release release) {
        return Optional.ofNullable(byRelease.get(release)).map(List::getFirst);
    }

    /** The newest release that has a platform. */
    public Optional<Release> newestRelease() {
        return Optional.ofNullable(byRelease.lastEntry()).map(Map.Entry::getKey);
    }
}
