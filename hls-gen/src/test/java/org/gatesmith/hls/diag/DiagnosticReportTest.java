package org.gatesmith.hls.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DiagnosticReportTest {

    @Test
    void everyPartOfADiagnosticIsAProperty() {
        Diagnostic diagnostic = new Diagnostic(
                Rule.SEVERAL_KERNELS,
                new Span("A.java", 3, 5, 3, 8),
                "two kernels",
                "name one",
                List.of(new Diagnostic.Related(new Span("A.java", 1, 2, 1, 4), "the first one")));
        assertThat(JsonMapper.shared().writeValueAsString(DiagnosticReport.of(List.of(diagnostic))))
                .isEqualTo("{\"diagnostics\":[{\"id\":\"GS0103\",\"severity\":\"error\",\"message\":\"two kernels\","
                        + "\"place\":{\"file\":\"A.java\",\"line\":3,\"column\":5,\"endLine\":3,\"endColumn\":8},"
                        + "\"fix\":\"name one\",\"related\":[{\"message\":\"the first one\","
                        + "\"place\":{\"file\":\"A.java\",\"line\":1,\"column\":2,\"endLine\":1,\"endColumn\":4}}]}],"
                        + "\"errors\":1,\"warnings\":0}");
    }

    @Test
    void whatHasNoPlaceOrFixHasNullThere() {
        Diagnostic diagnostic = Diagnostic.of(Rule.UNUSED_PORT, Span.NONE, "unused", null);
        DiagnosticReport report = DiagnosticReport.of(List.of(diagnostic));
        assertThat(report.warnings()).isEqualTo(1);
        assertThat(report.diagnostics().getFirst().place()).isNull();
        assertThat(report.diagnostics().getFirst().fix()).isNull();
    }
}
