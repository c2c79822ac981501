package org.gatesmith.hls.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;

/** Every program that can be lowered gets a sound schedule, or is told that its clock is too fast for an operator. */
class SchedulerPropertiesTest {

    @Property(tries = 300, seed = "1")
    void everyScheduleIsSound(@ForAll long seed, @ForAll @IntRange(min = 50, max = 350) int megahertz)
            throws DiagnosticException {
        Program program;
        try {
            program = Pipeline.rtl().run(Pipeline.standard().run(RandomPrograms.program(seed)));
        } catch (DiagnosticException refused) {
            return;
        }
        Design design;
        try {
            design = Schedules.schedule(program, megahertz).design();
        } catch (DiagnosticException refused) {
            assertThat(refused.diagnostics()).extracting(Diagnostic::rule).containsOnly(Rule.CLOCK_TOO_FAST);
            return;
        }
        assertThat(DesignCheck.problems(design)).isEmpty();
    }
}
