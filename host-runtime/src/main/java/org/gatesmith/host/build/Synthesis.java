package org.gatesmith.host.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programmable elements that synthesis found a design to need.
 *
 * @param lut look-up tables, those that are memory or shift registers included
 * @param bram18 blocks of 18 Kb
 * @param yosys version of the program that says so
 */
public record Synthesis(long lut, long ff, long dsp, long bram18, long uram, String yosys) {

    private static final Pattern CELL = Pattern.compile("^ +([A-Z][A-Za-z0-9_]*) +(\\d+)$", Pattern.MULTILINE);

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

    /** Reads what {@code stat} of Yosys printed last. */
    static Optional<Synthesis> of(String log, String yosys) {
        int last = log.lastIndexOf("Number of cells:");
        if (last < 0) {
            return Optional.empty();
        }
        Map<String, Long> cells = new TreeMap<>();
        Matcher cell = CELL.matcher(log.substring(last));
        while (cell.find()) {
            cells.merge(cell.group(1), Long.parseLong(cell.group(2)), Long::sum);
        }
        long lut = 0;
        long ff = 0;
        for (Map.Entry<String, Long> entry : cells.entrySet()) {
            String name = entry.getKey();
            lut += entry.getValue() * (name.matches("LUT[1-6]|INV") ? 1 : MEMORY_LUTS.getOrDefault(name, 0));
            ff += name.matches("FD[RSCP]E(_1)?|LD[CP]E") ? entry.getValue() : 0;
        }
        return Optional.of(new Synthesis(
                lut,
                ff,
                sum(cells, "DSP48E2"),
                sum(cells, "RAMB18E2") + 2 * sum(cells, "RAMB36E2"),
                sum(cells, "URAM288", "URAM288_BASE"),
                yosys));
    }

    private static long sum(Map<String, Long> cells, String... names) {
        return List.of(names).stream()
                .mapToLong(name -> cells.getOrDefault(name, 0L))
                .sum();
    }

    /** LUT, FF, DSP, 36 Kb blocks, UltraRAM. */
    List<Long> figures() {
        return new ArrayList<>(List.of(lut, ff, dsp, Math.ceilDiv(bram18, 2), uram));
    }
}
