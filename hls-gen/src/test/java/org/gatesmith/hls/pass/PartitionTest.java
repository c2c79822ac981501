package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;

/** An array in banks, whatever their layout, holds what the array in one piece holds. */
class PartitionTest {

    private static final List<String> KINDS = List.of("complete", "cyclic 2", "cyclic 3", "block 2", "block 3");

    @Property(tries = 300, seed = "1")
    void banksHoldWhatTheArrayHolds(@ForAll long seed) throws DiagnosticException, FaultException {
        Random random = new Random(seed);
        String whole = text(random);
        String directives = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> (random.nextBoolean() ? "partition " : "reshape ") + random.nextInt(3) + " "
                        + KINDS.get(random.nextInt(KINDS.size())))
                .collect(Collectors.joining(", "));
        Program split = new Partition().run(IrText.parse(whole.replace("[zeroed]", "[zeroed, " + directives + "]")));
        assertThat(IrVerifier.verify(split)).isEmpty();
        assertThat(RtlForm.violations(split)).isEmpty();
        assertThat(run(split)).isEqualTo(run(IrText.parse(whole)));
    }

    /** Stores and loads at constant, counted and computed places; the last nest copies the whole array out. */
    private static String text(Random random) {
        int rows = 1 + random.nextInt(6);
        int columns = 1 + random.nextInt(6);
        StringBuilder text = new StringBuilder("function f(%memory: port<i32>, %limit: i32) {\n");
        for (int i = 0; i <= 36; i++) {
            text.append("%c" + i + ": i32 = const " + i + "\n");
        }
        text.append("%t: i32[" + rows + "][" + columns + "] = array [zeroed]\n");
        text.append("for f.i (%i: i32 = %c0; %i < %limit; %i += " + (1 + random.nextInt(8)) + ") {\n");
        for (int k = 0; k < 4; k++) {
            text.append("%a" + k + ": i32 = add %i, %c" + random.nextInt(7) + "\n");
            text.append("%r" + k + ": i32 = rem %a" + k + ", %c" + rows + "\n");
            text.append("%s" + k + ": i32 = mul %a" + k + ", %c" + (1 + random.nextInt(4)) + "\n");
            text.append("%d" + k + ": i32 = rem %s" + k + ", %c" + columns + "\n");
            String row = random.nextBoolean() ? "%r" + k : "%c" + random.nextInt(rows);
            String column = random.nextBoolean() ? "%d" + k : "%c" + random.nextInt(columns);
            text.append("%v" + k + ": i32 = load %t[" + column(random, rows, row) + "][" + column + "]\n");
            text.append("%w" + k + ": i32 = add %v" + k + ", %a" + k + "\n");
            text.append("store %t[" + row + "][" + column + "] = %w" + k + "\n");
        }
        text.append("}\nfor f.p (%p: i32 = %c0; %p < %c" + rows + "; %p += 1) {\n");
        text.append("for f.q (%q: i32 = %c0; %q < %c" + columns + "; %q += 1) {\n");
        text.append("%e: i32 = load %t[%p][%q]\n%g: i32 = mul %p, %c" + columns + "\n%h: i32 = add %g, %q\n");
        return text.append("store %memory[%h] = %e\n}\n}\n}\n").toString();
    }

    private static String column(Random random, int extent, String other) {
        return random.nextInt(3) == 0 ? "%c" + random.nextInt(extent) : other;
    }

    private static List<Integer> run(Program program) throws FaultException {
        int[] x = new int[36];
        Interpreter.of(program).run(java.util.Map.of("memory", Argument.of(PortMemory.of(x)), "limit", Argument.of(9)));
        return IntStream.of(x).boxed().toList();
    }
}
