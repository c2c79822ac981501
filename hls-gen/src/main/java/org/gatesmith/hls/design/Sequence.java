package org.gatesmith.hls.design;

import java.util.List;
import java.util.stream.Stream;

/** Units that run one after another, without a cycle between them; at least one. */
public record Sequence(List<Unit> units) {

    public Sequence {
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a sequence has at least one unit");
        }
    }

    /** All units, each before those inside it. */
    public Stream<Unit> all() {
        return units.stream()
                .flatMap(unit ->
                        Stream.concat(Stream.of(unit), unit.parts().stream().flatMap(Sequence::all)));
    }
}
