package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The AXI modules of the Verilog library against random requests and memories that answer late and in disorder; every cycle is
 * checked against the rules of the protocol.
 */
class AxiModulesTest {

    private static final String ROUNDS = "4";
    private static final String REQUESTS = "1000";

    @ParameterizedTest
    @CsvSource({"axi_readers", "axi_writers", "axi_arbiters", "control"})
    void everyRequestIsServedAsTheModelSays(String bench) throws Exception {
        Bench.Outcome outcome = Bench.of(bench).run(ROUNDS, REQUESTS);

        assertThat(outcome.output()).endsWith("PASSED\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            axi_readers | && next[PAGE_BEAT_BITS-1:0] != {PAGE_BEAT_BITS{1'b0}} | ;       | crosses a 4 KiB boundary
            axi_readers | on_way != OUTSTANDING[7:0]                            | on_way != OUTSTANDING[7:0] && on_way < 8'd40 | reader 0 needs
            axi_arbiters | m_axi_rid == i[ID_BITS-1:0]                         | m_axi_rid <= i[ID_BITS-1:0] | reader
            control     | CHAIN != 0 && was_done                               | 1'b0    | without ap_continue
            axi_writers | index == last_index                                   | index == last_index + 8'd1 | WLAST is not
            axi_writers | && on_way == 8'd0;                                    | ;       | not all is in memory
            """)
    void aFaultInTheModuleIsFound(String bench, String original, String fault, String complaint) throws Exception {
        Bench.Outcome outcome =
                Bench.of(bench, text -> text.replace(original, fault)).run(ROUNDS, REQUESTS);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains(complaint);
    }
}
