package org.gatesmith.hls.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrRoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"every_construct", "gemm_i8", "pipeline"})
    void printingAGoldenProgramGivesItsTextAgain(String name) {
        String text = IrText.resource(name);
        String withoutComment = text.substring(text.indexOf('\n') + 1);
        assertThat(IrPrinter.print(IrText.parse(text))).isEqualTo(withoutComment);
    }

    @Test
    void spacesLineEndsAndCommentsOnlySeparate() {
        Program spread = IrText.parse("""
                function // a comment
                f ( %x : i32 )
                { %y : i32
                  = add %x , %x return %y } // the end""");
        assertThat(IrPrinter.print(spread)).isEqualTo("""
                function f(%x: i32) {
                    %y: i32 = add %x, %x
                    return %y
                }
                """);
    }

    @Test
    void valuesAreNumberedInTheOrderOfTheirDefinitions() {
        Value first = Value.named(IntType.I32, "acc");
        Value second = Value.of(IntType.I32);
        Value third = Value.named(IntType.I32, "acc");
        Region body = new Region(
                List.of(), List.of(constant(first), constant(second), constant(third)), List.of(third, second, first));
        Function function = new Function("f", body, Function.Style.SEQUENTIAL, Function.Inlining.INLINE, Span.NONE);
        assertThat(IrPrinter.print(function)).isEqualTo("""
                function f() {
                    %acc: i32 = const 1
                    %0: i32 = const 1
                    %acc.1: i32 = const 1
                    return %acc.1, %0, %acc
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "a b", "acc.1", "a..b", "", ".", "naïve", "p.x"})
    void everyValueNameSurvivesASecondRoundTrip(String name) {
        Function function = new Function(
                "f",
                new Region(List.of(Value.named(IntType.I32, name)), List.of(), List.of()),
                Function.Style.SEQUENTIAL,
                Function.Inlining.INLINE,
                Span.NONE);
        String printed = IrPrinter.print(function);
        assertThat(IrPrinter.print(IrText.parse(printed))).isEqualTo(printed);
    }

    @Test
    void spansKeepTheirFile() {
        Span here = new Span("A.java", 1, 2, 3, 4);
        Span there = new Span("B \"quoted\".java", 5, 6, 5, 8);
        Value value = Value.of(IntType.I32);
        Value other = Value.of(IntType.I32);
        Region body = new Region(
                List.of(),
                List.of(
                        new Op.Constant(value, Literal.Int.of(1), here),
                        new Op.Constant(other, Literal.Int.of(2), there)),
                List.of());
        Function function = new Function("f", body, Function.Style.SEQUENTIAL, Function.Inlining.INLINE, here);
        Function read = IrText.parse(IrPrinter.print(function)).top();
        assertThat(read.span()).isEqualTo(here);
        assertThat(read.body().ops()).extracting(Op::span).containsExactly(here, there);
    }

    private static Op constant(Value value) {
        return new Op.Constant(value, Literal.Int.of(1), Span.NONE);
    }
}
