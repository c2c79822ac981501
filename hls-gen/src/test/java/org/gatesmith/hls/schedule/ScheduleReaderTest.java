package org.gatesmith.hls.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalInt;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.LoopDirectives.TripCount;
import org.junit.jupiter.api.Test;

class ScheduleReaderTest {

    @Test
    void readsEverySection() throws DiagnosticException {
        Schedule schedule = ScheduleReader.read("s.json", """
                {
                  "kernel": "gemm_i8", "board": "u280",
                  "tunables": {"ROWS": 8},
                  "loops": {"gemm.k": {"pipeline": 2, "unroll": 4, "parallel": true, "tripCount": {"min": 1, "max": 9}}},
                  "arrays": {"gemm.acc": {"partition": [{"dim": 2, "kind": "cyclic", "factor": 4}], "storage": "uram"}},
                  "fifos": {"gemm.f": {"depth": 64}},
                  "ports": {"a": {"bundle": "gmem0", "bank": "HBM[3]"}}
                }""");

        assertThat(schedule.tunables().get("ROWS").value()).isEqualTo(8);
        assertThat(schedule.loops().get("gemm.k").value())
                .isEqualTo(new Schedule.LoopEdit(OptionalInt.of(2), OptionalInt.of(4), true, new TripCount(1, 9, 5)));
        assertThat(schedule.arrays().get("gemm.acc").value())
                .isEqualTo(
                        new Schedule.ArrayEdit(List.of(new Split(2, PartitionKind.CYCLIC, 4)), null, StorageKind.URAM));
        assertThat(schedule.fifos().get("gemm.f").value()).isEqualTo(64);
        assertThat(schedule.ports().get("a").value()).isEqualTo(new Schedule.PortEdit("gmem0", "HBM[3]"));
    }

    @Test
    void readsCompleteUnrollingAndNoPipeliningByName() throws DiagnosticException {
        Schedule schedule = ScheduleReader.read("s.json", """
                {"loops": {"m.i": {"unroll": "complete", "pipeline": false}}}""");

        Schedule.LoopEdit edit = schedule.loops().get("m.i").value();
        assertThat(edit.unrollFactor()).hasValue(0);
        assertThat(edit.pipelineInterval()).hasValue(0);
    }

    @Test
    void saysThatTheJsonEndsTooEarlyWithoutTheParsersOwnRemarks() {
        assertThat(problems("{\"loops\": {").getFirst().message())
                .isEqualTo("not valid JSON: Unexpected end-of-input: expected close marker for Object");
    }

    @Test
    void saysWhereTheJsonBreaks() {
        Diagnostic problem = problems("""
                {
                  "loops": {,}
                }""").getFirst();

        assertThat(problem.rule()).isEqualTo(Rule.SCHEDULE_SYNTAX);
        assertThat(problem.span().startLine()).isEqualTo(2);
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        Diagnostic problem = problems("""
                {
                  "loops": {
                    "m.i": {"pipelin": 1}
                  }
                }""").getFirst();

        assertThat(problem.rule()).isEqualTo(Rule.SCHEDULE_UNKNOWN_NAME);
        assertThat(problem.span().startLine()).isEqualTo(3);
        assertThat(problem.message()).contains("\"pipelin\"").contains("did you mean \"pipeline\"?");
    }

    @Test
    void reportsEveryWrongValueAtOnce() {
        List<Diagnostic> problems = problems("""
                {
                  "tunables": {"ROWS": 1.5},
                  "loops": {"m.i": {"pipeline": 0, "unroll": -2, "tripCount": {"min": 3, "max": 1}}},
                  "arrays": {"a": {"storage": "dram", "partition": [{"kind": "block"}]}},
                  "fifos": {"f": {"depth": 0}},
                  "ports": {"p": {"bundle": "not a name"}}
                }""");

        assertThat(problems).hasSize(8).allMatch(problem -> problem.rule() == Rule.SCHEDULE_VALUE);
        assertThat(problems).extracting(problem -> problem.span().startLine()).containsExactly(2, 3, 3, 3, 4, 4, 5, 6);
    }

    @Test
    void wantsAnObject() {
        assertThat(problems("[]").getFirst().message()).contains("must be an object");
    }

    private static List<Diagnostic> problems(String json) {
        return catchThrowableOfType(DiagnosticException.class, () -> ScheduleReader.read("s.json", json))
                .diagnostics();
    }
}
