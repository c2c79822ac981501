package org.gatesmith.hls.ir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "func f() {}                                       | 1:1: expected 'table' or 'function', found 'func'",
                "function f() { %x: i32 = add %y, %y }             | 1:30: %y is not defined above",
                "function f(%x: i32) { %x: i32 = const 1 }         | 1:23: %x is defined twice",
                "function f(%x: i0) {}                             | 1:16: integer width 0 is not in 1..1024",
                "function f(%x: i1025) {}                          | 1:16: integer width 1025 is not in 1..1024",
                "function f(%x: int) {}                            | 1:16: 'int' is not a type",
                "function f(%x: i8[0]) {}                          | 1:19: an extent must be positive",
                "function f() { %x: i32 = frobnicate }             | 1:26: unknown operation 'frobnicate'",
                "function f() { %x: i32 = const }                  | 1:32: expected a number, found '}'",
                "function f() { const 1 }                          | 1:16: this operation defines exactly one value",
                "function f(%q: fifo<i8>, %x: i8) { %y: i8 = write %q, %x } | 1:36: this operation defines no value",
                "function f() [fast] {}                            | 1:15: unknown attribute 'fast'",
                "function f() { %a: i8[2] = array [storage tape] } | 1:43: unknown attribute 'tape'",
                "function f() { %q: fifo<i8> = fifo 99999999999 }  | 1:36: 99999999999 is too large here",
                "function f() {                                    | 1:15: expected a name, found the end of the text",
                "function f() { # }                                | 1:16: unexpected character '#'",
                "table t: i8[2] = {1}                              | 1:7: table t has 1 elements, its type i8[2] needs 2",
                "table t: i8 = {1}                                 | 1:10: expected an array type",
                "function f(%n: i32) { for l (%i: i32 = %n; %n < %n; %i += 1) {} } "
                        + "| 1:44: expected the counter %i, found '%n'",
                "function f(%n: i32) { for l (%i: i32 = %n; %i ~ %n; %i += 1) {} } | 1:47: unexpected character '~'",
            })
    void mistakesAreReportedWhereTheyStand(String text, String message) {
        assertThatThrownBy(() -> IrParser.parse(text))
                .isInstanceOf(IrSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void linesAreCounted() {
        assertThatThrownBy(() -> IrParser.parse("// comment\n\nfunction f()\n  oops"))
                .hasMessage("4:3: expected '{', found 'oops'");
    }
}
