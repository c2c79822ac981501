package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomInputsTest {
    private static final int COUNT = 4000;

    private static Elements elements(JavaType type) {
        return Elements.copyOf(PrimitiveArray.create(type, COUNT));
    }

    private static long[] integers(long seed, String name, ValueRange range) {
        Elements target = elements(JavaType.LONG);
        new RandomInputs(seed).fillIntegers(name, target, 0, range);
        return LongStream.range(0, COUNT).map(target::bits).toArray();
    }

    private static Elements floats(JavaType type, FloatValues values) {
        Elements target = elements(type);
        new RandomInputs(7).fillFloats("x", target, 0, values);
        return target;
    }

    private static List<Double> values(Elements elements) {
        return LongStream.range(0, COUNT).mapToObj(elements::value).toList();
    }

    @Property(seed = "1")
    void theWordsAreThoseOfSplittableRandom(@ForAll long key) {
        RandomBits bits = new RandomBits(key);
        SplittableRandom reference = new SplittableRandom(key);
        for (int i = 0; i < 10; i++) {
            assertThat(bits.word(i)).isEqualTo(reference.nextLong());
        }
    }

    @Property(tries = 100, seed = "1")
    void integersStayInTheirRange(@ForAll long a, @ForAll long b) {
        ValueRange range = new ValueRange(Math.min(a, b), Math.max(a, b));

        assertThat(LongStream.of(integers(3, "a", range))).allMatch(range::contains);
    }

    @Test
    void everyValueOfASmallRangeOccurs() {
        assertThat(integers(3, "a", new ValueRange(-8, 7)))
                .contains(LongStream.rangeClosed(-8, 7).toArray());
    }

    @Test
    void edgeValuesOccurInTheWidestRange() {
        assertThat(integers(3, "a", new ValueRange(Long.MIN_VALUE, Long.MAX_VALUE)))
                .contains(Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE);
    }

    @Test
    void aRangeOfOneValueGivesThatValue() {
        assertThat(integers(3, "a", new ValueRange(5, 5))).containsOnly(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = JavaType.class,
            names = {"FLOAT", "DOUBLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void withoutARangeBothEndsOfTheTypeOccur(JavaType type) {
        Elements target = elements(type);
        new RandomInputs(1).fillIntegers("a", target, 0, null);
        ValueRange full = RandomInputs.fullRange(type);

        assertThat(LongStream.range(0, COUNT).map(target::bits).toArray()).contains(full.min(), full.max());
    }

    @Test
    void sameSeedAndNameGiveTheSameValues() {
        ValueRange range = new ValueRange(0, 1000);

        assertThat(integers(3, "a", range)).isEqualTo(integers(3, "a", range));
    }

    @Test
    void anotherSeedOrNameGivesOtherValues() {
        ValueRange range = new ValueRange(0, 1000);

        assertThat(integers(3, "a", range))
                .isNotEqualTo(integers(4, "a", range))
                .isNotEqualTo(integers(3, "b", range));
    }

    /** Pins the algorithm: a recorded seed must give the same data in every later release. */
    @Test
    void theValuesNeverChange() {
        Elements target = Elements.copyOf(new int[4]);
        new RandomInputs(42).fillIntegers("a", target, 0, new ValueRange(-1000, 1000));

        assertThat(LongStream.range(0, 4).map(target::bits).toArray()).containsExactly(-547, -250, 866, -813);
    }

    @Test
    void tilesFilledInAnyOrderMakeTheWholeArray() {
        Elements whole = elements(JavaType.SHORT);
        Elements tiled = elements(JavaType.SHORT);
        RandomInputs random = new RandomInputs(9);
        random.fillIntegers("a", whole, 0, null);
        random.fillIntegers("a", tiled.slice(1500, 2500), 1500, null);
        random.fillIntegers("a", tiled.slice(0, 1500), 0, null);

        assertThat(tiled.segment().mismatch(whole.segment())).isEqualTo(-1);
    }

    @Property(tries = 100, seed = "1")
    void floatsStayInTheirRange(
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double a,
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double b) {
        FloatValues range = new FloatValues(Math.min(a, b), Math.max(a, b), FloatValues.Specials.NONE);

        assertThat(values(floats(JavaType.DOUBLE, range))).allMatch(range::contains);
    }

    @Test
    void theWholeRangeOfDoublesCanBeDrawn() {
        FloatValues all = new FloatValues(-Double.MAX_VALUE, Double.MAX_VALUE, FloatValues.Specials.NONE);

        assertThat(values(floats(JavaType.DOUBLE, all)))
                .allMatch(Double::isFinite)
                .contains(-0.0, 0.0);
    }

    @Test
    void zeroesAndSubnormalFloatsOccur() {
        assertThat(values(floats(JavaType.FLOAT, FloatValues.ORDINARY)))
                .contains(-1.0, -0.0, 0.0, 1.0, (double) Float.MIN_VALUE, (double) Math.nextDown(Float.MIN_NORMAL))
                .allMatch(Double::isFinite);
    }

    @Test
    void subnormalDoublesOccur() {
        assertThat(values(floats(JavaType.DOUBLE, FloatValues.ORDINARY))).contains(Double.MIN_VALUE, -Double.MIN_VALUE);
    }

    @Test
    void smallExponentsOccur() {
        assertThat(values(floats(JavaType.FLOAT, FloatValues.ORDINARY)))
                .anyMatch(v -> v != 0 && Math.abs(v) < 1e-30 && Math.abs(v) > Float.MIN_NORMAL);
    }

    @Test
    void infinitiesAndNanOccurOnlyWhenAskedFor() {
        FloatValues specials = new FloatValues(0, 1, FloatValues.Specials.INFINITIES_AND_NAN);

        assertThat(values(floats(JavaType.FLOAT, specials)))
                .contains(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN);
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new FloatValues(1, -1, FloatValues.Specials.NONE))
                .hasMessage("no range from 1.0 to -1.0");
        assertThatThrownBy(() -> new FloatValues(Double.NaN, 1, FloatValues.Specials.NONE))
                .hasMessage("no range from NaN to 1.0");
    }
}
