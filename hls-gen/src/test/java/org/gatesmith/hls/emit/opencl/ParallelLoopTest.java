package org.gatesmith.hls.emit.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work-items share the iterations of a loop only where any number of them computes the same. */
class ParallelLoopTest {

    private static final String HEAD =
            "function top(%in: port<i32>, %out: port<i32>, %n: i32) [keep] in \"Top.java\" @3:5-9:6 {\n";

    private static OpenClKernel.Launch launch(String... ops) throws NotOpenClException {
        String text = HEAD + "    " + String.join("\n    ", ops) + "\n}\n";
        return OpenClPrograms.emitted(OpenClPrograms.parsed(text), "kernel").launch();
    }

    private static String loop(String head, String directives) {
        return "for top.i (%i: i32 = " + head + ") [" + directives + "] {\n"
                + "        %x: i32 = load %in[%i]\n        store %out[%i] = %x\n    }";
    }

    @Test
    void aParallelLoopThatCountsUpByOneIsShared() throws Exception {
        assertThat(launch("%0: i32 = const 0", loop("%0; %i < %n; %i += 1", "parallel")))
                .isEqualTo(OpenClKernel.Launch.RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "16777215"})
    void itMayStartAtAnyConstantThatLeavesRoomToCount(String lower) throws Exception {
        assertThat(launch("%a: i32 = const " + lower, loop("%a; %i < %n; %i += 1", "parallel")))
                .isEqualTo(OpenClKernel.Launch.RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "16777216"})
    void notBelowZeroNorSoHighThatTheCounterMightOverflow(String lower) throws Exception {
        assertThat(launch("%a: i32 = const " + lower, loop("%a; %i < %n; %i += 1", "parallel")))
                .isEqualTo(OpenClKernel.Launch.SINGLE);
    }

    @Test
    void notFromAStartThatIsOnlyKnownAtRunTime() throws Exception {
        assertThat(launch("%0: i32 = const 0", loop("%n; %i < %n; %i += 1", "parallel")))
                .isEqualTo(OpenClKernel.Launch.SINGLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0; %i < %n; %i += 2",
                "%0; %i <= %n; %i += 1",
                "%0; %i > %n; %i += -1",
            })
    void notInStepsNorUpToTheBoundNorDownwards(String head) throws Exception {
        assertThat(launch("%0: i32 = const 0", loop(head, "parallel"))).isEqualTo(OpenClKernel.Launch.SINGLE);
    }

    @Test
    void notALoopThatIsNotDeclaredParallel() throws Exception {
        assertThat(launch("%0: i32 = const 0", loop("%0; %i < %n; %i += 1", "pipeline 1")))
                .isEqualTo(OpenClKernel.Launch.SINGLE);
    }

    @Test
    void notTwoLoops() throws Exception {
        String loop = loop("%0; %i < %n; %i += 1", "parallel");
        String other = loop.replace("%i ", "%j ")
                .replace("%i:", "%j:")
                .replace("[%i]", "[%j]")
                .replace("top.i", "top.j")
                .replace("%x", "%y");

        assertThat(launch("%0: i32 = const 0", loop, other)).isEqualTo(OpenClKernel.Launch.SINGLE);
    }

    @Test
    void notWhereSomethingIsWrittenAroundIt() throws Exception {
        assertThat(launch("%0: i32 = const 0", loop("%0; %i < %n; %i += 1", "parallel"), "store %out[%0] = %n"))
                .isEqualTo(OpenClKernel.Launch.SINGLE);
    }

    @Test
    void notWhereSomethingAroundItReadsWhatItWrites() throws Exception {
        String inner = "for top.i (%i: i32 = %0; %i < %last; %i += 1) [parallel] {\n"
                + "        %x: i32 = load %in[%i]\n        store %out[%i] = %x\n    }";

        assertThat(launch("%0: i32 = const 0", "%last: i32 = load %out[%0]", inner))
                .isEqualTo(OpenClKernel.Launch.SINGLE);
        assertThat(launch("%0: i32 = const 0", "%last: i32 = load %in[%0]", inner))
                .isEqualTo(OpenClKernel.Launch.RANGE);
    }

    @Test
    void notALoopWithACarriedValue() throws Exception {
        assertThat(launch(
                        "%0: i32 = const 0",
                        "%s: i32 = for top.i (%i: i32 = %0; %i < %n; %i += 1) carry (%s.1: i32 = %0) [parallel] {\n"
                                + "        store %out[%i] = %s.1\n        yield %i\n    }"))
                .isEqualTo(OpenClKernel.Launch.SINGLE);
    }
}
