package org.gatesmith.hls.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LutCoverTest {

    private final LogicGraph graph = new LogicGraph();

    private long luts(int... outputs) {
        IntStream.of(outputs).forEach(graph::output);
        return LutCover.of(graph).luts();
    }

    private int parity(int inputs) {
        return IntStream.range(0, inputs).map(_ -> graph.input()).reduce(LogicGraph.FALSE, graph::xor);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "6, 1", "7, 2", "11, 2", "12, 3"})
    void aLutTakesSixInputs(int inputs, long luts) {
        assertThat(luts(parity(inputs))).isEqualTo(luts);
    }

    @Test
    void whatIsNeverReadTakesNothing() {
        parity(6);
        graph.cell(parity(6));

        assertThat(luts()).isZero();
    }

    @Test
    void whatOnlyACellReadsIsThereIfTheCellIsRead() {
        int register = graph.cell(parity(6));

        assertThat(luts(register)).isEqualTo(1);
    }

    @Test
    void gatesWithSeveralReadersAreThereOnce() {
        int shared = parity(6);

        assertThat(luts(graph.and(shared, parity(5)), graph.and(shared, parity(5)), shared))
                .isEqualTo(3);
    }

    @Test
    void aSignalThatIsWantedInvertedTooTakesALutMore() {
        int bit = graph.input();
        int gate = graph.and(bit, graph.input());

        assertThat(luts(gate, LogicGraph.not(gate), LogicGraph.not(bit))).isEqualTo(3);
    }

    @Test
    void constantsTakeNothing() {
        int bit = graph.input();

        assertThat(luts(graph.and(bit, LogicGraph.not(bit)), graph.or(bit, LogicGraph.TRUE), graph.xor(bit, bit)))
                .isZero();
    }
}
