package org.gatesmith.hls.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLoopsTest {

    /** A loop over a dataflow function: what it does besides, and what it is given for the second port, take the places of the capital letters. */
    private static final String KERNEL = """
            function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                %0: i32 = const 0
                for kernel.k (%k: i32 = %0; %k < %n; %k += 1) {
                    %1: i32 = add %k, %n
                    BESIDES
                    call step(%in, OUTPUT, %k, %1)
                }
            }
            function step(%in: port<i32>, %out: port<i32>, %k: i32, %m: i32) [dataflow] {
                %tile: i32[64] = array
                call load(%in, %tile, %k)
                call store(%tile, %out, %k, %m)
            }
            function load(%in: port<i32>, %tile: i32[64], %k: i32) {
                %0: i32 = const 0
                %1: i32 = const 64
                for load.i (%i: i32 = %0; %i < %1; %i += 1) [pipeline 1] {
                    %2: i32 = add %i, %k
                    %3: i32 = load %in[%2]
                    store %tile[%i] = %3
                }
            }
            function store(%tile: i32[64], %out: port<i32>, %k: i32, %m: i32) {
                %0: i32 = const 0
                %1: i32 = const 64
                for store.i (%i: i32 = %0; %i < %1; %i += 1) [pipeline 1] {
                    %2: i32 = add %i, %k
                    %3: i32 = load %tile[%i]
                    %4: i32 = add %3, %m
                    store %out[%2] = %4
                }
            }
            """;

    private static ScheduledKernel schedule(String besides, String output) {
        return Schedules.schedule(KERNEL.replace("BESIDES", besides).replace("OUTPUT", output));
    }

    @Test
    void framesOverlapWithTwoMemories() {
        Design design = schedule("", "%out").design();
        ModuleDesign.Dataflow step = (ModuleDesign.Dataflow) design.module("step");

        assertThat(Schedules.units(design)).hasAtLeastOneElementOfType(Unit.FrameLoop.class);
        assertThat(DesignCheck.problems(design)).isEmpty();
        assertThat(step.overlaps()).isTrue();
        assertThat(step.links())
                .singleElement()
                .satisfies(link -> assertThat(link.kind()).isEqualTo(ModuleDesign.Link.Kind.PING_PONG));
        assertThat(step.resources().bram18()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store %out[%k] = %n | %out | does something else besides",
                "'' | %in | 'given ''in'' twice'",
            })
    void aLoopWhoseFramesCannotOverlapIsReported(String besides, String output, String reason) {
        ScheduledKernel scheduled = schedule(besides, output);

        assertThat(Schedules.units(scheduled.design())).noneMatch(Unit.FrameLoop.class::isInstance);
        assertThat(((ModuleDesign.Dataflow) scheduled.design().module("step")).overlaps())
                .isFalse();
        assertThat(scheduled.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.rule()).isEqualTo(Rule.FRAMES_IN_TURN);
            assertThat(diagnostic.message()).contains(reason);
        });
    }

    @Test
    void theCheckNoticesProcessesThatDoNotWait() {
        Design design = schedule("", "%out").design();
        List<ModuleDesign> modules = design.modules().stream()
                .map(module -> module instanceof ModuleDesign.Dataflow step ? withoutLinks(step) : module)
                .toList();

        assertThat(DesignCheck.problems(new Design(design.program(), design.signature(), design.clock(), modules)))
                .singleElement()
                .asString()
                .contains("store does not wait for load");
    }

    private static ModuleDesign withoutLinks(ModuleDesign.Dataflow step) {
        return new ModuleDesign.Dataflow(
                step.function(), step.processes(), List.of(), step.memories(), step.frames(), step.resources());
    }
}
