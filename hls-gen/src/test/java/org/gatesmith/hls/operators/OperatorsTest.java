package org.gatesmith.hls.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperatorsTest {

    private static Operators at(double megahertz) {
        Board board = Boards.all().getFirst();
        return new Operators(
                OperatorLibrary.of(board.part()).orElseThrow(), new DesignClock(megahertz, 730 / megahertz));
    }

    private static OperatorTiming timing(
            double megahertz, Operator operator, ScalarType result, ScalarType... operands) {
        List<Value> values = List.of(operands).stream().map(Value::of).toList();
        return at(megahertz)
                .of(new Op.Compute(Value.of(result), operator, values, Span.NONE), _ -> Optional.empty(), false);
    }

    private static IntType signed(int width) {
        return new IntType(width, true);
    }

    @Test
    void everyBoardHasALibrary() {
        assertThat(Boards.all())
                .allMatch(board -> OperatorLibrary.of(board.part()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"8, 0.71", "24, 0.765", "32, 0.81", "64, 0.93"})
    void delaysAreInterpolatedBetweenTheWidthsOfTheSource(int width, double nanoseconds) {
        OperatorTiming add = timing(300, Operator.ADD, signed(width), signed(width), signed(width));
        assertThat(add.outputNanoseconds()).isCloseTo(nanoseconds, within(0.001));
    }

    /** Yosys 0.23 on gs_fifo: width, depth, LUTs, flip-flops and blocks of 18 Kb. */
    @ParameterizedTest
    @CsvSource({
        "8, 1, 3, 10, 0",
        "32, 2, 32, 7, 0",
        "32, 16, 54, 19, 0",
        "64, 64, 127, 27, 0",
        "8, 512, 236, 39, 0",
        "32, 512, 93, 63, 1",
        "64, 1024, 130, 98, 4",
        "128, 4096, 205, 168, 30",
    })
    void fifosTakeWhatSynthesisMakesOfThem(int width, int depth, long luts, long registers, long blocks) {
        Resources fifo = at(300).fifo(width, depth);
        assertThat(fifo.lut()).isCloseTo(luts, withinPercentage(15));
        assertThat(fifo.ff()).isEqualTo(registers);
        assertThat(fifo.bram18()).isEqualTo(blocks);
    }

    /** Yosys 0.23 on the arbiters of gs_axi_reader and gs_axi_writer. */
    @ParameterizedTest
    @CsvSource({"false, 1, 128, 0", "false, 2, 128, 80", "true, 2, 128, 266", "true, 3, 512, 708", "true, 8, 512, 2175"
    })
    void mastersOfAPortShareAnArbiter(boolean writes, int masters, int dataBits, long luts) {
        assertThat(at(300).ports().arbiter(writes, masters, dataBits).lut()).isEqualTo(luts);
    }

    @Test
    void aSumOfOneBitNeedsNoCarry() {
        assertThat(timing(300, Operator.SUB, signed(1), signed(32), signed(32)))
                .isEqualTo(timing(300, Operator.XOR, signed(1), signed(1), signed(1)));
        assertThat(timing(300, Operator.NEG, signed(1), signed(2)).isWires()).isTrue();
    }

    @Test
    void anAdditionIsNoWiderThanItsOperandsNeed() {
        assertThat(timing(300, Operator.ADD, signed(64), signed(8), signed(8)))
                .isEqualTo(timing(300, Operator.ADD, signed(9), signed(64), signed(64)));
    }

    /** DSP blocks that Vivado takes (post-route measurements of the library's source). */
    @ParameterizedTest
    @CsvSource({
        "8, 8, 16, 0",
        "16, 16, 16, 1",
        "18, 27, 45, 1",
        "32, 32, 32, 3",
        "32, 32, 64, 4",
        "64, 64, 64, 10",
        "64, 64, 128, 16"
    })
    void productsTakeTheBlocksThatVivadoTakes(int first, int second, int result, long blocks) {
        assertThat(timing(300, Operator.MUL, signed(result), signed(first), signed(second))
                        .area()
                        .dsp())
                .isEqualTo(blocks);
    }

    @Test
    void aWideProductGetsAsManyRegistersAsTheClockAsks() {
        assertThat(timing(50, Operator.MUL, signed(32), signed(32), signed(32)).latency())
                .isZero();
        assertThat(timing(300, Operator.MUL, signed(32), signed(32), signed(32)).latency())
                .isEqualTo(3);
        assertThat(timing(400, Operator.MUL, signed(32), signed(32), signed(32)).latency())
                .isEqualTo(5);
    }

    /** {@code gs_div} takes a stage for each bit of the dividend, and two for signs. */
    @Test
    void aDivisionHasTheLatencyOfTheVerilogLibrary() {
        assertThat(timing(300, Operator.DIV, signed(32), signed(32), signed(32)).latency())
                .isEqualTo(34);
        IntType unsigned = new IntType(12, false);
        assertThat(timing(300, Operator.REM, unsigned, unsigned, unsigned).latency())
                .isEqualTo(12);
        assertThat(timing(300, Operator.DIV, signed(32), unsigned, signed(8)).latency())
                .isEqualTo(15);
    }

    @Test
    void floatingPointOperatorsAreTheVendorsForTheClock() {
        OperatorTiming add = timing(300, Operator.FADD, FloatType.F32, FloatType.F32, FloatType.F32);
        assertThat(add.latency()).isEqualTo(6);
        assertThat(add.area().dsp()).isEqualTo(2);
        assertThat(timing(250, Operator.FADD, FloatType.F32, FloatType.F32, FloatType.F32)
                        .latency())
                .isEqualTo(4);
    }

    @Test
    void blockRamAnswersALaterCycleWhenTheClockIsFast() {
        assertThat(at(300).blockReadLatency()).isEqualTo(1);
        assertThat(at(450).blockReadLatency()).isEqualTo(2);
    }
}
