package org.gatesmith.host.synthesis;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code stat -json} of Yosys says of the modules of a design, by name. */
record Statistics(SortedMap<String, ModuleStatistics> modules) {

    /** Yosys 0.23 leaves a comma behind the last member. */
    private static final JsonMapper READER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    /**
     * A module.
     *
     * @param bits of all its wires, a measure of how large it is before it is synthesised
     */
    record ModuleStatistics(long bits, Cells cells) {}

    Statistics {
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
    }

    /** What is known of a module of the design. */
    ModuleStatistics module(String name) {
        return Objects.requireNonNull(modules.get(name), name);
    }

    /**
     * Reads them.
     *
     * @throws JacksonException it is no such file
     */
    static Statistics parse(String json) {
        SortedMap<String, ModuleStatistics> modules = new TreeMap<>();
        for (Map.Entry<String, JsonNode> module :
                READER.readTree(json).path("modules").properties()) {
            SortedMap<String, Long> cells = new TreeMap<>();
            for (Map.Entry<String, JsonNode> cell :
                    module.getValue().path("num_cells_by_type").properties()) {
                cells.put(plain(cell.getKey()), cell.getValue().asLong());
            }
            modules.put(
                    plain(module.getKey()),
                    new ModuleStatistics(module.getValue().path("num_wire_bits").asLong(), new Cells(cells)));
        }
        return new Statistics(modules);
    }

    /** Newer releases write the backslash that names of the source begin with. */
    private static String plain(String name) {
        return name.startsWith("\\") ? name.substring(1) : name;
    }
}
