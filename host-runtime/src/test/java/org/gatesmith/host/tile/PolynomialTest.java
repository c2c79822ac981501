package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.hls.signature.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialTest {

    @Provide
    Arbitrary<Formula> formulas() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.integers().between(-3, 3).map(Formula.Number::new),
                () -> Arbitraries.of("x", "y", "z").map(Formula.Name::new),
                () -> formulas().map(operand -> new Formula.Unary("-", operand)),
                () -> Combinators.combine(Arbitraries.of("+", "-", "*"), formulas(), formulas())
                        .as(Formula.Binary::new));
    }

    @Property(seed = "1")
    void hasTheValueOfItsFormula(
            @ForAll("formulas") Formula formula,
            @ForAll @IntRange(min = -4, max = 4) int x,
            @ForAll @IntRange(min = -4, max = 4) int y,
            @ForAll @IntRange(min = -4, max = 4) int z) {
        Map<String, Long> values = Map.of("x", (long) x, "y", (long) y, "z", (long) z);

        assertThat(Polynomial.of(formula).orElseThrow().evaluate(values)).isEqualTo(formula.evaluate(values));
    }

    @Property(seed = "1")
    void isItsCoefficientTimesTheScalarPlusTheRest(
            @ForAll("formulas") Formula formula, @ForAll @IntRange(min = -4, max = 4) int x) {
        Polynomial polynomial = Polynomial.of(formula).orElseThrow();
        Map<String, Long> values = Map.of("x", (long) x, "y", 2L, "z", 3L);

        if (polynomial.degree("x") == 1) {
            assertThat(polynomial.coefficientOf("x").evaluate(values) * x
                            + polynomial.without("x").evaluate(values))
                    .isEqualTo(formula.evaluate(values));
        }
    }

    @Test
    void whatCancelsHasNoDegree() throws Exception {
        assertThat(Polynomial.of(Formula.parse("x * x + y - x * x"))
                        .orElseThrow()
                        .degree("x"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x / 2", "x % 2", "x < y", "!x", "(x == 0) + y"})
    void otherOperatorsMakeNoPolynomial(String text) throws Exception {
        assertThat(Polynomial.of(Formula.parse(text))).isEmpty();
    }
}
