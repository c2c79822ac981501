package org.gatesmith.host.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a design into parts. Synthesis takes more than twice the time for twice the logic, and flattening repeats it for every
 * instance; but constants and registers only move across borders that are not there. So what is small is one part with what it
 * stands in, and what is large, or there several times, is a part of its own.
 */
final class Partition {

    /** A part grows no further by modules that are there once. Yosys takes about 20 s for as much. */
    private static final long PART_BITS = 40_000;

    /**
     * Up to so many cells, such as adders, a module goes into each that uses it: a multiplier belongs into one DSP block with the
     * registers around it, and a memory of which only one port writes takes fewer blocks.
     */
    private static final long SMALL_CELLS = 30;

    /** How much may be synthesised again because a module is there several times. */
    private static final long REPEATED_BITS = 4_000;

    private final Statistics design;
    /** In how many places of the sources, not of the design, a module stands. */
    private final Map<String, Long> places = new HashMap<>();

    /** Bits of each module with those that are flattened into it; users come after what they use. */
    private final Map<String, Long> groups = new LinkedHashMap<>();

    private final List<Part> parts = new ArrayList<>();

    private Partition(Statistics design) {
        this.design = design;
        design.modules()
                .values()
                .forEach(module -> module.cells().counts().forEach((type, count) -> {
                    if (design.modules().containsKey(type)) {
                        places.merge(type, count, Long::sum);
                    }
                }));
    }

    /** The parts of a design, the one that takes longest first. */
    static List<Part> of(Statistics design, String top) {
        Partition partition = new Partition(design);
        partition.parts.add(new Part(top, partition.group(top)));
        return partition.parts.stream()
                .sorted(Comparator.comparingLong(Part::bits).reversed().thenComparing(Part::module))
                .toList();
    }

    private long group(String module) {
        Long known = groups.get(module);
        if (known != null) {
            return known;
        }
        long bits = design.module(module).bits();
        for (Map.Entry<String, Long> used : instances(module)) {
            String each = used.getKey();
            if (isPart(each)) {
                continue;
            }
            long all = group(each) * used.getValue();
            if (isSmall(each) || (isRare(each) && bits + all <= PART_BITS)) {
                bits += all;
            } else {
                parts.add(new Part(each, group(each)));
            }
        }
        groups.put(module, bits);
        return bits;
    }

    /** The modules in a module and how often, small ones first. */
    private List<Map.Entry<String, Long>> instances(String module) {
        return design.module(module).cells().counts().entrySet().stream()
                .filter(cell -> design.modules().containsKey(cell.getKey()))
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> cell) -> group(cell.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private boolean isPart(String module) {
        return parts.stream().anyMatch(part -> part.module().equals(module));
    }

    private boolean isSmall(String module) {
        return design.module(module).cells().total() <= SMALL_CELLS;
    }

    private boolean isRare(String module) {
        return (places.getOrDefault(module, 1L) - 1) * group(module) <= REPEATED_BITS;
    }
}
