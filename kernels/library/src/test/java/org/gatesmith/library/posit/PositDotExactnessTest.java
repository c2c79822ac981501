package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.library.posit.PositDotModel.Mode.RTL_EXACT;
import static org.gatesmith.library.posit.PositDotModel.Mode.ZERO_GATED;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.library.posit.TunedPositDot.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the alignment width suffices, the result is the exact sum rounded once. */
class PositDotExactnessTest {
    @Property(tries = 3000, seed = "1")
    void sufficientWidthGivesTheExactlyRoundedSum(@ForAll("sufficient") DotOperands operands) {
        assertThat(operands.tuning().wm())
                .isGreaterThanOrEqualTo(operands.tuning().model().sufficientAlignmentWidth());
        assertThat(operands.kernel()).isEqualTo(operands.exactlyRounded());
    }

    @Provide
    Arbitrary<DotOperands> sufficient() {
        return DotOperands.of(List.of(
                new Tuning(4, 8, 0, 8, 0, 28, ZERO_GATED),
                new Tuning(4, 8, 0, 16, 0, 32, ZERO_GATED),
                new Tuning(16, 8, 0, 16, 0, 58, ZERO_GATED),
                new Tuning(4, 8, 1, 8, 1, 50, ZERO_GATED),
                new Tuning(8, 8, 1, 16, 1, 58, ZERO_GATED),
                new Tuning(4, 9, 1, 16, 1, 58, ZERO_GATED),
                new Tuning(16, 16, 0, 16, 0, 58, ZERO_GATED),
                new Tuning(3, 5, 2, 9, 2, 58, ZERO_GATED),
                new Tuning(8, 4, 1, 8, 1, 28, ZERO_GATED)));
    }

    /** For formats with es = 2 no width of 64 bits suffices for all operands, but it does for most. */
    @Property(tries = 3000, seed = "1")
    void operandsThatFitTheWindowGiveTheExactlyRoundedSum(@ForAll("narrow") DotOperands operands) {
        Assume.that(operands.fitTheWindow());
        assertThat(operands.kernel()).isEqualTo(operands.exactlyRounded());
    }

    @Provide
    Arbitrary<DotOperands> narrow() {
        return DotOperands.of(List.of(
                new Tuning(4, 8, 2, 16, 2, 58, ZERO_GATED),
                new Tuning(4, 13, 2, 16, 2, 58, ZERO_GATED),
                new Tuning(4, 16, 2, 16, 2, 58, ZERO_GATED),
                new Tuning(2, 16, 1, 16, 2, 58, ZERO_GATED),
                new Tuning(4, 16, 1, 8, 2, 50, ZERO_GATED),
                new Tuning(2, 8, 2, 8, 2, 32, ZERO_GATED)));
    }

    @Property(tries = 2000, seed = "1")
    void thePublishedUnitIsExactTooWhereTheResultIsInRange(@ForAll("published") DotOperands operands) {
        int magnitude = Math.abs(operands.exactlyRounded());
        Assume.that(magnitude > 1 && magnitude < (1 << (operands.tuning().nOut() - 1)) - 1);
        assertThat(operands.kernel()).isEqualTo(operands.exactlyRounded());
    }

    @Provide
    Arbitrary<DotOperands> published() {
        return DotOperands.of(
                List.of(new Tuning(4, 8, 0, 16, 0, 32, RTL_EXACT), new Tuning(4, 8, 1, 16, 1, 58, RTL_EXACT)));
    }

    @Test
    void everySumOfASmallFormatIsExactlyRounded() {
        Tuning tuning = new Tuning(2, 4, 1, 4, 1, 20, ZERO_GATED);
        TunedPositDot kernel = TunedPositDot.of(tuning);
        PositDotModel model = tuning.model();
        assertThat(model.sufficientAlignmentWidth()).isLessThanOrEqualTo(20);
        for (int code = 0; code < 1 << 16; code++) {
            short[] a = {nibble(code, 0), nibble(code, 1)};
            short[] b = {nibble(code, 2), nibble(code, 3)};
            short acc = nibble(code * 5, 0);
            assertThat(kernel.run(a, b, acc)).isEqualTo((short) model.exactlyRounded(a, b, acc));
        }
    }

    /** maxpos² - maxpos² + minpos² needs the whole window: 26 bits for P(8, 0). */
    @ParameterizedTest
    @CsvSource({"28, 1", "24, 0"})
    void lessThanTheSufficientWidthLosesTheSmallestProduct(int wm, short expected) {
        Tuning tuning = new Tuning(3, 8, 0, 8, 0, wm, ZERO_GATED);
        assertThat(tuning.model().sufficientAlignmentWidth()).isEqualTo(26);
        short result = TunedPositDot.of(tuning)
                .run(new short[] {0x7f, 0x7f, 0x01}, new short[] {0x7f, -0x7f, 0x01}, (short) 0);
        assertThat(result).isEqualTo(expected);
    }

    private static short nibble(int code, int index) {
        return (short) (code >> (4 * index) & 0xf);
    }
}
