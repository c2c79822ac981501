package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IrText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private static final Span PLACE = new Span("K.java", 3, 5, 3, 9);

    /** Runs a kernel with this body; {@code @3:5-9} is {@link #PLACE}. */
    private static FaultException faultOf(Settings settings, long argument, String body) {
        String text =
                "table lut: i8[2] = {1, 2} function k(%n: i32, %p: port<i8 in -7..7>, %q: port<i32>) in \"K.java\""
                        + " @1:1-9:2 { " + body + " }";
        Map<String, Argument> arguments = Map.of(
                "n", Argument.of(argument),
                "p", Argument.of(PortMemory.of(new byte[] {1, 9})),
                "q", Argument.of(PortMemory.of(new int[4])));
        Interpreter interpreter = Interpreter.of(IrText.parse(text), settings);
        return catchThrowableOfType(FaultException.class, () -> interpreter.run(arguments));
    }

    private static FaultException faultOf(long argument, String body) {
        return faultOf(Settings.DEFAULT, argument, body);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, -1, Integer.MAX_VALUE})
    void anIndexOutsideAPortIsFound(long index) {
        FaultException fault = faultOf(index, "%x: i32 = load %q[%n] @3:5-9");
        assertThat(fault.fault()).isEqualTo(new Fault.IndexOutOfBounds("q", 1, BigInteger.valueOf(index), 4));
        assertThat(fault.span()).isEqualTo(PLACE);
        assertThat(fault)
                .hasMessage("K.java:3:5: index " + index
                        + " is out of bounds for dimension 1 of 'q', which has 4 elements");
    }

    @Test
    void aStoreOutsideAPortIsFound() {
        assertThat(faultOf(4, "store %q[%n] = %n @3:5-9").fault())
                .isEqualTo(new Fault.IndexOutOfBounds("q", 1, BigInteger.valueOf(4), 4));
    }

    @Test
    void anIndexOutsideOneDimensionOfAnArrayIsFound() {
        String body = "%t: i8[2][3] = array [zeroed] %0: i32 = const 0 %x: i8 = load %t[%0][%n] @3:5-9";
        assertThat(faultOf(3, body).fault()).isEqualTo(new Fault.IndexOutOfBounds("t", 2, BigInteger.valueOf(3), 3));
    }

    @Test
    void anIndexOutsideATableIsFound() {
        String body = "%t: i8[2] = table lut %x: i8 = load %t[%n] @3:5-9";
        assertThat(faultOf(2, body).fault()).isEqualTo(new Fault.IndexOutOfBounds("lut", 1, BigInteger.TWO, 2));
    }

    @Test
    void aWideIndexIsReportedExactly() {
        String body = "%w: u100 = const 1267650600228229401496703205375 %t: i8[2] = table lut %x: i8 = load %t[%w]";
        assertThat(faultOf(0, body).fault())
                .isEqualTo(new Fault.IndexOutOfBounds("lut", 1, new BigInteger("1267650600228229401496703205375"), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"div", "rem"})
    void divisionByZeroIsFound(String operator) {
        FaultException fault = faultOf(0, "%x: i32 = " + operator + " %n, %n @3:5-9");
        assertThat(fault.fault()).isEqualTo(new Fault.DivisionByZero());
        assertThat(fault.span()).isEqualTo(PLACE);
    }

    @Test
    void wideDivisionByZeroIsFound() {
        assertThat(faultOf(0, "%w: i100 = cast %n %x: i100 = div %w, %w").fault())
                .isEqualTo(new Fault.DivisionByZero());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 65536, Integer.MIN_VALUE})
    void aShiftCountOutOfRangeIsFound(long count) {
        assertThat(faultOf(count, "%x: i32 = shl %n, %n @3:5-9").fault())
                .isEqualTo(new Fault.ShiftCount(BigInteger.valueOf(count)));
        assertThat(faultOf(count, "%w: i100 = cast %n %x: i32 = shr %n, %w").fault())
                .isEqualTo(new Fault.ShiftCount(BigInteger.valueOf(count)));
    }

    @Test
    void aBrokenPromiseIsFound() {
        FaultException fault = faultOf(8, "%x: i32 = assume %n in -7..7 gain @3:5-9");
        assertThat(fault.fault())
                .isEqualTo(new Fault.ContractViolation(
                        "gain", BigInteger.valueOf(8), BigInteger.valueOf(-7), BigInteger.valueOf(7)));
        assertThat(fault).hasMessage("K.java:3:5: 'gain' is 8, its contract permits -7 to 7");
    }

    @Test
    void anElementBeyondThePortsContractIsFound() {
        assertThat(faultOf(1, "%x: i8 = load %p[%n]").fault())
                .isEqualTo(new Fault.ContractViolation(
                        "p[1]", BigInteger.valueOf(9), BigInteger.valueOf(-7), BigInteger.valueOf(7)));
        assertThat(faultOf(0, "%x: i8 = load %p[%n]")).isNull();
    }

    @Test
    void anArgumentThatItsNarrowedTypeCannotHoldIsFound() {
        Interpreter interpreter = Interpreter.of(IrText.parse("function k(%n: u4) {}"));
        assertThatThrownBy(() -> interpreter.run(Map.of("n", Argument.of(16))))
                .isInstanceOf(FaultException.class)
                .hasMessage("<generated>: 'n' is 16, its contract permits 0 to 15");
    }

    @Test
    void anElementReadBeforeItIsWrittenIsFound() {
        String body = "%t: i8[2][3] = array %0: i32 = const 1 store %t[%0][%0] = %n %x: i8 = load %t[%0][%n] @3:5-9";
        FaultException fault = faultOf(2, body);
        assertThat(fault.fault()).isEqualTo(new Fault.UninitialisedRead("t", List.of(1L, 2L)));
        assertThat(fault).hasMessage("K.java:3:5: 't[1][2]' is read before it is written");
        assertThat(faultOf(1, body)).isNull();
        assertThat(faultOf(Settings.DEFAULT.withoutWriteTracking(), 2, body)).isNull();
    }

    @Test
    void anArrayIsNewInEveryIteration() {
        String body = """
                %0: i32 = const 0 %2: i32 = const 2
                for l (%i: i32 = %0; %i < %2; %i += 1) {
                    %t: i8[1] = array
                    %first: u1 = eq %i, %0
                    if %first { store %t[%0] = %i }
                    %x: i8 = load %t[%0]
                }""";
        assertThat(faultOf(0, body).fault()).isEqualTo(new Fault.UninitialisedRead("t", List.of(0L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for k.l (%i: i32 = %n; %i <= %n; %i += 1) { %x: u1 = const 0 }",
                "for k.l (%i: i8 = %b; %i <= %m; %i += 1) { }",
                "while k.l { %c: u1 = const 1 yield %c } do { }"
            })
    void anEndlessLoopReachesTheStepLimit(String loop) {
        FaultException fault = faultOf(
                Settings.DEFAULT.withStepLimit(1000), Integer.MAX_VALUE, "%b: i8 = const 0 %m: i8 = const 127 " + loop);
        assertThat(fault.fault()).isEqualTo(new Fault.StepLimit(1000, "k.l"));
    }

    @Test
    void anEmptyFifoOutsideADataflowFunctionIsFound() {
        assertThat(faultOf(0, "%f: fifo<i8> = fifo 2 %x: i8 = read %f @3:5-9").fault())
                .isEqualTo(new Fault.EmptyFifo("f"));
    }

    @Test
    void anInvalidProgramIsRejectedBeforeItRuns() {
        assertThatThrownBy(() -> Interpreter.of(IrText.parse("function f(%x: i8) { %y: f32 = fneg %x }")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("in f: fneg takes floating-point numbers of the result's type: %y: f32 = fneg %x");
    }

    @Test
    void argumentsMustSuitTheParameters() {
        Interpreter interpreter = Interpreter.of(IrText.parse("function k(%n: i32, %p: port<i8>) {}"));
        Argument port = Argument.of(PortMemory.of(new byte[1]));
        assertThatThrownBy(() -> interpreter.run(Map.of("p", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no argument for parameter n");
        assertThatThrownBy(() -> interpreter.run(Map.of("n", port, "p", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the argument for parameter n does not suit its type i32");
    }
}
