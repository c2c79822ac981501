package org.gatesmith.host.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    /** With the comma behind the last member that Yosys 0.23 writes, and the backslash of later releases. */
    @Test
    void modulesAndTheirCellsAreRead() {
        Statistics statistics = Statistics.parse("""
                {
                   "creator": "Yosys 0.23",
                   "modules": {
                      "$paramod$0e78\\\\gs_fifo": {"num_wire_bits": 327, "num_cells": 2, "num_cells_by_type": {"$dff": 2}},
                      "\\\\kernel": {"num_wire_bits": 10, "num_cells": 3, "num_cells_by_type": {"$paramod$0e78\\\\gs_fifo": 3}}
                   },
                }
                """);

        assertThat(statistics.modules())
                .containsEntry(
                        "$paramod$0e78\\gs_fifo",
                        new Statistics.ModuleStatistics(327, new Cells(new TreeMap<>(Map.of("$dff", 2L)))))
                .containsEntry(
                        "kernel",
                        new Statistics.ModuleStatistics(
                                10, new Cells(new TreeMap<>(Map.of("$paramod$0e78\\gs_fifo", 3L)))));
    }
}
