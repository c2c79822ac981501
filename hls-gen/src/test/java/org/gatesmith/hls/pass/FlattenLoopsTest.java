package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

/** A flattened nest computes what the nest computes, before and after its branches are converted. */
class FlattenLoopsTest {

    @Property(tries = 500, seed = "1")
    void oneLoopDoesWhatTheNestDoes(@ForAll long seed) throws FaultException {
        Program nest = IrText.parse(new Nest(new Random(seed)).text());
        Program flat = new FlattenLoops().run(nest);
        assertThat(IrVerifier.verify(flat)).isEmpty();
        Program straight = new IfConvert().run(flat);
        assertThat(IrVerifier.verify(straight)).isEmpty();
        for (int n = 0; n < 4; n++) {
            assertThat(run(flat, n)).isEqualTo(run(nest, n));
            assertThat(run(straight, n)).isEqualTo(run(nest, n));
        }
    }

    /** The property says something: most nests are flattened. */
    @Test
    void mostNestsBecomeOneLoop() {
        long flattened = LongStream.range(0, 200)
                .filter(seed -> {
                    String text =
                            IrPrinter.print(new FlattenLoops().run(IrText.parse(new Nest(new Random(seed)).text())));
                    return text.split("for f", -1).length == 2;
                })
                .count();
        assertThat(flattened).isGreaterThan(100);
    }

    private static List<Integer> run(Program program, int n) throws FaultException {
        int[] x = IntStream.range(0, 64).map(i -> i * 7 % 23).toArray();
        int[] y = new int[64];
        Interpreter.of(program)
                .run(Map.of(
                        "x", Argument.of(PortMemory.of(x)), "y", Argument.of(PortMemory.of(y)), "n", Argument.of(n)));
        return IntStream.of(y).boxed().toList();
    }

    /** Two or three loops, each with a carried sum and perhaps operations around the inner one. */
    private static final class Nest {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final List<String> counters = new ArrayList<>();
        private final int depth;
        private int names;

        Nest(Random random) {
            this.random = random;
            this.depth = 2 + random.nextInt(2);
        }

        String text() {
            text.append("function f(%x: port<i32>, %y: port<i32>, %n: i32) {\n");
            for (int i = 0; i <= 8; i++) {
                text.append("%c" + i + ": i32 = const " + i + "\n");
            }
            text.append("%m: i32 = assume %n in 0..3 n\n%p: i32 = add %m, %c1\n");
            String sum = loop(0, "%c0");
            return text.append("store %y[%c0] = " + sum + "\n}\n").toString();
        }

        /** Appends a loop that starts with a carried value; returns its result. */
        private String loop(int level, String initial) {
            int number = names++;
            boolean innermost = level == depth - 1;
            boolean perfect = !innermost && random.nextInt(3) == 0;
            String second = random.nextBoolean() ? "%c" + random.nextInt(4) : initial;
            boolean up = random.nextInt(3) > 0;
            String bound = level == 0
                    ? random.nextBoolean() ? "%m" : "%c3"
                    : random.nextBoolean() ? "%p" : "%c" + (1 + random.nextInt(3));
            int step = random.nextInt(4) == 0 ? 2 : 1;
            String header = up
                    ? "(%i" + number + ": i32 = %c0; %i" + number + " < " + bound + "; %i" + number + " += " + step
                            + ")"
                    : "(%i" + number + ": i32 = " + bound + "; %i" + number + " > %c0; %i" + number + " += -" + step
                            + ")";
            text.append("%r" + number + ": i32, %s" + number + ": i32 = for f" + number + ".i " + header
                    + " carry (%a" + number + ": i32 = " + initial + ", %b" + number + ": i32 = " + second + ")"
                    + (innermost ? " [pipeline 1]" : "") + " {\n");
            counters.add("%i" + number);
            String first = "%a" + number;
            String other = "%b" + number;
            if (innermost) {
                String index = index();
                text.append("%e: i32 = load %x[" + index + "]\n%g: i32 = add " + first + ", %e\n");
                text.append("%h: i32 = add " + other + ", %i" + number + "\n");
                text.append("%k: i32 = add %g, %h\n");
                if (random.nextBoolean()) {
                    text.append("store %y[" + index() + "] = %k\n");
                }
                text.append("yield " + (random.nextBoolean() ? "%g" : "%k") + ", %h\n}\n");
            } else {
                inner(level, perfect, number);
            }
            counters.removeLast();
            return "%r" + number;
        }

        private void inner(int level, boolean perfect, int number) {
            String initial = "%a" + number;
            if (!perfect && random.nextBoolean()) {
                String index = index();
                text.append("%q" + number + ": i32 = load %x[" + index + "]\n");
                text.append("%u" + number + ": i32 = add %q" + number + ", %b" + number + "\n");
                initial = random.nextBoolean() ? "%u" + number : initial;
            }
            String result = loop(level + 1, initial);
            String other = "%b" + number;
            if (!perfect && random.nextBoolean()) {
                text.append("%v" + number + ": i32 = div " + result + ", %p\n");
                text.append("%w" + number + ": i32 = add %v" + number + ", " + other + "\n");
                text.append("store %y[" + index() + "] = %w" + number + "\n");
                // A round that needs a quotient of the one before stays one.
                other = random.nextInt(4) == 0 ? "%w" + number : other;
            }
            text.append("yield " + result + ", " + other + "\n}\n");
        }

        private String index() {
            String sum = counters.getFirst();
            for (String counter : counters.subList(1, counters.size())) {
                String next = "%o" + names++;
                text.append(next + ": i32 = mul " + sum + ", %c3\n");
                sum = "%o" + names++;
                text.append(sum + ": i32 = add " + next + ", " + counter + "\n");
            }
            String safe = "%o" + names++;
            text.append("%z" + safe.substring(1) + ": u5 = cast " + sum + "\n" + safe + ": i32 = cast %z"
                    + safe.substring(1) + "\n");
            return safe;
        }
    }
}
