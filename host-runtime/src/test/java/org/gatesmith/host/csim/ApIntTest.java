package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.csim.CppProgram.resource;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApIntTest {

    @Test
    void everyOperatorIsRightForEveryValueOfNarrowTypes() {
        CppProgram program = build("ap_int_exhaustive");
        assertThat(program.run("").output()).matches("[1-9]\\d{4,} checks\n");
    }

    @Test
    void layoutConversionsBitsPartsAndControlFlowAreTheVendors() {
        CppProgram program = build("ap_int_language");
        assertThat(program.run("").output()).isEqualTo("0 failures\n");
    }

    @Test
    void randomOperandsOfAnyWidthAgreeWithBigInteger() {
        List<ExactOperands> vectors = ExactOperands.random(new Random(2), 40);
        String input =
                String.join("\n", vectors.stream().map(ExactOperands::line).toList());
        List<String> actual = build("ap_int_vectors").run(input).lines();
        List<String> expected = vectors.stream().map(ExactOperands::results).toList();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as(vectors.get(i).toString()).isEqualTo(expected.get(i));
        }
    }

    @Test
    void aNumberWiderThanTheLimitIsRejectedByName() {
        CppProgram.Outcome outcome =
                CppProgram.check(CppProgram.kernelOptions(), "#include <ap_int.h>\nap_int<1025> x;\n");
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.errors()).contains("wider than AP_INT_MAX_W");
    }

    @Test
    void aBitThatDoesNotExistEndsTheProgramByName() {
        CppProgram.Outcome outcome = build("ap_int_bad_bit").run("");
        assertThat(outcome.exitCode()).isEqualTo(128 + 6);
        assertThat(outcome.errors()).isEqualTo("bit 8 of an integer of 8 bits\n");
    }

    private static CppProgram build(String name) {
        return CppProgram.build(name, CppProgram.kernelOptions(), resource(name + ".cpp"));
    }
}
