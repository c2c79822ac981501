package org.gatesmith.hls.emit.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What TornadoVM compiles wrongly is written in other operators, which as plain Java compute what the kernel's Java does. */
class ConstructsTest {

    private static final int COUNT = 200;

    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        7,
        8,
        -8,
        255,
        65535,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final double[] REAL_EDGES = {
        0.0,
        -0.0,
        0.5,
        -0.5,
        1.5,
        -2.5,
        1e30,
        -1e300,
        3e9,
        -1e19,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Float.MIN_VALUE,
        2251799813685249.5
    };

    @ParameterizedTest
    @CsvSource({
        "IntegerConstructs, tornado_ints",
        "IntegerConstructs, tornado_wraps",
        "LongConstructs, tornado_longs",
        "FlowConstructs, tornado_flow",
        "ArrayConstructs, tornado_arrays",
        "FloatConstructs, tornado_floats",
        "DoubleConstructs, tornado_doubles",
        "DoubleConstructs, tornado_fused",
        "ParallelConstructs, tornado_two_loops",
        "ParallelConstructs, tornado_strided",
        "ParallelConstructs, tornado_items"
    })
    void theTaskEqualsTheKernel(String file, String name, @TempDir Path folder) throws Exception {
        CompiledKernel kernel = KernelCompiler.compile(CompileRequest.of(
                KernelSource.at(Path.of("src/test/resources/tornado", file + ".java"), List.of()), name));
        Map<String, Object> expected = values(kernel);
        Map<String, Object> actual = values(kernel);
        List<Object> arguments = new ArrayList<>(expected.values());

        kernel.method().invoke(arguments.toArray());
        JavaTask.compile(kernel.tornado(), folder).run(actual);

        for (Parameter parameter : kernel.signature().parameters()) {
            assertThat(actual.get(parameter.name())).as(parameter.name()).isEqualTo(expected.get(parameter.name()));
        }
    }

    private static Map<String, Object> values(CompiledKernel kernel) {
        Random random = new Random(1);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : kernel.signature().parameters()) {
            values.put(
                    parameter.name(),
                    switch (parameter) {
                        case Parameter.Scalar _ -> COUNT;
                        case Parameter.Array array -> array(array, random);
                    });
        }
        return values;
    }

    private static Object array(Parameter.Array parameter, Random random) {
        Map<String, Long> sizes = Map.of("n", (long) COUNT);
        int count = parameter.shape().stream()
                .mapToInt(extent -> (int) extent.evaluate(sizes))
                .reduce(1, (a, b) -> a * b);
        JavaType type = parameter.type();
        return switch (type) {
            case INT -> filled(new int[count], i -> (int) integer(random));
            case LONG -> filled(new long[count], i -> integer(random));
            case FLOAT -> filled(new float[count], i -> (float) real(random));
            case DOUBLE -> filled(new double[count], i -> real(random));
            default -> throw new AssertionError(type);
        };
    }

    private static Object filled(Object array, IntFunction<Object> element) {
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, element.apply(i));
        }
        return array;
    }

    private static long integer(Random random) {
        return random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextLong() >> random.nextInt(64);
    }

    private static double real(Random random) {
        return random.nextBoolean()
                ? REAL_EDGES[random.nextInt(REAL_EDGES.length)]
                : random.nextGaussian() * Math.scalb(1.0, random.nextInt(120) - 60);
    }
}
