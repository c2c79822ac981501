package org.gatesmith.host.folder;

import java.util.List;

/**
 * What changed from one run to another.
 *
 * @param identical whether the manifests are the same byte for byte, so that nothing but what was measured can differ
 * @param sections what differs, the most telling first
 */
public record RunDifference(boolean identical, List<Section> sections) {

    /**
     * One kind of thing that differs.
     *
     * @param title in a word or two
     */
    public record Section(String title, List<String> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    public RunDifference {
        sections = List.copyOf(sections);
    }
}
