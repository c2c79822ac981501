package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.interp.RandomPrograms;

/** Inputs of the kernels that {@link RandomPrograms} makes, for the interpreter and for C++. A run overwrites the arrays. */
public final class KernelInputs {

    private static final int ELEMENTS = 64;

    private final byte[] small = new byte[ELEMENTS];
    private final int[] in = new int[ELEMENTS];
    private final long[] out = new long[ELEMENTS];
    private final float[] single = new float[ELEMENTS];
    private final double[] real = new double[ELEMENTS];
    private final int n;
    private final long x;
    private final short s;
    private final int b;
    private final float f;

    public KernelInputs(long seed) {
        Random random = new Random(~seed);
        n = random.nextInt(7);
        x = random.nextLong() >> random.nextInt(64);
        s = (short) random.nextInt();
        b = random.nextInt(2);
        f = (float) random.nextGaussian();
        for (int i = 0; i < ELEMENTS; i++) {
            small[i] = (byte) (random.nextInt(15) - 7);
            in[i] = random.nextInt() >> random.nextInt(32);
            single[i] = Float.intBitsToFloat(random.nextInt());
            real[i] = random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40);
        }
    }

    public Map<String, Argument> arguments() {
        return Map.of(
                "small", Argument.of(PortMemory.of(small)),
                "in", Argument.of(PortMemory.of(in)),
                "out", Argument.of(PortMemory.of(out)),
                "single", Argument.of(PortMemory.of(single)),
                "real", Argument.of(PortMemory.of(real)),
                "n", Argument.of(n),
                "x", Argument.of(x),
                "s", Argument.of(s),
                "b", Argument.of(b),
                "f", Argument.of(f));
    }

    /** What a run leaves in the ports, as one line: floating-point numbers by their bits, NaN as Java canonicalises it. */
    public String contents() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            numbers.add(in[i] + " " + out[i] + " " + Float.floatToIntBits(single[i]) + " "
                    + Double.doubleToLongBits(real[i]));
        }
        return String.join(" ", numbers);
    }

    /** C++ variables for the ports. */
    String declarations() {
        return array("ap_int<8>", "small", i -> Integer.toString(small[i]))
                + array("int", "in", i -> "int(" + in[i] + "LL)")
                + array("int64_t", "out", i -> "0")
                + array(
                        "float",
                        "single",
                        i -> "java::bits_to_float(int(" + Float.floatToRawIntBits(single[i]) + "LL))")
                + array("double", "real", i -> Double.toString(real[i]));
    }

    /** C variables for the ports, in the types of OpenCL C. */
    public String openClDeclarations() {
        return array("char", "small", i -> Integer.toString(small[i]))
                + array("int", "in", i -> "(int)" + in[i] + "L")
                + array("long", "out", i -> "0")
                + array("float", "single", i -> "as_float((int)" + Float.floatToRawIntBits(single[i]) + "L)")
                + array("double", "real", i -> Double.toString(real[i]));
    }

    private static String array(String type, String name, IntFunction<String> element) {
        String elements = IntStream.range(0, ELEMENTS).mapToObj(element).collect(Collectors.joining(", "));
        return "        " + type + " " + name + "[] = {" + elements + "};\n";
    }

    /** C arguments in the order of the kernel's parameters. */
    public String openClArguments() {
        return callArguments().replace("INT64_MIN", "LONG_MIN");
    }

    /** C++ arguments in the order of the kernel's parameters. */
    String callArguments() {
        String wide = x == Long.MIN_VALUE ? "INT64_MIN" : x + "LL";
        return "small, in, out, single, real, " + n + ", " + wide + ", " + s + ", " + b + ", " + f + "f";
    }
}
