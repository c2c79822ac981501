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

    /** Three processes in a loop; between them stand what {@code FIRST} and {@code SECOND} are: an array or a FIFO. */
    private static String chain(String first, String second) {
        return """
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    for kernel.k (%k: i32 = %0; %k < %n; %k += 1) {
                        call step(%in, %out)
                    }
                }
                function step(%in: port<i32>, %out: port<i32>) [dataflow] {
                    %a: FIRST
                    %b: SECOND
                    call load(%in, %a)
                    call add(%a, %b)
                    call store(%b, %out)
                }
                """.replace("FIRST", allocated(first)).replace("SECOND", allocated(second))
                + process("load", "port<i32>", first)
                + process("add", first, second)
                + process("store", second, "port<i32>");
    }

    private static String allocated(String type) {
        return type + (type.startsWith("fifo") ? " = fifo 4" : " = array");
    }

    private static String process(String name, String from, String to) {
        return """
                function NAME(%from: FROM, %to: TO) {
                    %0: i32 = const 0
                    %1: i32 = const 64
                    for NAME.i (%i: i32 = %0; %i < %1; %i += 1) [pipeline 1] {
                        %2: i32 = READ
                        WRITE
                    }
                }
                """.replace("NAME", name)
                .replace("FROM", from)
                .replace("TO", to)
                .replace("READ", from.startsWith("fifo") ? "read %from" : "load %from[%i]")
                .replace("WRITE", to.startsWith("fifo") ? "write %to, %2" : "store %to[%i] = %2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fifo<i32> | fifo<i32> | do not overlap | FIFO 'a' begins every call empty, so neither load nor add",
                "i32[64] | fifo<i32> | overlap only in part | FIFO 'b' begins every call empty, so neither add nor store",
            })
    void framesThatFifosKeepTogetherAreReported(String first, String second, String extent, String reason) {
        ScheduledKernel scheduled = Schedules.schedule(chain(first, second));

        assertThat(scheduled.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.rule()).isEqualTo(Rule.FRAMES_IN_TURN);
            assertThat(diagnostic.message()).contains("loop kernel.k " + extent).contains(reason);
        });
    }

    @Test
    void arraysBetweenProcessesAreNoReasonForAWarning() {
        assertThat(Schedules.schedule(chain("i32[64]", "i32[64]")).diagnostics())
                .isEmpty();
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
