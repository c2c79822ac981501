package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.junit.jupiter.api.Test;

/** What an observer sees of a run. */
class ObserverTest {

    private static final Program SUM = IrText.parse("""
            function sum(%in: port<i8>, %out: port<i32>, %n: i32) {
                %t: i8[4] = array [zeroed]
                %0: i32 = const 0
                %acc: i32 = for sum.i (%i: i32 = %0; %i < %n; %i += 1) carry (%acc.1: i32 = %0) {
                    %x: i8 = load %in[%i]
                    store %t[%0] = %acc.1
                    %acc.2: i32 = add %acc.1, %x
                    yield %acc.2
                }
                store %out[%0] = %acc
            }
            """);

    /** Writes down what the values of one name are, and how often each kind of operation runs. */
    private static final class Notes implements Observer {
        private final String name;
        private final List<Long> results = new ArrayList<>();
        private final List<Long> parameters = new ArrayList<>();
        private final List<Long> written = new ArrayList<>();
        private int stores;

        Notes(String name) {
            this.name = name;
        }

        @Override
        public Optional<Watch> result(Function function, Op op, Value result) {
            return name.equals(result.name()) ? Optional.of(results::add) : Optional.empty();
        }

        @Override
        public Optional<Watch> parameter(Function function, Value parameter) {
            return name.equals(parameter.name()) ? Optional.of(parameters::add) : Optional.empty();
        }

        @Override
        public Optional<Watch> written(Function function, Op write) {
            return Optional.of(written::add);
        }

        @Override
        public Optional<Runnable> executed(Function function, Op op) {
            return op instanceof Op.Store ? Optional.of(() -> stores++) : Optional.empty();
        }
    }

    private static Notes observe(String name) throws FaultException {
        Notes notes = new Notes(name);
        Interpreter.of(SUM, Settings.DEFAULT, notes)
                .run(Map.of(
                        "in", Argument.of(PortMemory.of(new byte[] {100, 50, -7})),
                        "out", Argument.of(PortMemory.of(new int[1])),
                        "n", Argument.of(3)));
        return notes;
    }

    @Test
    void everyResultIsSeenInOrder() throws FaultException {
        assertThat(observe("x").results).containsExactly(100L, 50L, -7L);
        // The sum of each iteration, and what the loop hands on.
        assertThat(observe("acc").results).containsExactly(100L, 150L, 143L, 143L);
    }

    @Test
    void countersAndCarriedValuesAreSeenInEveryIteration() throws FaultException {
        assertThat(observe("i").parameters).containsExactly(0L, 1L, 2L);
        assertThat(observe("acc").parameters).containsExactly(0L, 100L, 150L);
    }

    @Test
    void parametersOfFunctionsAreSeen() throws FaultException {
        assertThat(observe("n").parameters).containsExactly(3L);
    }

    /** 150 does not fit the elements of the array. */
    @Test
    void elementsAreSeenAsTheyAreStored() throws FaultException {
        assertThat(observe("").written).containsExactly(0L, 100L, -106L, 143L);
    }

    @Test
    void executionsAreCounted() throws FaultException {
        assertThat(observe("").stores).isEqualTo(4);
    }

    @Test
    void aBrokenContractNeedNotEndTheRun() throws FaultException {
        Program promise = IrText.parse("""
                function f(%out: port<i32>, %x: i32) {
                    %y: i32 = assume %x in 0..10 x
                    %0: i32 = const 0
                    store %out[%0] = %y
                }
                """);
        int[] out = new int[1];

        Interpreter.of(promise, Settings.DEFAULT.withoutContracts())
                .run(Map.of("out", Argument.of(PortMemory.of(out)), "x", Argument.of(11)));

        assertThat(out).containsExactly(11);
    }
}
