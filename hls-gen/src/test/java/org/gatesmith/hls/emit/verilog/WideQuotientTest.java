package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.scheduler.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotients are exact where the type of the result is wide enough, that of the least number by -1 too. */
class WideQuotientTest {

    @TempDir
    private Path folder;

    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }

    @Test
    void theLeastNumberByMinusOneIsPositive() throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");
        Program program = IrText.parse("""
                function quotients(%a: port<i8>, %b: port<i8>, %q: port<i16>) {
                    %0: i32 = const 0
                    %4: i32 = const 4
                    for quotients.i (%i: i32 = %0; %i < %4; %i += 1) [pipeline 1] {
                        %x: i8 = load %a[%i]
                        %y: i8 = load %b[%i]
                        %z: i16 = div %x, %y
                        store %q[%i] = %z
                    }
                }
                """);
        Design design = Scheduler.schedule(
                        program, RandomVerilog.signature(program.top()), LibraryVerilog.board("u280"), 300)
                .design();
        VerilogModules modules = new VerilogBackend().modules(design);
        Testbench bench = new Testbench(
                modules.top(),
                Map.of(
                        0, new Testbench.Contents("a", 8, List.of(number(-128), number(-128), number(-7), number(100))),
                        1, new Testbench.Contents("b", 8, List.of(number(-1), number(1), number(2), number(-9))),
                        2, new Testbench.Contents("q", 16, List.of(number(0), number(0), number(0), number(0)))),
                Map.of());

        Simulation simulation = Simulation.random(Simulation.compiled(folder, modules, bench), 1);

        assertThat(simulation.memories().get("q"))
                .containsExactly(number(128), number(0x10000 - 128), number(0x10000 - 3), number(0x10000 - 11));
    }
}
