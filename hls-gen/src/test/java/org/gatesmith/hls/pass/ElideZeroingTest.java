package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

/**
 * Arrays lose their zeros only if these are never read: the interpreter ends a run that reads an element which was not written.
 */
class ElideZeroingTest {

    private static final ElideZeroing PASS = new ElideZeroing();

    @Property(tries = 2000, seed = "1")
    void noElementIsReadBeforeItIsWritten(@ForAll long seed) throws FaultException {
        Program program = Fills.program(seed);
        Program elided = PASS.run(program);
        for (int n = 0; n < 4; n++) {
            assertThat(run(elided, n)).isEqualTo(run(program, n));
        }
    }

    /** The property says something: programs of both kinds are common. */
    @Test
    void someArraysLoseTheirZerosAndSomeKeepThem() {
        long kept = LongStream.range(0, 500)
                .filter(seed -> zeroed(PASS.run(Fills.program(seed))))
                .count();
        assertThat(kept).isBetween(100L, 400L);
    }

    private static boolean zeroed(Program program) {
        return IrPrinter.print(program).contains("zeroed");
    }

    private static List<Integer> run(Program program, int n) throws FaultException {
        int[] out = new int[16];
        Interpreter.of(program).run(Map.of("out", Argument.of(PortMemory.of(out)), "n", Argument.of(n)));
        List<Integer> contents = new ArrayList<>();
        for (int element : out) {
            contents.add(element);
        }
        return contents;
    }

    /** Programs that fill and read an array in nests of loops and branches, most of them almost right. */
    private static final class Fills {
        private static final int EXTENT = 3;

        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final List<String> counters = new ArrayList<>();
        private int names;

        private Fills(Random random) {
            this.random = random;
        }

        static Program program(long seed) {
            Fills fills = new Fills(new Random(seed));
            fills.text.append("function f(%out: port<i32>, %n: i32) {\n");
            for (int i = 0; i <= EXTENT; i++) {
                fills.text
                        .append("%")
                        .append(i)
                        .append(": i32 = const ")
                        .append(i)
                        .append('\n');
            }
            fills.text.append("%t: i32[3][3] = array [zeroed]\n");
            for (int i = 0; i < 3; i++) {
                fills.statement(0);
            }
            fills.text.append("%last: i32 = load %t[%1][%2]\nstore %out[%0] = %last\n}\n");
            return IrText.parse(fills.text.toString());
        }

        private void statement(int depth) {
            int choice = random.nextInt(depth < 3 ? 8 : 3);
            if (choice == 0) {
                read("%t[" + index() + "][" + index() + "]");
            } else if (choice < 3) {
                text.append("store %t[" + index() + "][" + index() + "] = " + value() + "\n");
            } else if (choice == 3) {
                branch(depth);
            } else if (choice == 4) {
                loop(depth, random.nextInt(4) == 0 ? "%n" : "%" + (2 + random.nextInt(2)));
            } else {
                fill(depth);
            }
        }

        private void read(String element) {
            String name = "%x" + names++;
            text.append(name + ": i32 = load " + element + "\n");
            text.append("store %out[" + index() + "] = " + name + "\n");
        }

        private void branch(int depth) {
            String name = "%c" + names++;
            text.append(name + ": u1 = lt %n, %2\nif " + name + " {\n");
            statement(depth + 1);
            text.append("} else {\n");
            statement(depth + 1);
            text.append("}\n");
        }

        private void loop(int depth, String bound) {
            enter(random.nextInt(6) == 0 ? "%1" : "%0", bound);
            for (int i = random.nextInt(2); i >= 0; i--) {
                statement(depth + 1);
            }
            leave();
        }

        private void enter(String lower, String bound) {
            String counter = "%i" + names++;
            text.append("for f." + counter.substring(1) + " (" + counter + ": i32 = " + lower + "; " + counter + " < "
                    + bound + "; " + counter + " += 1) {\n");
            counters.add(counter);
        }

        private void leave() {
            text.append("}\n");
            counters.removeLast();
        }

        /** A nest over both dimensions, or nearly so. */
        private void fill(int depth) {
            enter("%0", random.nextInt(8) == 0 ? "%2" : "%3");
            enter(random.nextInt(8) == 0 ? "%1" : "%0", random.nextInt(8) == 0 ? "%n" : "%3");
            if (random.nextInt(8) == 0 && depth < 3) {
                statement(depth + 1);
            }
            String first = random.nextInt(8) == 0 ? index() : counters.get(counters.size() - 2);
            String element = "%t[" + first + "][" + counters.getLast() + "]";
            text.append("store " + element + " = " + value() + "\n");
            if (random.nextInt(3) == 0) {
                read(random.nextInt(4) == 0 ? "%t[" + index() + "][" + index() + "]" : element);
            }
            leave();
            leave();
        }

        private String index() {
            return counters.isEmpty() || random.nextInt(3) == 0
                    ? "%" + random.nextInt(EXTENT)
                    : counters.get(random.nextInt(counters.size()));
        }

        private String value() {
            return random.nextBoolean() ? "%n" : index();
        }
    }
}
