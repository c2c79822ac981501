package org.gatesmith.host.synthesis;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatesmith.hls.design.Resources;

/** Cells of a module by type: primitives of the device, and instances of other modules. */
record Cells(SortedMap<String, Long> counts) {

    /** LUTs of each memory primitive (UG974, UltraScale Libraries Guide: a SLICEM has eight LUTs of 64 bits). */
    private static final Map<String, Integer> MEMORY_LUTS = Map.ofEntries(
            Map.entry("RAM32X1S", 1),
            Map.entry("RAM32X1D", 2),
            Map.entry("RAM64X1S", 1),
            Map.entry("RAM64X1D", 2),
            Map.entry("RAM128X1S", 2),
            Map.entry("RAM128X1D", 4),
            Map.entry("RAM256X1S", 4),
            Map.entry("RAM256X1D", 8),
            Map.entry("RAM512X1S", 8),
            Map.entry("RAM32M", 4),
            Map.entry("RAM64M", 4),
            Map.entry("RAM32M16", 8),
            Map.entry("RAM64M8", 8),
            Map.entry("RAM64X8SW", 8),
            Map.entry("SRL16E", 1),
            Map.entry("SRLC16E", 1),
            Map.entry("SRLC32E", 1));

    Cells {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    long count(String type) {
        return counts.getOrDefault(type, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the primitives take; LUTs that are memory or shift registers are LUTs too. */
    Resources resources() {
        long lut = 0;
        long ff = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            String type = entry.getKey();
            lut += entry.getValue() * (type.matches("LUT[1-6]|INV") ? 1 : MEMORY_LUTS.getOrDefault(type, 0));
            ff += type.matches("FD[RSCP]E(_1)?|LD[CP]E") ? entry.getValue() : 0;
        }
        return new Resources(
                lut,
                ff,
                count("DSP48E2"),
                count("RAMB18E2") + 2 * count("RAMB36E2"),
                count("URAM288") + count("URAM288_BASE"));
    }
}
