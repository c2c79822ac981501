package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;

/** No pass changes what a program computes. */
class PassPropertiesTest {

    @Provide
    Arbitrary<Pass> passes() {
        return Arbitraries.of(PassRegistry.passes());
    }

    @Provide
    Arbitrary<List<Pass>> pipelines() {
        return passes().list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 800, seed = "1")
    void aPassKeepsWhatAProgramComputes(@ForAll long seed, @ForAll("passes") Pass pass) throws DiagnosticException {
        Program program = RandomPrograms.program(seed);
        Program after = run(pass, program);
        assertThat(IrVerifier.verify(after)).isEmpty();
        assertThat(RandomPrograms.run(after, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }

    @Property(tries = 300, seed = "1")
    void passesInAnyOrderKeepWhatAProgramComputes(@ForAll long seed, @ForAll("pipelines") List<Pass> pipeline)
            throws DiagnosticException {
        Program program = RandomPrograms.program(seed);
        Program after = program;
        for (Pass pass : pipeline) {
            after = run(pass, after);
            assertThat(IrVerifier.verify(after)).as(pass.id()).isEmpty();
        }
        assertThat(RandomPrograms.run(after, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }

    /** A program whose directives cannot be honoured is refused with the reason, and transformed without them. */
    private static Program run(Pass pass, Program program) throws DiagnosticException {
        try {
            return pass.run(program);
        } catch (DiagnosticException refusal) {
            assertThat(refusal.diagnostics())
                    .extracting(d -> d.rule().id())
                    .allMatch(id -> id.matches("GS0604|GS07.."));
            return pass.run(UndirectedLoops.of(program));
        }
    }
}
