package org.gatesmith.hls.emit.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.emit.hlscpp.KernelText;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random programs as tasks, before and after the standard passes, leave the same numbers in their ports as the interpreter does. */
class RandomTasksTest {

    private static final int PROGRAMS = Integer.getInteger("gatesmith.task.count", 60);
    private static final long SEED = Long.getLong("gatesmith.task.seed", 1);
    private static final int ELEMENTS = 64;

    @Test
    void tasksEqualTheInterpreter(@TempDir Path folder) throws Exception {
        int compared = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            long seed = SEED * 1000 + i;
            Program written = RandomPrograms.program(seed);
            Program program = i % 2 == 0 ? written : Pipeline.standard().run(written);
            TornadoTask task;
            try {
                task = new TornadoBackend().emit(program, KernelText.signature(program, "kernel" + i));
            } catch (UnsupportedProgramException e) {
                assertThat(e).hasMessageMatching("an integer of .* bits.*|.*mixes unsigned.*|.*arguments.*");
                continue;
            }
            Path own = Files.createDirectory(folder.resolve("task" + i));
            Map<String, Object> expected = inputs(seed);
            Interpreter.of(written).run(arguments(expected));
            Map<String, Object> actual = inputs(seed);
            JavaTask.compile(task, own).run(actual);
            assertThat(contents(actual))
                    .as("%s%n%s", IrPrinter.print(program), task.sources().text(task.className() + ".java"))
                    .isEqualTo(contents(expected));
            compared++;
        }
        assertThat(compared).isGreaterThan(PROGRAMS / 3);
    }

    private static Map<String, Object> inputs(long seed) {
        Random random = new Random(~seed);
        byte[] small = new byte[ELEMENTS];
        int[] in = new int[ELEMENTS];
        float[] single = new float[ELEMENTS];
        double[] real = new double[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            small[i] = (byte) (random.nextInt(15) - 7);
            in[i] = random.nextInt() >> random.nextInt(32);
            single[i] = Float.intBitsToFloat(random.nextInt());
            real[i] = random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("small", small);
        values.put("in", in);
        values.put("out", new long[ELEMENTS]);
        values.put("single", single);
        values.put("real", real);
        values.put("n", random.nextInt(7));
        values.put("x", random.nextLong() >> random.nextInt(64));
        values.put("s", (short) random.nextInt());
        values.put("b", random.nextBoolean());
        values.put("f", (float) random.nextGaussian());
        return values;
    }

    private static Map<String, Argument> arguments(Map<String, Object> values) {
        Map<String, Argument> arguments = new HashMap<>();
        values.forEach((name, value) -> arguments.put(
                name,
                switch (value) {
                    case byte[] array -> Argument.of(PortMemory.of(array));
                    case int[] array -> Argument.of(PortMemory.of(array));
                    case long[] array -> Argument.of(PortMemory.of(array));
                    case float[] array -> Argument.of(PortMemory.of(array));
                    case double[] array -> Argument.of(PortMemory.of(array));
                    case Integer number -> Argument.of(number);
                    case Long number -> Argument.of(number);
                    case Short number -> Argument.of(number);
                    case Boolean truth -> Argument.of(truth ? 1 : 0);
                    case Float number -> Argument.of(number);
                    default -> throw new AssertionError(value);
                }));
        return arguments;
    }

    /** NaN in its canonical form, because Java does not say which NaN an operator returns. */
    private static String contents(Map<String, Object> values) {
        int[] single = new int[ELEMENTS];
        long[] real = new long[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            single[i] = Float.floatToIntBits(((float[]) values.get("single"))[i]);
            real[i] = Double.doubleToLongBits(((double[]) values.get("real"))[i]);
        }
        return Arrays.toString((int[]) values.get("in"))
                + Arrays.toString((long[]) values.get("out"))
                + Arrays.toString(single)
                + Arrays.toString(real);
    }
}
