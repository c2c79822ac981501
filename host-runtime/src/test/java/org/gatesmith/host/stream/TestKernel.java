package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.hls.signature.ValueRange;
import org.gatesmith.host.data.Elements;
import org.jspecify.annotations.Nullable;

/** A small kernel that needs no compiler: what its callers see, and what it does. */
record TestKernel(KernelSignature signature, Body body) {

    /** What a kernel does with its arrays. */
    interface Body {
        void call(Map<String, Elements> arrays, Map<String, Long> scalars);
    }

    /** {@code c[m×n] += a[m×k] · b[k×n]}. */
    static TestKernel gemm() {
        return of(
                TestKernel::multiply,
                array("a", JavaType.BYTE, Direction.IN, null, "m", "k"),
                array("b", JavaType.BYTE, Direction.IN, null, "k", "n"),
                array("c", JavaType.INT, Direction.INOUT, null, "m", "n"),
                scalar("m"),
                scalar("n"),
                scalar("k"));
    }

    private static void multiply(Map<String, Elements> arrays, Map<String, Long> scalars) {
        long n = scalars.get("n");
        long k = scalars.get("k");
        Elements c = arrays.get("c");
        for (long i = 0; i < c.count(); i++) {
            long sum = c.bits(i);
            for (long j = 0; j < k; j++) {
                sum += arrays.get("a").bits(i / n * k + j) * arrays.get("b").bits(j * n + i % n);
            }
            c.setBits(i, sum);
        }
    }

    /** {@code out[h×w]}: the sum of the 3×3 elements of {@code in[(h+2)×(w+2)]}; the contract of {@code in} is 0 to 1000. */
    static TestKernel blur() {
        return of(
                TestKernel::addNeighbours,
                array("in", JavaType.SHORT, Direction.IN, new ValueRange(0, 1000), "h + 2", "w + 2"),
                array("out", JavaType.INT, Direction.OUT, null, "h", "w"),
                scalar("h"),
                scalar("w"));
    }

    private static void addNeighbours(Map<String, Elements> arrays, Map<String, Long> scalars) {
        long w = scalars.get("w");
        Elements out = arrays.get("out");
        for (long i = 0; i < out.count(); i++) {
            long sum = out.bits(i); // a pure output is cleared before every call
            for (long d = 0; d < 9; d++) {
                sum += arrays.get("in").bits((i / w + d / 3) * (w + 2) + i % w + d % 3);
            }
            out.setBits(i, sum);
        }
    }

    /** {@code not[i] = !flag[i]}. */
    static TestKernel not() {
        return of(
                (arrays, scalars) -> {
                    for (long i = 0; i < arrays.get("not").count(); i++) {
                        arrays.get("not").setBits(i, 1 - arrays.get("flag").bits(i));
                    }
                },
                array("flag", JavaType.BOOLEAN, Direction.IN, null, "n"),
                array("not", JavaType.BOOLEAN, Direction.OUT, null, "n"),
                scalar("n"));
    }

    private static TestKernel of(Body body, Parameter... parameters) {
        return new TestKernel(new KernelSignature("k", "K", "k", List.of(parameters), Tolerance.EXACT, ""), body);
    }

    private static Parameter.Scalar scalar(String name) {
        return new Parameter.Scalar(name, JavaType.INT, null);
    }

    private static Parameter.Array array(
            String name, JavaType type, Direction direction, @Nullable ValueRange range, String... shape) {
        return new Parameter.Array(
                name,
                type,
                range,
                direction,
                Arrays.stream(shape).map(TestKernel::formula).toList(),
                "gmem");
    }

    private static Formula formula(String text) {
        try {
            return Formula.parse(text);
        } catch (FormulaSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A parameter by its name. */
    Parameter.Array array(String name) {
        return signature
                .arrays()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Extents of all arrays at a size. */
    Map<String, List<Long>> shapes(Map<String, Long> scalars) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        signature
                .arrays()
                .forEach(array -> shapes.put(
                        array.name(),
                        array.shape().stream()
                                .map(extent -> extent.evaluate(scalars))
                                .toList()));
        return shapes;
    }

    /** The kernel as the expectation. */
    Expectation expectation() {
        return new Expectation() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void compute(List<Object> arguments, Duration limit) {
                call(arguments);
            }
        };
    }

    /** Calls the kernel with Java arrays and boxed scalars. */
    void call(List<Object> arguments) {
        Map<String, Elements> arrays = new LinkedHashMap<>();
        Map<String, Long> scalars = new LinkedHashMap<>();
        List<Object> rest = new ArrayList<>(arguments);
        for (Parameter parameter : signature.parameters()) {
            switch (parameter) {
                case Parameter.Array array -> arrays.put(array.name(), elements(rest.removeFirst()));
                case Parameter.Scalar scalar -> scalars.put(scalar.name(), ((Number) rest.removeFirst()).longValue());
            }
        }
        body.call(arrays, scalars);
        rest.addAll(arguments);
        signature.parameters().forEach(parameter -> {
            Object argument = rest.removeFirst();
            if (argument instanceof boolean[]) {
                arrays.get(parameter.name()).copyTo(argument);
            }
        });
    }

    private static Elements elements(Object array) {
        return array instanceof boolean[] ? Elements.copyOf(array) : Elements.over(array);
    }
}
