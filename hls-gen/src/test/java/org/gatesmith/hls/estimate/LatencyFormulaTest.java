package org.gatesmith.hls.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelSource;
import org.junit.jupiter.api.Test;

class LatencyFormulaTest {

    private static String formula(String kernel) throws DiagnosticException {
        String text = "import org.gatesmith.api.*;\npublic final class K {\n" + kernel + "}\n";
        CompiledKernel compiled = KernelCompiler.compile(CompileRequest.of(
                new KernelSource(
                        java.util.List.of(new KernelSource.File("K.java", "K.java", text)), java.util.List.of()),
                null));
        ModuleDesign.Sequential top =
                (ModuleDesign.Sequential) compiled.scheduled(Boards.all().getFirst(), 100, FloatOperators.VENDOR)
                        .design()
                        .modules()
                        .getLast();
        return LatencyFormula.of(top.body());
    }

    @Test
    void loopsAreFormulasOfTheirTripCounts() throws DiagnosticException {
        assertThat(formula("""
                @Kernel("steps")
                public static void steps(@Out @Shape("8") int[] a, @Range(min = 0, max = 8) int n) {
                    for (int i = 0; i < n; i++) {
                        for (@Pipeline int j = 0; j < 8; j++) {
                            a[j] = i ^ j;
                        }
                        for (@Pipeline int k = 0; k < 4; k++) {
                            a[k] = i + k;
                        }
                    }
                }
                """))
                .containsPattern(
                        "1 \\+ trips\\(steps\\.i\\) \\* \\(.*1 \\+ 1 \\* \\(trips\\(steps\\.j\\) - 1\\) \\+ \\d+.*trips\\(steps\\.k\\).*\\)");
    }

    @Test
    void aLoopWithAConditionTestsOnceMore() throws DiagnosticException {
        assertThat(formula("""
                @Kernel("halves")
                public static void halves(@Out @Shape("1") int[] a, int n) {
                    int x = n;
                    while (x > 1) {
                        x /= 3;
                    }
                    a[0] = x;
                }
                """)).containsPattern("trips\\(halves\\.while\\) \\* \\((\\d+) \\+ \\d+\\) \\+ \\1");
    }
}
