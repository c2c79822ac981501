package org.gatesmith.host.report;

import java.util.List;

/**
 * A group of what made the run what it is.
 *
 * @param title such as {@code tools}, {@code options}, {@code hashes}
 */
public record Provenance(String title, List<Entry> entries) {

    public Provenance {
        entries = List.copyOf(entries);
    }

    /** One of them, such as {@code g++} with {@code 12.2.0}. */
    public record Entry(String name, String value) {}
}
