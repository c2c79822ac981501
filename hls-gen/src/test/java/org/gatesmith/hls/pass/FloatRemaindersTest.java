package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pipeline has no room for a floating-point remainder, whatever computes it. */
class FloatRemaindersTest {

    private static final Board BOARD = ((BoardLookup.Found) Boards.named("u280")).board();

    @ParameterizedTest
    @EnumSource(FloatOperators.class)
    void isRefusedAtItsLineInAPipelinedLoop(FloatOperators floats) {
        Diagnostic diagnostic = refused(floats, """
                @Kernel("angles")
                public static void angles(@InOut @Shape("n") double[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        x[i] = x[i] % 3.7;
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PIPELINE_LOOP);
        assertThat(diagnostic.span().startLine()).isEqualTo(7);
        assertThat(diagnostic.message())
                .startsWith("the remainder of floating-point numbers has a loop of its own")
                .endsWith("inside the pipelined loop angles.i");
        assertThat(diagnostic.fix()).startsWith("compute it outside pipelined loops");
    }

    @ParameterizedTest
    @EnumSource(FloatOperators.class)
    void isRefusedInAFunctionThatAPipelinedLoopCalls(FloatOperators floats) {
        Diagnostic diagnostic = refused(floats, """
                @Kernel("angles")
                public static void angles(@InOut @Shape("n") float[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        x[i] = turn(x[i]);
                    }
                }

                @NoInline
                static float turn(float v) {
                    return v % 3.7f;
                }
                """);
        assertThat(diagnostic.span().startLine()).isEqualTo(13);
        assertThat(diagnostic.message()).endsWith("in a function that a pipelined loop calls");
    }

    @ParameterizedTest
    @EnumSource(FloatOperators.class)
    void isTakenElsewhere(FloatOperators floats) {
        CompiledKernel kernel = JavaKernel.of("""
                @Kernel("angles")
                public static void angles(@InOut @Shape("n") double[] x, int n) {
                    for (int i = 0; i < n; i++) {
                        x[i] = x[i] % 3.7;
                    }
                }
                """).compile();
        assertThatCode(() -> kernel.scheduled(BOARD, 300, floats)).doesNotThrowAnyException();
    }

    private static Diagnostic refused(FloatOperators floats, String members) {
        CompiledKernel kernel = JavaKernel.of(members).compile();
        List<Diagnostic> found = new ArrayList<>();
        assertThatThrownBy(() -> kernel.scheduled(BOARD, 300, floats))
                .isInstanceOfSatisfying(DiagnosticException.class, e -> found.addAll(e.diagnostics()));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
