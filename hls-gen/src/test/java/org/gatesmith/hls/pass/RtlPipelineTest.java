package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

/** The passes on the way to Verilog keep what programs compute and lead to the promised form. */
class RtlPipelineTest {

    @Property(tries = 200, seed = "1")
    void everyPassKeepsWhatAProgramComputes(@ForAll long seed) throws DiagnosticException {
        Program program = PipelinedPrograms.program(seed);
        RandomPrograms.Outcome expected = RandomPrograms.run(program, seed);
        for (Pass pass : Pipeline.rtl().passes()) {
            program = pass.run(program);
            assertThat(IrVerifier.verify(program)).as(pass.id()).isEmpty();
            assertThat(RandomPrograms.run(program, seed)).as(pass.id()).isEqualTo(expected);
        }
        assertThat(RtlForm.violations(program)).isEmpty();
    }

    /** The property says something: most programs have a pipelined loop, and many a guarded access in it. */
    @Test
    void pipelinedLoopsAreCommon() {
        long pipelined = LongStream.range(0, 200)
                .filter(seed -> IrPrinter.print(PipelinedPrograms.program(seed)).contains("[pipeline"))
                .count();
        assertThat(pipelined).isGreaterThan(100);
    }
}
