package org.gatesmith.hls.emit.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dataflow kernels can run one process after another, and which as kernels that pipes join. */
class DataflowFormsTest {

    private static final String PROCESSES = """
            function first(%in: port<i32>, %a: fifo<i32>, %b: fifo<i32>, %n: i32) in "Top.java" @13:5-17:6 {
                %0: i32 = const 0
                for first.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] @14:9-16:10 {
                    %x: i32 = load %in[%i]
                    write %a, %x
                    %y: i32 = read %b
                }
            }
            function second(%a: fifo<i32>, %b: fifo<i32>, %out: port<i32>, %n: i32) in "Top.java" @20:5-30:6 {
                %0: i32 = const 0
                for second.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] @21:9-29:10 {
                    %x: i32 = read %a
                    write %b, %x
                    store %out[%i] = %x
                }
            }
            """;

    private static final String HEAD =
            "function top(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow, keep] in \"Top.java\" @3:5-12:6 {\n";

    /** Two processes that answer each other. */
    private static Program circle(int depth) {
        return OpenClPrograms.parsed(HEAD + "    %a: fifo<i32> = fifo " + depth + " @4:9-20\n"
                + "    %b: fifo<i32> = fifo 2 @5:9-20\n"
                + "    call first(%in, %a, %b, %n) @8:9-25\n"
                + "    call second(%a, %b, %out, %n) @9:9-27\n}\n" + PROCESSES);
    }

    @Test
    void aCircleOfProcessesCannotRunOneAfterAnother() {
        assertThatThrownBy(() -> OpenClPrograms.emitted(circle(2), "kernel"))
                .isInstanceOf(NotOpenClException.class)
                .hasMessageContaining("'first', 'second'", "in a circle", "--on csim");
    }

    @Test
    void aCircleOfProcessesCanBeJoinedByPipes() throws Exception {
        OpenClPipes pipes = OpenClPrograms.pipes(circle(2), "kernel").orElseThrow();

        assertThat(pipes.processes())
                .containsExactly(
                        new OpenClPipes.Process("kernel_first", List.of(0, 2)),
                        new OpenClPipes.Process("kernel_second", List.of(1, 2)));
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "2, 16", "16, 16", "17, 32", "1000, 1024", "32768, 32768"})
    void aPipeIsAsDeepAsItsFifoOrDeeper(int capacity, int depth) throws Exception {
        assertThat(OpenClPrograms.pipes(circle(capacity), "kernel")
                        .orElseThrow()
                        .pipes())
                .containsExactly(new OpenClPipes.Pipe("a", "int", depth), new OpenClPipes.Pipe("b", "int", 16));
    }

    @Test
    void aFifoDeeperThanAnyPipeIsRefused() {
        assertThatThrownBy(() -> OpenClPrograms.pipes(circle(32769), "kernel"))
                .isInstanceOf(NotOpenClException.class)
                .hasMessageContaining("the FIFO 'a' holds 32769 elements, and a pipe at most 32768");
    }

    @Test
    void kernelsShareNoArray() {
        Program program = OpenClPrograms.parsed(HEAD + """
                    %a: fifo<i32> = fifo 2 @4:9-20
                    %shared: i32[4] = array [zeroed] @5:9-20
                    call first(%in, %a, %shared) @8:9-25
                    call second(%a, %shared, %out) @9:9-27
                }
                function first(%in: port<i32>, %a: fifo<i32>, %shared: i32[4]) in "Top.java" @13:5-17:6 {
                    %0: i32 = const 0
                    %x: i32 = load %in[%0]
                    store %shared[%0] = %x
                    write %a, %x
                }
                function second(%a: fifo<i32>, %shared: i32[4], %out: port<i32>) in "Top.java" @20:5-30:6 {
                    %0: i32 = const 0
                    %x: i32 = read %a
                    %y: i32 = load %shared[%0]
                    %z: i32 = add %x, %y
                    store %out[%0] = %z
                }
                """);

        assertThatThrownBy(() -> OpenClPrograms.pipes(program, "kernel"))
                .isInstanceOf(NotOpenClException.class)
                .hasMessageContaining("hand each other the array 'shared'", "use a FIFO");
    }

    @Test
    void aDataflowMethodInALoopIsNoKernelsOfItsOwn() throws Exception {
        Program program = OpenClPrograms.parsed("""
                function top(%in: port<i32>, %out: port<i32>, %n: i32) [keep] in "Top.java" @3:5-12:6 {
                    %0: i32 = const 0
                    for top.i (%i: i32 = %0; %i < %n; %i += 1) @4:9-6:10 {
                        call block(%in, %out, %n) @5:9-25
                    }
                }
                function block(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow, keep] in "Top.java" @7:5-12:6 {
                    %a: fifo<i32> = fifo 2 @8:9-20
                    call first(%in, %a, %n) @9:9-25
                    call second(%a, %out, %n) @10:9-27
                }
                function first(%in: port<i32>, %a: fifo<i32>, %n: i32) in "Top.java" @13:5-17:6 {
                    %0: i32 = const 0
                    %x: i32 = load %in[%0]
                    write %a, %x
                }
                function second(%a: fifo<i32>, %out: port<i32>, %n: i32) in "Top.java" @20:5-30:6 {
                    %0: i32 = const 0
                    %x: i32 = read %a
                    store %out[%0] = %x
                }
                """);

        assertThatThrownBy(() -> OpenClPrograms.pipes(program, "kernel"))
                .isInstanceOf(NotOpenClException.class)
                .hasMessageContaining("called by code that is not dataflow");
        assertThat(OpenClPrograms.emitted(program, "kernel").fifos()).hasSize(1);
    }

    @Test
    void aKernelWithoutFifosHasNoPipes() throws Exception {
        Program program = OpenClPrograms.parsed("""
                function top(%in: port<i32>, %out: port<i32>) [keep] in "Top.java" @3:5-9:6 {
                    %0: i32 = const 0
                    %x: i32 = load %in[%0]
                    store %out[%0] = %x
                }
                """);

        assertThat(OpenClPrograms.pipes(program, "kernel")).isEmpty();
    }
}
