package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.gatesmith.api.Deadlock;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IrText;
import org.junit.jupiter.api.Test;

class DataflowTest {

    /** Processes that the tests join in different ways. */
    private static final String PROCESSES = """
            function load(%in: port<i32>, %to: fifo<i32>, %n: i32) {
                %0: i32 = const 0
                for load.i (%i: i32 = %0; %i < %n; %i += 1) {
                    %x: i32 = load %in[%i]
                    write %to, %x
                }
            }
            function twice(%from: fifo<i32>, %to: fifo<i32>, %n: i32) {
                %0: i32 = const 0
                for twice.i (%i: i32 = %0; %i < %n; %i += 1) {
                    %x: i32 = read %from
                    %y: i32 = add %x, %x
                    write %to, %y
                }
            }
            function save(%from: fifo<i32>, %out: port<i32>, %n: i32) {
                %0: i32 = const 0
                for save.i (%i: i32 = %0; %i < %n; %i += 1) {
                    %x: i32 = read %from
                    store %out[%i] = %x
                }
            }
            """;

    private static int[] run(String text, int... in) throws FaultException {
        int[] out = new int[in.length];
        Interpreter.of(IrText.parse(text))
                .run(Map.of(
                        "in", Argument.of(PortMemory.of(in)),
                        "out", Argument.of(PortMemory.of(out)),
                        "n", Argument.of(in.length)));
        return out;
    }

    private static FaultException faultOf(String text) {
        return catchThrowableOfType(FaultException.class, () -> run(text, 1, 2, 3, 4));
    }

    @Test
    void elementsFlowThroughBoundedFifos() throws FaultException {
        assertThat(run("""
                        function k(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow] {
                            %a: fifo<i32> = fifo 1
                            %b: fifo<i32> = fifo 1
                            %c: fifo<i32> = fifo 1
                            call load(%in, %a, %n)
                            call twice(%a, %b, %n)
                            call twice(%b, %c, %n)
                            call save(%c, %out, %n)
                        }
                        """ + PROCESSES, 1, 2, 3, 4, 5)).containsExactly(4, 8, 12, 16, 20);
    }

    @Test
    void aDataflowFunctionMayBeAProcess() throws FaultException {
        assertThat(run(IrText.resource("pipeline"), 1, 2, 3, 50, -7)).containsExactly(1, 3, 5, 53, 43);
    }

    @Test
    void aProcessThatReadsAnArrayWaitsForTheOneThatFillsIt() throws FaultException {
        String text = """
                function k(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow] {
                    %t: i32[8] = array
                    %done: fifo<i32> = fifo 2
                    call fill(%in, %t, %n, %done)
                    call empty(%t, %out, %n)
                    call drain(%done)
                }
                function fill(%in: port<i32>, %t: i32[8], %n: i32, %done: fifo<i32>) {
                    %0: i32 = const 0
                    for fill.i (%i: i32 = %0; %i < %n; %i += 1) {
                        %x: i32 = load %in[%i]
                        store %t[%i] = %x
                        write %done, %x
                        write %done, %x
                        write %done, %x
                    }
                }
                function empty(%t: i32[8], %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    for empty.i (%i: i32 = %0; %i < %n; %i += 1) {
                        %x: i32 = load %t[%i]
                        store %out[%i] = %x
                    }
                }
                function drain(%done: fifo<i32>) {
                    %0: i32 = const 0
                    %12: i32 = const 12
                    for drain.i (%i: i32 = %0; %i < %12; %i += 1) {
                        %x: i32 = read %done
                    }
                }
                """;
        assertThat(run(text, 5, 6, 7, 8)).containsExactly(5, 6, 7, 8);
    }

    @Test
    void wideIntegersPassThroughFifos() throws FaultException {
        String text = """
                function k(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow] {
                    %q: fifo<u100> = fifo 1
                    call send(%in, %q, %n)
                    call receive(%q, %out, %n)
                }
                function send(%in: port<i32>, %q: fifo<u100>, %n: i32) {
                    %0: i32 = const 0
                    %90: i32 = const 90
                    for send.i (%i: i32 = %0; %i < %n; %i += 1) {
                        %x: i32 = load %in[%i]
                        %y: u100 = shl %x, %90
                        write %q, %y
                    }
                }
                function receive(%q: fifo<u100>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %80: i32 = const 80
                    for receive.i (%i: i32 = %0; %i < %n; %i += 1) {
                        %x: u100 = read %q
                        %y: i32 = shr %x, %80
                        store %out[%i] = %y
                    }
                }
                """;
        assertThat(run(text, 1, 2, 3)).containsExactly(1024, 2048, 3072);
    }

    @Test
    void aProcessSeesWhetherAFifoIsEmpty() throws FaultException {
        String text = """
                function k(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow] {
                    %q: fifo<i32> = fifo 2
                    call load(%in, %q, %n)
                    call poll(%q, %out, %n)
                }
                function poll(%q: fifo<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %end: i32 = while poll.l carry (%i: i32 = %0) {
                        %more: u1 = lt %i, %n
                        yield %more, %i
                    } do (%i.1: i32) {
                        %none: u1 = empty %q
                        %next: i32 = if %none {
                            yield %i.1
                        } else {
                            %x: i32 = read %q
                            store %out[%i.1] = %x
                            %one: i32 = const 1
                            %i.2: i32 = add %i.1, %one
                            yield %i.2
                        }
                        yield %next
                    }
                }
                """;
        assertThat(run(text + PROCESSES, 3, 1, 4)).containsExactly(3, 1, 4);
    }

    @Test
    void aDeadlockIsReportedWithItsCycleAndCure() {
        FaultException exception = faultOf("""
                function k(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow] in "K.java" @2:5-9:6 {
                    %values: fifo<i32> = fifo 2
                    %sums: fifo<i32> = fifo 2
                    call produce(%values, %sums)
                    call consume(%values, %sums)
                }
                function produce(%values: fifo<i32>, %sums: fifo<i32>) {
                    %0: i32 = const 0
                    %4: i32 = const 4
                    for produce.i (%i: i32 = %0; %i < %4; %i += 1) { write %values, %i }
                    write %sums, %4
                }
                function consume(%values: fifo<i32>, %sums: fifo<i32>) {
                    %sum: i32 = read %sums
                    %0: i32 = const 0
                    for consume.i (%i: i32 = %0; %i < %sum; %i += 1) { %x: i32 = read %values }
                }
                """);
        Fault.Deadlocked fault = (Fault.Deadlocked) exception.fault();
        assertThat(fault.deadlock().cycle()).containsExactly("produce", "consume");
        assertThat(fault.deadlock().remedy())
                .isEqualTo(new Deadlock.Deepen(List.of(new Deadlock.FifoDepth("values", 2, 4))));
        assertThat(exception.span()).isEqualTo(new Span("K.java", 2, 5, 9, 6));
    }

    @Test
    void aFaultInAProcessKeepsItsPlace() {
        FaultException exception = faultOf("""
                function k(%in: port<i32>, %out: port<i32>, %n: i32) [dataflow] {
                    %q: fifo<i32> = fifo 2
                    call fail(%q)
                    call save(%q, %out, %n)
                }
                function fail(%q: fifo<i32>) in "K.java" @11:5-13:6 {
                    %0: i32 = const 0
                    %x: i32 = div %0, %0 @12:9-14
                    write %q, %x
                }
                """ + PROCESSES);
        assertThat(exception.fault()).isEqualTo(new Fault.DivisionByZero());
        assertThat(exception.span()).isEqualTo(new Span("K.java", 12, 9, 12, 14));
    }
}
