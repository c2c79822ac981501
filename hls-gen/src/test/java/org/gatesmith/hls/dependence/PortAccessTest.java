package org.gatesmith.hls.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.dependence.PortAccess.Pattern;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

class PortAccessTest {

    private static final BigInteger PAGE = BigInteger.valueOf(4096);

    @Test
    void consecutiveElementsAreABurst() {
        assertThat(patterns("for (int i = 0; i < n; i++) { y[i] = x[i]; }"))
                .hasSize(2)
                .allSatisfy(pattern -> assertThat(pattern)
                        .isEqualTo(new PortAccess.Burst(
                                BigInteger.ONE, Optional.empty(), Optional.of(BigInteger.valueOf(1000)), PAGE)));
    }

    @Test
    void aBurstOfConstantLength() {
        assertThat(patterns("for (int i = 0; i < 48; i++) { y[8 * n + i] = 1; }"))
                .containsExactly(new PortAccess.Burst(
                        BigInteger.ONE,
                        Optional.of(BigInteger.valueOf(48)),
                        Optional.of(BigInteger.valueOf(48)),
                        BigInteger.valueOf(8)));
    }

    @Test
    void fallingIndices() {
        assertThat(patterns("for (int i = n - 1; i >= 0; i--) { y[i] = 1; }"))
                .singleElement()
                .isInstanceOfSatisfying(
                        PortAccess.Burst.class,
                        burst -> assertThat(burst.descending()).isTrue());
    }

    @Test
    void aRowThatStartsAtAProductUnderACondition() {
        assertThat(patterns("""
                for (int r = 0; r < 8; r++) {
                    for (int i = 0; i < n; i++) {
                        if (i < 500) {
                            y[r * n + i] = 1;
                        }
                    }
                }
                """)).singleElement().isInstanceOf(PortAccess.Burst.class);
    }

    @Test
    void aStride() {
        assertThat(patterns("for (int i = 0; i < n; i++) { y[3 * i] = 1; }"))
                .singleElement()
                .isInstanceOfSatisfying(PortAccess.Strided.class, strided -> {
                    assertThat(strided.stride()).isEqualTo(BigInteger.valueOf(3));
                    assertThat(strided.place().startLine()).isEqualTo(6);
                });
    }

    @Test
    void anIndexFromMemory() {
        assertThat(patterns("for (int i = 0; i < n; i++) { int at = x[i]; y[at & 511] = 1; }")
                        .getLast())
                .isInstanceOfSatisfying(PortAccess.Irregular.class, irregular -> {
                    assertThat(irregular.reason()).isEqualTo("the index depends on 'at', which is read from memory");
                    assertThat(irregular.place().startLine()).isEqualTo(6);
                });
    }

    @Test
    void oneElementAgainAndAgain() {
        assertThat(patterns("for (int i = 0; i < n; i++) { y[n] = i; }")).containsExactly(new PortAccess.Fixed());
    }

    @Test
    void noLoopAtAll() {
        assertThat(patterns("y[n] = x[n];")).containsExactly(new PortAccess.Single(), new PortAccess.Single());
    }

    @Test
    void aLoopOnACondition() {
        assertThat(patterns("int i = 0; while (x[i] > 0) { i++; } y[0] = i;").getFirst())
                .isInstanceOfSatisfying(
                        PortAccess.Irregular.class,
                        irregular ->
                                assertThat(irregular.reason()).isEqualTo("the loop around it ends on a condition"));
    }

    private static List<Pattern> patterns(String statements) {
        Program program =
                JavaKernel.of("""
                @Kernel("copy")
                public static void copy(@In @Shape("4096") int[] x, @Out @Shape("16384") int[] y, @Range(min = 1, max = 1000) int n) {
                    BODY
                }
                """.replace("BODY", statements)).compile().program();
        return MemoryAnalysis.of(program).portAccesses(program.top()).stream()
                .map(PortAccess::pattern)
                .toList();
    }
}
