package org.gatesmith.host.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    private static final int ATTEMPTS = 20_000;

    @Test
    void aSeedAlwaysMakesTheSameKernel() {
        assertThat(RandomKernel.of(5).render()).isEqualTo(RandomKernel.of(5).render());
        assertThat(RandomKernel.of(5)).isNotEqualTo(RandomKernel.of(7));
    }

    @Test
    void leavesLittleButTheCause() {
        Piece kernel = with("Integer.reverse(");
        Piece small = Shrinking.shrink(kernel, piece -> piece.render().contains("Integer.reverse("), ATTEMPTS);
        assertThat(small.render()).contains("Integer.reverse(");
        assertThat(small.render().lines().count())
                .isLessThan(kernel.render().lines().count() / 2);
        assertThat(small.smaller()).noneMatch(piece -> piece.render().contains("Integer.reverse("));
    }

    @Test
    void aKernelOfWhichNothingMayGoStaysAsItIs() {
        Piece kernel = RandomKernel.of(1);
        assertThat(Shrinking.shrink(kernel, kernel::equals, ATTEMPTS)).isSameAs(kernel);
    }

    private static Piece with(String text) {
        return LongStream.range(0, 1000)
                .mapToObj(RandomKernel::of)
                .filter(piece -> piece.render().contains(text))
                .findFirst()
                .orElseThrow();
    }
}
