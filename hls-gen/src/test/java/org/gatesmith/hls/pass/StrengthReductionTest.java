package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;

/** Products, quotients and remainders by every kind of constant, of dividends of every width. */
class StrengthReductionTest {

    @Property(tries = 1000, seed = "1")
    void theCheaperOperatorsGiveTheSame(
            @ForAll int x,
            @ForAll int constant,
            @ForAll @IntRange(min = 1, max = 32) int width,
            @ForAll boolean signed,
            @ForAll boolean small)
            throws FaultException {
        int divisor = small ? constant % 40 : constant;
        Program program = IrText.parse("""
                function f(%y: port<i64>, %x: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %2: i32 = const 2
                    %c: i32 = const DIVISOR
                    %v: TYPE = cast %x
                    %p: i64 = mul %v, %c
                    store %y[%0] = %p
                    %q: i64 = div %v, %c
                    store %y[%1] = %q
                    %r: i64 = rem %v, %c
                    store %y[%2] = %r
                }
                """.replace("DIVISOR", "" + (divisor == 0 ? 1 : divisor))
                .replace("TYPE", (signed ? "i" : "u") + width));
        Program reduced = new StrengthReduction().run(program);
        assertThat(run(reduced, x)).containsExactly(run(program, x));
        if (divisor > 1) {
            assertThat(IrPrinter.print(reduced)).doesNotContain(" div ", " rem ");
        }
    }

    private static long[] run(Program program, int x) throws FaultException {
        long[] y = new long[3];
        Interpreter.of(program).run(Map.of("y", Argument.of(PortMemory.of(y)), "x", Argument.of(x)));
        return y;
    }
}
