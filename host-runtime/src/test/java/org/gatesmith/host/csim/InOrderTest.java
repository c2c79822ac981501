package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.host.csim.DataflowCases.Answers;
import org.gatesmith.host.csim.DataflowCases.Case;
import org.junit.jupiter.api.Test;

/** Kernels compiled for the vendor's headers, where the processes of a region run one by one. */
class InOrderTest {

    private static final List<Case> SOUND = List.of(Case.PIPELINE, Case.NESTED, Case.REPEATED);

    @Test
    void processesRunInTheOrderOfTheirDeclaration() {
        assertSound(DataflowCases.inOrder());
    }

    @Test
    void aStreamWithoutDepthParameterServesToo() {
        assertSound(DataflowCases.inOrderWithoutDepth());
    }

    @Test
    void forTheVendorsToolsTheMacrosLeaveThePlainCalls() {
        String source = CppProgram.preprocess("dataflow_cases.cpp");
        assertThat(source).containsPattern("""
                fifo scaled\\("scaled"\\);
                \\s*;
                \\s*load\\(a, loaded, n\\);
                \\s*scale\\(loaded, scaled, n\\);
                \\s*store\\(scaled, b, n\\);
                }""");
    }

    private static void assertSound(DataflowCases cases) {
        for (Case which : SOUND) {
            Answers answers = cases.run(which, 30);
            int factor = which == Case.NESTED ? 9 : 3;
            assertThat(answers.b())
                    .as(which.name())
                    .isEqualTo(IntStream.range(0, 30)
                            .map(i -> factor * (10 + i))
                            .boxed()
                            .toList());
        }
    }
}
