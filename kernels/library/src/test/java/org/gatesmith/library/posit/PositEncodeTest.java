package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositEncodeTest {
    @ParameterizedTest
    @CsvSource({
        "4, 0", "4, 1", "5, 2", "6, 3", "8, 0", "8, 1", "8, 2", "8, 3", "9, 2", "13, 2", "16, 0", "16, 1", "16, 2",
        "16, 3"
    })
    void decodedCodesEncodeToThemselves(int n, int es) {
        for (int code = Posit.nar(n) + 1; code < 1 << (n - 1); code++) {
            assertThat(encode(Posit.decode(code, n, es), n, es)).isEqualTo(code);
        }
    }

    @Property(seed = "1")
    void decodedCodesOfWideFormatsEncodeToThemselves(
            @ForAll @IntRange(min = 17, max = 32) int n, @ForAll @IntRange(max = 3) int es, @ForAll int bits) {
        int code = bits >> (32 - n);
        if (code != Posit.nar(n)) {
            assertThat(encode(Posit.decode(code, n, es), n, es)).isEqualTo(code);
        }
    }

    /** Each code, the points a little to either side of it, and the same about the boundary to the next code. */
    @ParameterizedTest
    @CsvSource({"4, 0", "4, 1", "5, 2", "6, 3", "8, 0", "8, 1", "8, 2", "8, 3", "10, 1"})
    void everyRoundingBoundaryOfSmallFormatsIsThatOfTheStandard(int n, int es) {
        ExactPosit finer = new ExactPosit(n + 1, es);
        for (long code = 1; code <= finer.largest(); code++) {
            BinaryRational point = finer.value(code);
            int fractionBits = 40;
            long significand = point.significand().longValueExact() << (fractionBits - significandLog2(point));
            for (int step = -1; step <= 1; step++) {
                assertNearest(point.floorLog2(), significand + step, fractionBits, n, es);
            }
        }
    }

    @Property(tries = 5000, seed = "1")
    void nearestOfAnyFormat(
            @ForAll @IntRange(min = 6, max = 32) int n,
            @ForAll @IntRange(max = 3) int es,
            @ForAll @IntRange(min = -300, max = 300) int exponent,
            @ForAll @IntRange(max = 62) int fractionBits,
            @ForAll long bits) {
        long one = 1L << fractionBits;
        assertNearest(exponent, one | (bits & (one - 1)), fractionBits, n, es);
    }

    @Property(seed = "1")
    void roundingIsMonotonic(
            @ForAll @IntRange(min = 6, max = 32) int n,
            @ForAll @IntRange(max = 3) int es,
            @ForAll @IntRange(min = -70, max = 70) int exponent,
            @ForAll @LongRange(min = 1L << 40, max = (1L << 41) - 1) long significand,
            @ForAll @IntRange(min = 1, max = 1 << 30) int step) {
        long larger = significand + step;
        boolean carry = larger >= 1L << 41;
        int code = Posit.encode(false, exponent, significand, 40, n, es);
        int next = Posit.encode(false, carry ? exponent + 1 : exponent, carry ? larger >> 1 : larger, 40, n, es);
        assertThat(next).isGreaterThanOrEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "8, 0", "16, 2", "32, 3"})
    void outOfRangeBecomesTheLargestOrSmallestMagnitude(int n, int es) {
        int largest = -1 >>> (33 - n);
        int max = (n - 2) << es;
        assertThat(Posit.encode(false, max + 1, 1, 0, n, es)).isEqualTo(largest);
        assertThat(Posit.encode(false, 1000, 7, 2, n, es)).isEqualTo(largest);
        assertThat(Posit.encode(true, 1000, 7, 2, n, es)).isEqualTo(-largest);
        assertThat(Posit.encode(false, -max - 1, 1, 0, n, es)).isEqualTo(1);
        assertThat(Posit.encode(false, -1000, 7, 2, n, es)).isEqualTo(1);
        assertThat(Posit.encode(true, -1000, 7, 2, n, es)).isEqualTo(-1);
    }

    @Property(seed = "1")
    void zeroSignificandIsZero(@ForAll boolean negative, @ForAll @IntRange(min = -300, max = 300) int exponent) {
        assertThat(Posit.encode(negative, exponent, 0, 20, 16, 2)).isZero();
    }

    private static void assertNearest(int exponent, long significand, int fractionBits, int n, int es) {
        int top = 63 - Long.numberOfLeadingZeros(significand);
        int shift = fractionBits - top; // a step down from a power of two has lost its leading one
        long normalised = shift >= 0 ? significand << shift : significand >> -shift;
        int normalisedExponent = exponent - shift;
        BinaryRational value = BinaryRational.of(normalised, normalisedExponent - fractionBits);
        long nearest = new ExactPosit(n, es).nearest(value);
        assertThat((long) Posit.encode(false, normalisedExponent, normalised, fractionBits, n, es))
                .as("%s in P(%d, %d)", value, n, es)
                .isEqualTo(nearest);
        assertThat((long) Posit.encode(true, normalisedExponent, normalised, fractionBits, n, es))
                .isEqualTo(-nearest);
    }

    private static int significandLog2(BinaryRational value) {
        return value.significand().bitLength() - 1;
    }

    private static int encode(DecodedPosit posit, int n, int es) {
        return Posit.encode(posit.negative(), posit.exponent(), posit.significand(), Posit.fractionBits(n, es), n, es);
    }
}
