package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.library.posit.PositDotModel.Mode.RTL_EXACT;
import static org.gatesmith.library.posit.PositDotModel.Mode.ZERO_GATED;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.library.posit.PositDotModel.Mode;
import org.gatesmith.library.posit.TunedPositDot.Tuning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernel against the model of the published algorithm on values, with truncation, in both modes. */
class PositDotPublishedTest {
    @Property(tries = 4000, seed = "1")
    void kernelComputesThePublishedAlgorithm(@ForAll("operands") DotOperands operands) {
        assertThat(operands.kernel()).isEqualTo(operands.published());
    }

    @Provide
    Arbitrary<DotOperands> operands() {
        return DotOperands.of(List.of(
                new Tuning(4, 13, 2, 16, 2, 14, RTL_EXACT),
                new Tuning(4, 13, 2, 16, 2, 14, ZERO_GATED),
                new Tuning(4, 8, 2, 16, 2, 14, RTL_EXACT),
                new Tuning(4, 8, 2, 16, 2, 14, ZERO_GATED),
                new Tuning(8, 10, 2, 16, 2, 10, RTL_EXACT),
                new Tuning(8, 10, 2, 16, 2, 10, ZERO_GATED),
                new Tuning(16, 16, 2, 16, 2, 58, RTL_EXACT),
                new Tuning(16, 16, 2, 16, 2, 58, ZERO_GATED),
                new Tuning(3, 16, 1, 8, 0, 20, RTL_EXACT),
                new Tuning(3, 16, 1, 8, 0, 20, ZERO_GATED),
                new Tuning(1, 8, 0, 16, 1, 8, RTL_EXACT),
                new Tuning(1, 5, 2, 5, 2, 8, ZERO_GATED),
                new Tuning(12, 4, 1, 9, 1, 24, ZERO_GATED),
                new Tuning(2, 9, 1, 5, 0, 12, ZERO_GATED)));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyOperandOfASmallFormatGivesThePublishedResult(Mode mode) {
        Tuning tuning = new Tuning(1, 6, 1, 6, 1, 8, mode);
        TunedPositDot kernel = TunedPositDot.of(tuning);
        PositDotModel model = tuning.model();
        for (short a = -32; a < 32; a++) {
            for (short b = a; b < 32; b++) {
                for (short acc = -32; acc < 32; acc++) {
                    assertThat(kernel.run(new short[] {a}, new short[] {b}, acc))
                            .isEqualTo((short) model.published(new short[] {a}, new short[] {b}, acc));
                }
            }
        }
    }
}
