package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryRationalTest {
    @Property(seed = "1")
    void arithmeticAgreesWithBigDecimal(
            @ForAll int a,
            @ForAll @IntRange(min = -80, max = 80) int i,
            @ForAll int b,
            @ForAll @IntRange(min = -80, max = 80) int j) {
        BinaryRational x = BinaryRational.of(a, i);
        BinaryRational y = BinaryRational.of(b, j);
        assertThat(decimal(x.add(y))).isEqualByComparingTo(decimal(x).add(decimal(y)));
        assertThat(decimal(x.multiply(y))).isEqualByComparingTo(decimal(x).multiply(decimal(y)));
        assertThat(x.compareTo(y)).isEqualTo(decimal(x).compareTo(decimal(y)));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, 1, -1.5, 0.1, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Float.MIN_VALUE})
    void takesOverTheExactValueOfADouble(double value) {
        assertThat(decimal(BinaryRational.of(value))).isEqualByComparingTo(new BigDecimal(value));
    }

    @Test
    void truncatesTowardsZero() {
        assertThat(BinaryRational.of(-7, -2).truncated(0)).isEqualTo(BinaryRational.of(-1, 0));
        assertThat(BinaryRational.of(7, -2).truncated(-1)).isEqualTo(BinaryRational.of(3, -1));
        assertThat(BinaryRational.of(3, 2).truncated(0)).isEqualTo(BinaryRational.of(12, 0));
    }

    @Test
    void floorLog2IsThePositionOfTheLeadingOne() {
        assertThat(BinaryRational.of(1, -7).floorLog2()).isEqualTo(-7);
        assertThat(BinaryRational.of(-7, 0).floorLog2()).isEqualTo(2);
    }

    private static BigDecimal decimal(BinaryRational value) {
        BigDecimal scale = BigDecimal.valueOf(2).pow(Math.abs(value.exponent()));
        BigDecimal significand = new BigDecimal(value.significand());
        return value.exponent() < 0 ? significand.divide(scale) : significand.multiply(scale);
    }
}
