package org.gatesmith.hls.design;

import java.util.List;

/** Units that run one after another, without a cycle between them; at least one. */
public record Sequence(List<Unit> units) {

    public Sequence {
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a sequence has at least one unit");
        }
    }
}
