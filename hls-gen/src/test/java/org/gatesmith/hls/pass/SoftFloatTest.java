package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

class SoftFloatTest {

    private static final SoftFloat PASS = new SoftFloat();

    @Property(tries = 500, seed = "1")
    void aProgramWithoutFloatsComputesTheSameBits(@ForAll long seed) throws DiagnosticException {
        Program program = RandomPrograms.program(seed);
        Program integers = PASS.run(program);
        assertThat(IrVerifier.verify(integers)).isEmpty();
        assertThat(IrPrinter.print(integers)).doesNotContainPattern("\\bf(32|64)\\b");
        assertThat(RandomPrograms.run(integers, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }

    @Test
    void aFunctionOfTheProgramKeepsItsNameBesideThatOfTheLibrary() throws DiagnosticException {
        Program program = IrText.parse("""
                function f32Add(%out: port<f32>, %x: f32) {
                    %0: i32 = const 0
                    %1: f32 = fadd %x, %x
                    store %out[%0] = %1
                }
                """);
        assertThat(PASS.run(program).functions()).extracting("name").containsExactly("f32Add", "f32Add_2");
    }

    @Test
    void anApproximateFunctionIsRefusedWhereItStands() {
        Program program = IrText.parse("""
                function f(%out: port<f32>, %x: f32) in "F.java" @1:1-9:2 {
                    %0: i32 = const 0
                    %1: f32 = fexp %x @7:9-20
                    store %out[%0] = %1
                }
                """);
        DiagnosticException refused = catchThrowableOfType(DiagnosticException.class, () -> PASS.run(program));
        List<Diagnostic> diagnostics = refused.diagnostics();
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.getFirst().rule()).isEqualTo(Rule.NO_INTEGER_FORM);
        assertThat(diagnostics.getFirst().message()).contains("Math.exp");
        assertThat(diagnostics.getFirst().fix()).contains("polynomial");
        assertThat(diagnostics.getFirst().span().startLine()).isEqualTo(7);
    }

    @Test
    void anIntegerOfMoreThan64BitsIsRefused() {
        Program program = IrText.parse("""
                function f(%out: port<f32>, %x: i64) {
                    %0: i32 = const 0
                    %1: i128 = mul %x, %x
                    %2: f32 = int_to_float %1
                    store %out[%0] = %2
                }
                """);
        DiagnosticException refused = catchThrowableOfType(DiagnosticException.class, () -> PASS.run(program));
        assertThat(refused).hasMessageContaining("128 bits");
    }
}
