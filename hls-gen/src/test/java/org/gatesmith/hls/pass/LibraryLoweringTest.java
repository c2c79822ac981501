package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.cost.LibrarySource;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.frontend.KernelRun;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels of the library compute on the JVM what they compute after every pass on the way to Verilog. */
class LibraryLoweringTest {

    private static final int RUNS = 6;

    @ParameterizedTest
    @CsvSource({
        "GEMM_I8, ROWS=4 COLS=4 DEPTH=64 BLOCK=2",
        "GEMM_I8, ROWS=16 COLS=16 DEPTH=64 BLOCK=1",
        "GEMM_F32, ROWS=2 COLS=4 DEPTH=32 BLOCK=4",
        "VECTOR_ADD, ''",
        "JACOBI_2D, MAX_WIDTH=1024",
        "IMAGE_FILTER, MAX_WIDTH=1024",
        "ATTENTION, DIM=8",
        "POSIT_DOT, MODE=0",
        "POSIT_DOT, MODE=1",
    })
    void everyPassKeepsWhatTheKernelComputes(LibrarySource source, String tunables) throws DiagnosticException {
        FrontendResult kernel = source.accept(values(tunables));
        Program program = Pipeline.standard().run(kernel.program());
        for (Pass pass : Pipeline.rtl().passes()) {
            program = pass.run(program);
            assertThat(IrVerifier.verify(program)).as(pass.id()).isEmpty();
            assertSame(kernel, program, pass.id());
        }
        assertThat(RtlForm.violations(program)).isEmpty();
    }

    private static void assertSame(FrontendResult kernel, Program program, String pass) {
        KernelRun run = KernelRun.of(kernel, program);
        Set<KernelRun.Outcome> outcomes = EnumSet.noneOf(KernelRun.Outcome.class);
        for (long seed = 0; seed < RUNS; seed++) {
            outcomes.add(run.compare(seed));
        }
        assertThat(outcomes).as(pass).contains(KernelRun.Outcome.CHANGED);
    }

    private static Map<String, Long> values(String text) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String assignment : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int sign = assignment.indexOf('=');
            values.put(assignment.substring(0, sign), Long.valueOf(assignment.substring(sign + 1)));
        }
        return values;
    }
}
