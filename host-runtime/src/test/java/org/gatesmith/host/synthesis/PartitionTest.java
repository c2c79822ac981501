package org.gatesmith.host.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private final SortedMap<String, Statistics.ModuleStatistics> modules = new TreeMap<>();

    private void module(String name, long bits, long operations, Map<String, Long> instances) {
        SortedMap<String, Long> cells = new TreeMap<>(instances);
        cells.put("$add", operations);
        modules.put(name, new Statistics.ModuleStatistics(bits, new Cells(cells)));
    }

    private List<String> parts() {
        return Partition.of(new Statistics(modules), "top").stream()
                .map(Part::module)
                .toList();
    }

    @Test
    void aSmallDesignIsOnePart() {
        module("top", 1_000, 10, Map.of("reader", 1L));
        module("reader", 9_000, 100, Map.of());

        assertThat(parts()).containsExactly("top");
    }

    @Test
    void whatIsThereOftenIsAPartOfItsOwn() {
        module("top", 1_000, 100, Map.of("float_add", 64L));
        module("float_add", 2_000, 400, Map.of());

        assertThat(parts()).containsExactly("float_add", "top");
    }

    @Test
    void memoriesAndMultipliersStayWithTheirUsers() {
        module("top", 1_000, 100, Map.of("gs_mul", 256L));
        module("gs_mul", 200, 8, Map.of());

        assertThat(parts()).containsExactly("top");
    }

    @Test
    void whatIsLargeIsCut() {
        module("top", 1_000, 10, Map.of("first", 1L, "second", 1L));
        module("first", 30_000, 1_000, Map.of());
        module("second", 35_000, 1_000, Map.of());

        assertThat(parts()).containsExactly("second", "top");
    }
}
