package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

class PipelineTest {

    @Test
    void textNamesPassesInOrder() throws PipelineSyntaxException {
        Pipeline pipeline = Pipeline.parse("fold, inline ,fold");
        assertThat(pipeline.passes()).extracting(Pass::id).containsExactly("fold", "inline", "fold");
        assertThat(pipeline).hasToString("fold,inline,fold");
    }

    @Test
    void noTextIsNoPass() throws PipelineSyntaxException {
        assertThat(Pipeline.parse(" ").passes()).isEmpty();
    }

    @Test
    void theStandardPipelineCanBeWrittenAndRead() throws PipelineSyntaxException {
        String text = Pipeline.standard().toString();
        assertThat(Pipeline.parse(text)).hasToString(text);
    }

    @Test
    void anUnknownPassIsNamedWithWhatWasProbablyMeant() {
        assertThatThrownBy(() -> Pipeline.parse("inline,ded-code"))
                .isInstanceOf(PipelineSyntaxException.class)
                .hasMessageStartingWith("there is no pass \"ded-code\"; did you mean \"dead-code\"?")
                .hasMessageContaining("passes: inline, canonical-loops");
    }

    @Test
    void aMissingNameIsAnUnknownPass() {
        assertThatThrownBy(() -> Pipeline.parse("inline,,fold")).hasMessageStartingWith("there is no pass \"\"");
    }

    @Test
    void theListenerHearsOfEveryPass() throws PipelineSyntaxException, DiagnosticException {
        Program program = IrText.parse("function f() {}");
        List<String> heard = new ArrayList<>();
        Program result = Pipeline.parse("inline,fold").run(program, (pass, before, after, nanoseconds) -> {
            assertThat(nanoseconds).isNotNegative();
            heard.add(pass.id());
        });
        assertThat(heard).containsExactly("inline", "fold");
        assertThat(result).isEqualTo(program);
    }

    @Test
    void idsAreUniqueAndSummariesAreSentences() {
        Set<String> ids = new HashSet<>();
        for (Pass pass : PassRegistry.passes()) {
            assertThat(ids.add(pass.id())).as(pass.id()).isTrue();
            assertThat(pass.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(pass.summary()).matches("[A-Z][^.]*\\.");
        }
    }
}
