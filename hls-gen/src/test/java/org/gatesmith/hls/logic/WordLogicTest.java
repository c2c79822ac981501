package org.gatesmith.hls.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordLogicTest {

    private final LogicGraph graph = new LogicGraph();
    private final WordLogic words = new WordLogic(graph);

    private long luts(int... outputs) {
        Arrays.stream(outputs).forEach(graph::output);
        return LutCover.of(graph).luts();
    }

    private static int[] constant(long number, int width) {
        return WordLogic.constant(BigInteger.valueOf(number), width);
    }

    // ---- what operations compute; on constants the graph is the result

    private static long value(int[] bits) {
        assertThat(Arrays.stream(bits)).allMatch(bit -> LogicGraph.isConstant(bit));
        return IntStream.range(0, bits.length)
                .mapToLong(i -> (long) bits[i] << i)
                .sum();
    }

    @Property(seed = "7", tries = 300)
    void sumsAndDifferencesWrap(@ForAll short a, @ForAll short b) {
        assertThat((short) value(words.sum(constant(a, 16), constant(b, 16)))).isEqualTo((short) (a + b));
        assertThat((short) value(words.difference(constant(a, 16), constant(b, 16))))
                .isEqualTo((short) (a - b));
    }

    @Property(seed = "7", tries = 300)
    void comparisonsKnowSigns(@ForAll byte a, @ForAll byte b) {
        int[] left = constant(a, 8);
        int[] right = constant(b, 8);

        assertThat(words.below(left, right, true) == LogicGraph.TRUE).isEqualTo(a < b);
        assertThat(words.below(left, right, false) == LogicGraph.TRUE).isEqualTo((a & 0xff) < (b & 0xff));
        assertThat(words.equal(left, right) == LogicGraph.TRUE).isEqualTo(a == b);
    }

    @Property(seed = "7", tries = 300)
    void shiftsMayBeTooFar(@ForAll int number, @ForAll @IntRange(max = 63) int count) {
        int[] bits = constant(number, 32);
        int[] places = constant(count, 6);

        assertThat((int) value(words.shiftedUp(bits, places))).isEqualTo(count < 32 ? number << count : 0);
        assertThat((int) value(words.shiftedDown(bits, places, bits[31]))).isEqualTo(number >> Math.min(count, 31));
    }

    @Property(seed = "7", tries = 300)
    void zerosAreCountedFromTheFirstBit(@ForAll int number, @ForAll @IntRange(max = 32) int zeros) {
        int shifted = zeros == 32 ? 0 : number << zeros;

        assertThat(value(words.zeros(constant(shifted, 32)))).isEqualTo(Integer.numberOfTrailingZeros(shifted));
    }

    // ---- what they take

    @Test
    void aSumTakesALutForEachBitInWhichBothNumbersVary() {
        int[] wide = words.inputs(32);

        assertThat(luts(words.sum(wide, WordLogic.resized(words.inputs(2), false, 32))))
                .isEqualTo(2);
    }

    @Test
    void aChoiceGoesIntoTheSumThatTakesIt() {
        int[] choice = words.choice(graph.input(), words.inputs(16), words.inputs(16));

        assertThat(luts(words.sum(words.inputs(16), choice))).isEqualTo(16);
    }

    /** Yosys 0.23 takes 12 for 16 bits, and 4 if one of them is constant. */
    @Test
    void comparisonsTakeTwoLutsForThreeBits() {
        assertThat(luts(words.below(words.inputs(16), words.inputs(16), false))).isEqualTo(12);
    }

    @Test
    void comparisonsWithAConstantTakeALutForFiveBits() {
        assertThat(luts(words.below(words.inputs(16), constant(0x5a5a, 16), false)))
                .isBetween(3L, 4L);
    }

    @Test
    void aChoiceOfFourTakesALutForABit() {
        int[] count = words.inputs(2);
        int[] number = words.inputs(64);
        int[] shifted = words.shiftedDown(number, count, LogicGraph.FALSE);

        assertThat(luts(Arrays.copyOf(shifted, 32))).isEqualTo(32);
    }

    @Test
    void equalTestsAreThereOnce() {
        int[] number = words.inputs(6);
        int isZero = words.equal(number, constant(0, 6));
        int isNotZero = LogicGraph.not(words.equal(number, constant(0, 6)));

        assertThat(isNotZero).isEqualTo(LogicGraph.not(isZero));
    }
}
