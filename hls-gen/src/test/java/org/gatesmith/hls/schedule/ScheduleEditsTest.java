package org.gatesmith.hls.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.IrParser;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrSyntaxException;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.junit.jupiter.api.Test;

class ScheduleEditsTest {

    private static final KernelSignature SIGNATURE = new KernelSignature(
            "top",
            "Top",
            "run",
            List.of(new Parameter.Array(
                    "a", JavaType.INT, null, Direction.INOUT, List.of(new Formula.Number(8)), "gmem0")),
            Tolerance.EXACT,
            "");

    private static final String PROGRAM = """
            function top(%a: port<i32>) {
                %buffer: i32[8] = array [zeroed]
                %0: i32 = const 0
                %1: i32 = const 8
                for run.i (%i: i32 = %0; %i < %1; %i += 1) [pipeline 1] {
                    %2: i32 = load %a[%i]
                    store %buffer[%i] = %2
                }
            }
            """;

    @Test
    void replacesTheDirectivesOfALoop() throws Exception {
        assertThat(edited("""
                {"loops": {"run.i": {"pipeline": 3, "unroll": 2}}}""")).contains("[pipeline 3, unroll 2]");
    }

    @Test
    void keepsWhatAnEditLeavesOut() throws Exception {
        assertThat(edited("""
                {"loops": {"run.i": {"unroll": 2}}}""")).contains("[pipeline 1, unroll 2]");
    }

    @Test
    void findsAnArrayByItsJavaMethodOrBareName() throws Exception {
        String partition = "{\"partition\": [{\"dim\": 1, \"kind\": \"cyclic\", \"factor\": 2}]}";

        assertThat(edited("{\"arrays\": {\"run.buffer\": " + partition + "}}")).contains("partition 1 cyclic 2");
        assertThat(edited("{\"arrays\": {\"buffer\": " + partition + "}}")).contains("partition 1 cyclic 2");
    }

    @Test
    void refusesALoopThatIsNotThereAndNamesThoseThatAre() {
        Diagnostic problem = problem("""
                {"loops": {"run.j": {"pipeline": 1}}}""");

        assertThat(problem.rule()).isEqualTo(Rule.SCHEDULE_UNKNOWN_NAME);
        assertThat(problem.message()).contains("no loop \"run.j\"").contains("did you mean \"run.i\"?");
        assertThat(problem.fix()).isEqualTo("loops here: run.i");
    }

    @Test
    void refusesADimensionThatTheArrayDoesNotHave() {
        Diagnostic problem = problem("""
                {"arrays": {"buffer": {"partition": [{"dim": 2}]}}}""");

        assertThat(problem.rule()).isEqualTo(Rule.SCHEDULE_VALUE);
        assertThat(problem.message()).contains("has 1 dimension");
    }

    @Test
    void putsAPortIntoAnotherBundle() throws Exception {
        Schedule schedule = ScheduleReader.read("s.json", """
                {"ports": {"a": {"bundle": "shared"}}}""");

        KernelSignature edited = ScheduleEdits.apply(schedule, SIGNATURE);

        assertThat(edited.arrays().findFirst().orElseThrow().bundle()).isEqualTo("shared");
    }

    @Test
    void refusesAPortThatTheKernelDoesNotHave() throws Exception {
        Schedule schedule = ScheduleReader.read("s.json", """
                {"ports": {"b": {"bundle": "shared"}}}""");

        DiagnosticException failure =
                catchThrowableOfType(DiagnosticException.class, () -> ScheduleEdits.apply(schedule, SIGNATURE));

        assertThat(failure.diagnostics().getFirst().message()).contains("no port \"b\"");
    }

    private static String edited(String json) throws DiagnosticException, IrSyntaxException {
        Program program = IrParser.parse(PROGRAM);
        return IrPrinter.print(ScheduleEdits.apply(ScheduleReader.read("s.json", json), SIGNATURE, program));
    }

    private static Diagnostic problem(String json) {
        return catchThrowableOfType(DiagnosticException.class, () -> edited(json))
                .diagnostics()
                .getFirst();
    }
}
