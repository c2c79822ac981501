package org.gatesmith.hls.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code should-fail} is reported exactly as its comments say; a new file there is a new test. */
class ShouldFailTest {

    static Stream<FaultyKernel> files() {
        return KernelFiles.in("should-fail").stream().map(FaultyKernel::read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theFileIsReportedAsItsCommentsSay(FaultyKernel file) {
        assertThat(file.expected()).as("expectations").isNotEmpty();
        assertThat(file.findings()).containsExactlyInAnyOrderElementsOf(file.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theFileIsNamedAfterADiagnosticThatItCauses(FaultyKernel file) {
        assertThat(file.name()).matches("GS\\d{4}-[a-z0-9-]+\\.java");
        assertThat(file.expected())
                .extracting(FaultyKernel.Finding::id)
                .contains(file.name().substring(0, 6));
        assertThat(file.text()).as("first line").startsWith("// ");
    }
}
