package org.gatesmith.hls.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrVerifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"every_construct", "gemm_i8", "pipeline"})
    void goldenProgramsKeepAllRules(String name) {
        assertThat(IrVerifier.verify(IrText.program(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%x: i8 = const 128                            | 128 is not a value of type i8",
                "%x: u8 = const -1                             | -1 is not a value of type u8",
                "%x: f64 = const 1.5f                          | 1.5f is not a value of type f64",
                "%x: i32 = const 1.5d                          | 1.5d is not a value of type i32",
                "%x: i8[2] = const 0                           | 0 is not a value of type i8[2]",
                "%x: i32 = add %i                              | add takes 2 operands, not 1",
                "%x: i32 = add %i, %f                          | add takes integers and returns an integer",
                "%x: f32 = add %i, %i                          | add takes integers and returns an integer",
                "%x: i32 = lt %i, %i                           | lt takes integers and returns a u1",
                "%x: i32 = select %i, %i, %i"
                        + " | select takes a u1 and two integers for an integer, or a u1 and two numbers of the result's type",
                "%x: f32 = select %b, %f, %d"
                        + " | select takes a u1 and two integers for an integer, or a u1 and two numbers of the result's type",
                "%x: port<i8> = select %b, %p, %p"
                        + " | select takes a u1 and two integers for an integer, or a u1 and two numbers of the result's type",
                "%x: f32 = fadd %f, %d                         | fadd takes floating-point numbers of the result's type",
                "%x: f64 = fsin %f                             | fsin takes floating-point numbers of the result's type",
                "%x: u1 = flt %f, %d           | flt takes floating-point numbers of one type and returns a u1",
                "%x: u1 = flt %i, %i           | flt takes floating-point numbers of one type and returns a u1",
                "%x: f32 = int_to_float %d     | int_to_float takes an integer and returns a floating-point number",
                "%x: f32 = float_to_int32 %f   | float_to_int32 takes a floating-point number and returns an integer",
                "%x: i32 = float_convert %f    | float_convert takes a floating-point number and returns one",
                "%x: i32 = assume %f in 0..1 f                 | a contract stands on integers",
                "%x: i32 = assume %i in 1..0 i    | a contract must leave a value: its limits are in the wrong order",
                "%x: i32 = array                               | array creates an array, not a i32",
                "%x: i8[2] = array [partition 2 complete]      | dimension 2 is not one of i8[2], nor 0 for all",
                "%x: i8[2] = array [partition 1 cyclic]        | a split over banks needs a positive factor",
                "%x: i8[2] = array [reshape 1 complete 2]      | a complete split has no factor",
                "%x: i8[2] = table missing                     | there is no table missing",
                "%x: i8[3] = table known                       | table known has type i8[2]",
                "%x: i32 = fifo 2                              | fifo creates a FIFO, not a i32",
                "%x: fifo<i8> = fifo 0                         | a FIFO holds at least one element",
                "%x: i8 = load %a[%i]                          | this memory takes 2 indices, not 1",
                "%x: i8 = load %p[%i][%i]                      | this memory takes 1 indices, not 2",
                "%x: i8 = load %a[%i][%f]                      | an index is an integer",
                "%x: i32 = load %p[%i]                         | load returns the element type i8",
                "%x: i32 = load %i[%i]                         | only arrays and ports have elements, not a i32",
                "%x: i32 = load %q[%i]                         | only arrays and ports have elements, not a fifo<i8>",
                "store %p[%i] = %f                             | a f32 cannot be stored as a i8",
                "store %g[%i] = %d                             | a f64 cannot be stored as a f32",
                "%t: i8[2] = table known store %t[%i] = %i     | a table is constant",
                "%x: i32 = read %q                             | read returns the element type i8",
                "%x: i32 = read %i                             | only FIFOs are read, written and tested, not a i32",
                "write %q, %f                                  | a f32 cannot be stored as a i8",
                "%x: i32 = empty %q                            | empty returns a u1",
                "call missing(%i)                              | there is no function missing",
                "%x: i32 = call twice(%f)                      | twice takes [i32], not [f32]",
                "%x: i32 = call twice(%i, %i)                  | twice takes [i32], not [i32, i32]",
                "%x: f32 = call twice(%i)                      | twice returns [i32], not [f32]",
                "call twice(%i)                                | twice returns [i32], not []",
                "if %i { }                                     | the condition of an if is a u1",
                "%x: i32 = if %b { yield %i } else { }" + " | the second region yields [], the results are [i32]",
                "%x: i32 = if %b { yield %f } else { yield %i }"
                        + " | the first region yields [f32], the results are [i32]",
                "%x: i8[2][2] = if %b { yield %a } else { yield %a } | regions hand on numbers only",
                "for \"\" (%k: i32 = %i; %k < %i; %k += 1) { } | a loop needs a label",
                "for l (%k: i32 = %i; %k < %i; %k += -1) { }"
                        + " | a loop that runs while its counter is below a bound steps up",
                "for l (%k: i32 = %i; %k >= %i; %k += 1) { }"
                        + " | a loop that runs while its counter is above a bound steps down",
                "for l (%k: i32 = %i; %k != %i; %k += 1) { }   | a for compares its counter with <, <=, > or >=",
                "for l (%k: f32 = %f; %k < %i; %k += 1) { }    | the counter is an integer",
                "for l (%k: i8 = %i; %k < %i; %k += 1) { }     | the counter starts with a value of its type",
                "for l (%k: i32 = %i; %k < %f; %k += 1) { }    | the bound is an integer",
                "%x: i32 = for l (%k: i32 = %i; %k < %i; %k += 1) carry (%c: i32 = %f) { yield %c }"
                        + " | the initial values are [f32], the carried values [i32]",
                "%x: i32 = for l (%k: i32 = %i; %k < %i; %k += 1) carry (%c: i32 = %i) { yield %f }"
                        + " | the region yields [f32], the carried values are [i32]",
                "%x: f32 = for l (%k: i32 = %i; %k < %i; %k += 1) carry (%c: i32 = %i) { yield %c }"
                        + " | the results are [f32], the carried values [i32]",
                "while \"\" { yield %b } do { }                | a loop needs a label",
                "while l { yield %i } do { }        | the first region of a while yields its condition, a u1",
                "while l { } do { }                 | the first region of a while yields its condition, a u1",
                "while l carry (%c: i32 = %f) { yield %b } do { yield %i }"
                        + " | the initial values are [f32], the first region takes [i32]",
                "while l carry (%c: i32 = %i) { yield %b } do { yield %f }"
                        + " | the second region yields [f32], the first region takes [i32]",
                "%x: i32 = while l { yield %b, %i } do (%k: f32) { }"
                        + " | the first region forwards [i32], the second takes [f32]",
                "%x: f32 = while l { yield %b, %i } do (%k: i32) { }"
                        + " | the first region forwards [i32], the results are [f32]",
                "if %b { %x: i32 = const 1 } %y: i32 = add %x, %i | %x is not visible here",
                "%x: i32 = add %x, %i                          | %x is not visible here",
                "%x: i32 = for l (%k: i32 = %i; %k < %i; %k += 1) carry (%c: i32 = %i) { yield %x }"
                        + " | %x is not visible here",
                "while l { %x: i32 = const 1 yield %b } do { %y: i32 = neg %x } | %x is not visible here",
            })
    void everyRuleIsCheckedInABody(String body, String reason) {
        Program program = IrText.parse("""
                table known: i8[2] = {1, 2}
                function f(%%i: i32, %%b: u1, %%f: f32, %%d: f64, %%p: port<i8>, %%g: port<f32>,
                           %%a: i8[2][2], %%q: fifo<i8>) {
                    %s
                }
                function twice(%%x: i32) {
                    %%y: i32 = add %%x, %%x
                    return %%y
                }""".formatted(body));
        assertThat(IrVerifier.verify(program))
                .as(body)
                .extracting(Violation::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table t: i8[1] = {200} function f() {}"
                        + " | element 0 of table t, 200, is not a value of its type i8",
                "table t: i8[1] [partition 3 complete] = {1} function f() {}"
                        + " | table t: dimension 3 is not one of i8[1], nor 0 for all",
                "table t: i8[1] = {1} table t: i8[1] = {1} function f() {}     | two tables are named t",
                "function f() {} function f() {}                               | two functions are named f",
                "''                                                            | a program needs a function",
                "function f(%a: i8[2]) { return %a }                           | in f: a function returns numbers only",
                "function f(%a: i8) [dataflow] { return %a }                   | in f: a dataflow function returns nothing",
                "function f(%p: port<i8>, %i: i32) [dataflow] { %x: i8 = load %p[%i] }"
                        + " | in f: a dataflow function only creates values and calls functions without results:"
                        + " %x: i8 = load %p[%i]",
                "function f(%c: u1) [dataflow] { if %c { } }"
                        + " | in f: a dataflow function only creates values and calls functions without results: if %c",
                "function f(%x: i8) [dataflow] { %y: i8 = call g(%x) } function g(%x: i8) { return %x }"
                        + " | in f: a dataflow function only creates values and calls functions without results:"
                        + " %y: i8 = call g(%x)",
            })
    void rulesOfProgramsAndFunctionsAreChecked(String text, String violation) {
        assertThat(IrVerifier.verify(IrText.parse(text)))
                .extracting(Violation::toString)
                .containsExactly(violation);
    }

    @Test
    void aTableIsConstantInCalleesToo() {
        Program program = IrText.parse("""
                table t: i8[2] = {1, 2}
                function f(%i: i8) { %t: i8[2] = table t call g(%t, %i) }
                function g(%a: i8[2], %i: i8) { call h(%a, %i) }
                function h(%a: i8[2], %i: i8) { store %a[%i] = %i }""");
        assertThat(IrVerifier.verify(program))
                .containsExactly(new Violation("f", "call g(%t, %i)", "a table is constant"));
    }

    @ParameterizedTest
    @CsvSource({"take, put, put", "put, take, take", "take, put, look"})
    void aFifoHasTwoEnds(String first, String second, String third) {
        Program program = IrText.parse("""
                function f() [dataflow] { %%q: fifo<i8> = fifo 2 call %s(%%q) call %s(%%q) call %s(%%q) }
                function put(%%q: fifo<i8>) { %%x: i8 = const 1 write %%q, %%x }
                function take(%%q: fifo<i8>) { %%x: i8 = read %%q }
                function look(%%q: fifo<i8>) { %%x: u1 = empty %%q }""".formatted(first, second, third));
        assertThat(IrVerifier.verify(program))
                .containsExactly(new Violation(
                        "f", "call " + third + "(%q)", "a FIFO joins one process that writes to one that reads"));
    }

    @Test
    void recursionIsFoundWithItsCircle() {
        Program program = IrText.parse("""
                function f() { call g() }
                function g() { call h() }
                function h() { call g() }""");
        assertThat(IrVerifier.verify(program))
                .extracting(Violation::reason)
                .containsExactly("a function must come after its callers", "recursion: g calls h calls g");
    }

    @Test
    void aPortMayBePassedWithOtherLimits() {
        Program program = IrText.parse("""
                function f(%p: port<i8 in 0..7>) { call g(%p) }
                function g(%p: port<i8>) {}""");
        assertThat(IrVerifier.verify(program)).isEmpty();
    }

    @Test
    void aUseBeforeTheDefinitionIsFound() {
        Value late = Value.named(IntType.I32, "late");
        Value early = Value.named(IntType.I32, "early");
        Op use = new Op.Compute(early, Operator.NEG, List.of(late), Span.NONE);
        assertThat(verify(use, new Op.Constant(late, Literal.Int.of(1), Span.NONE)))
                .containsExactly(new Violation("f", "%early: i32 = neg %late", "%late is not visible here"));
    }

    @Test
    void aSecondDefinitionIsFound() {
        Value twice = Value.named(IntType.I32, "twice");
        Op definition = new Op.Constant(twice, Literal.Int.of(1), Span.NONE);
        assertThat(verify(definition, definition))
                .containsExactly(new Violation("f", "%twice: i32 = const 1", "%twice is defined twice"));
    }

    @Test
    void aValueOfTwoFunctionsIsFound() {
        Value shared = Value.named(IntType.I32, "shared");
        Region body = new Region(List.of(shared), List.of(), List.of());
        Function first = new Function("f", body, Function.Style.SEQUENTIAL, Function.Inlining.KEEP, Span.NONE);
        Function second = new Function("g", body, Function.Style.SEQUENTIAL, Function.Inlining.KEEP, Span.NONE);
        assertThat(IrVerifier.verify(new Program(List.of(), List.of(first, second))))
                .extracting(Violation::reason)
                .containsExactly("%shared is defined twice");
    }

    @Test
    void aForWithoutACounterIsFound() {
        Value zero = Value.named(IntType.I32, "zero");
        Op loop = new Op.For(
                List.of(),
                "l",
                zero,
                Operator.LT,
                zero,
                1,
                List.of(zero),
                Region.EMPTY,
                LoopDirectives.NONE,
                Span.NONE);
        assertThat(verify(new Op.Constant(zero, Literal.Int.of(0), Span.NONE), loop))
                .containsExactly(new Violation(
                        "f",
                        "for l (? = %zero; ? < %zero; ? += 1) carry (? = %zero)",
                        "the region of a for takes the counter"));
    }

    @Test
    void parametersOfAnIfRegionAreFound() {
        Value condition = Value.named(IntType.BOOL, "c");
        Region withParameter = new Region(List.of(Value.of(IntType.I32)), List.of(), List.of());
        Op branch = new Op.If(List.of(), condition, withParameter, Region.EMPTY, Span.NONE);
        assertThat(verify(new Op.Constant(condition, Literal.Int.of(0), Span.NONE), branch))
                .containsExactly(new Violation("f", "if %c", "the regions of an if have no parameters"));
    }

    private static List<Violation> verify(Op... ops) {
        Region body = new Region(List.of(), List.of(ops), List.of());
        Function function = new Function("f", body, Function.Style.SEQUENTIAL, Function.Inlining.INLINE, Span.NONE);
        return IrVerifier.verify(new Program(List.of(), List.of(function)));
    }
}
