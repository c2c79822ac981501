package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Literal;
import org.junit.jupiter.api.Test;

class InterpreterTest {

    /** What the first function of {@code text} returns for its parameter {@code n}. */
    private static List<Literal> run(String text, long n) throws FaultException {
        return Interpreter.of(IrText.parse(text)).run(Map.of("n", Argument.of(n)));
    }

    private static List<Literal> integers(long... values) {
        return LongStream.of(values)
                .mapToObj(value -> (Literal) Literal.Int.of(value))
                .toList();
    }

    @Test
    void aTiledMatrixProductIsThatOfThePlainLoops() throws FaultException {
        int m = 32;
        int n = 48;
        int k = 64;
        Random random = new Random(1);
        byte[] a = new byte[m * k];
        byte[] b = new byte[k * n];
        int[] c = random.ints((long) m * n).toArray();
        random.nextBytes(a);
        random.nextBytes(b);
        int[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    expected[i * n + j] += a[i * k + l] * b[l * n + j];
                }
            }
        }
        Interpreter.of(IrText.program("gemm_i8"))
                .run(Map.of(
                        "a", Argument.of(PortMemory.of(a)),
                        "b", Argument.of(PortMemory.of(b)),
                        "c", Argument.of(PortMemory.of(c)),
                        "m", Argument.of(m),
                        "n", Argument.of(n),
                        "k", Argument.of(k)));
        assertThat(c).isEqualTo(expected);
    }

    @Test
    void aLoopMaySwapWhatItCarries() throws FaultException {
        String swaps = """
                function swaps(%n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %a: i32, %b: i32 = for l (%i: i32 = %0; %i < %n; %i += 1) carry (%a.1: i32 = %0, %b.1: i32 = %1) {
                        yield %b.1, %a.1
                    }
                    return %a, %b
                }
                """;
        assertThat(run(swaps, 3)).isEqualTo(integers(1, 0));
        assertThat(run(swaps, 4)).isEqualTo(integers(0, 1));
    }

    @Test
    void aLoopCarriesValuesFromOneIterationToTheNext() throws FaultException {
        String fibonacci = """
                function fibonacci(%n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %a: i32, %b: i32 = for l (%i: i32 = %0; %i < %n; %i += 1) carry (%a.1: i32 = %0, %b.1: i32 = %1) {
                        %next: i32 = add %a.1, %b.1
                        yield %b.1, %next
                    }
                    return %a, %b
                }
                """;
        assertThat(run(fibonacci, 10)).isEqualTo(integers(55, 89));
        assertThat(run(fibonacci, 0)).isEqualTo(integers(0, 1));
    }

    @Test
    void aLoopMayCountDown() throws FaultException {
        String text = """
                function f(%n: i32) {
                    %0: i64 = const 0
                    %3: i32 = const 3
                    %digits: i64 = for l (%i: i32 = %n; %i >= %3; %i += -2) carry (%d: i64 = %0) {
                        %ten: i64 = const 10
                        %shifted: i64 = mul %d, %ten
                        %next: i64 = add %shifted, %i
                        yield %next
                    }
                    return %digits
                }
                """;
        assertThat(run(text, 8)).isEqualTo(integers(864));
    }

    @Test
    void aCounterWrapsAtItsType() throws FaultException {
        String text = """
                function f(%n: i32) {
                    %low: i8 = const 100
                    %high: i32 = const 120
                    %zero: i32 = const 0
                    %trips: i32 = for l (%i: i8 = %low; %i < %high; %i += 50) carry (%t: i32 = %zero) {
                        %next: i32 = add %t, %n
                        yield %next
                    }
                    return %trips
                }
                """;
        int trips = 0;
        for (byte i = 100; i < 120; i = (byte) (i + 50)) {
            trips++;
        }
        assertThat(run(text, 1)).isEqualTo(integers(trips));
        assertThat(trips).isGreaterThan(1);
    }

    @Test
    void aWhileForwardsWhatItsFirstRegionYields() throws FaultException {
        String collatz = """
                function collatz(%n: i64) {
                    %0: i32 = const 0
                    %1: i64 = const 1
                    %end: i64, %steps: i32 = while l carry (%x: i64 = %n, %s: i32 = %0) {
                        %more: u1 = gt %x, %1
                        yield %more, %x, %s
                    } do (%x.1: i64, %s.1: i32) {
                        %odd: u1 = cast %x.1
                        %next: i64 = if %odd {
                            %3: i64 = const 3
                            %triple: i64 = mul %x.1, %3
                            %up: i64 = add %triple, %1
                            yield %up
                        } else {
                            %down: i64 = shr %x.1, %1
                            yield %down
                        }
                        %more.1: i32 = add %s.1, %1
                        yield %next, %more.1
                    }
                    return %steps, %end
                }
                """;
        assertThat(run(collatz, 27)).isEqualTo(integers(111, 1));
    }

    @Test
    void aWhileMayTestItsConditionLast() throws FaultException {
        String text = """
                function f(%n: i32) {
                    %1: i32 = const 1
                    %r: i32 = while l carry (%x: i32 = %n) {
                        %y: i32 = sub %x, %1
                        %more: u1 = gt %y, %1
                        yield %more, %y
                    } do (%z: i32) {
                        yield %z
                    }
                    return %r
                }
                """;
        assertThat(run(text, 9)).isEqualTo(integers(1));
        assertThat(run(text, 0)).isEqualTo(integers(-1));
    }

    @Test
    void callsPassNumbersArraysAndTables() throws FaultException {
        String text = """
                table primes: u8[4] = {2, 3, 5, 251}
                function f(%n: i32) {
                    %t: u8[4] = table primes
                    %a: u8[4] = array
                    %one: u8, %two: u8 = call copy(%t, %a, %n)
                    %last: u8 = load %a[%n]
                    return %one, %two, %last
                }
                function copy(%from: u8[4], %to: u8[4], %i: i32) {
                    %x: u8 = load %from[%i]
                    store %to[%i] = %x
                    %y: u8 = add %x, %x
                    return %x, %y
                }
                """;
        assertThat(run(text, 3)).isEqualTo(integers(251, 502 - 256, 251));
    }

    @Test
    void everyActivationHasItsOwnArrays() throws FaultException {
        String text = """
                function f(%n: i32) {
                    %x: i32 = call count(%n)
                    %y: i32 = call count(%n)
                    return %x, %y
                }
                function count(%n: i32) {
                    %t: i32[1] = array [zeroed]
                    %0: i32 = const 0
                    %old: i32 = load %t[%0]
                    %new: i32 = add %old, %n
                    store %t[%0] = %new
                    return %new
                }
                """;
        assertThat(run(text, 5)).isEqualTo(integers(5, 5));
    }

    @Test
    void storesWrapToTheElement() throws FaultException {
        String text = """
                function f(%n: i32) {
                    %t: u4[1] = array
                    %0: i32 = const 0
                    store %t[%0] = %n
                    %x: u4 = load %t[%0]
                    return %x
                }
                """;
        assertThat(run(text, -3)).isEqualTo(integers(13));
    }

    @Test
    void wideIntegersLiveInRegistersArraysAndLoops() throws FaultException {
        String factorial = """
                function factorial(%n: i32) {
                    %0: i32 = const 0
                    %1: u300 = const 1
                    %t: u300[1] = array
                    store %t[%0] = %1
                    %f: u300 = for l (%i: i32 = %n; %i > %0; %i += -1) carry (%f.1: u300 = %1) {
                        %old: u300 = load %t[%0]
                        %new: u300 = mul %old, %i
                        store %t[%0] = %new
                        yield %new
                    }
                    return %f
                }
                """;
        BigInteger expected = BigInteger.ONE;
        for (int i = 2; i <= 50; i++) {
            expected = expected.multiply(BigInteger.valueOf(i));
        }
        assertThat(run(factorial, 50)).containsExactly(new Literal.Int(expected));
    }

    @Test
    void aPortReadsMemoryInItsOwnSignedness() throws FaultException {
        byte[] bytes = {-1};
        Interpreter interpreter = Interpreter.of(IrText.parse("""
                function f(%p: port<u8>, %n: i32) {
                    %x: u8 = load %p[%n]
                    return %x
                }
                """));
        Map<String, Argument> arguments = Map.of("p", Argument.of(PortMemory.of(bytes)), "n", Argument.of(0));
        assertThat(interpreter.run(arguments)).isEqualTo(integers(255));
    }

    @Test
    void floatingPointArgumentsAreTheirValues() throws FaultException {
        Interpreter interpreter = Interpreter.of(IrText.parse("""
                function f(%x: f32, %y: f64) {
                    %z: f64 = float_convert %x
                    %w: f64 = fsub %y, %z
                    return %w
                }
                """));
        assertThat(interpreter.run(Map.of("x", Argument.of(-1.5f), "y", Argument.of(0.25))))
                .containsExactly(Literal.F64.of(1.75));
    }
}
