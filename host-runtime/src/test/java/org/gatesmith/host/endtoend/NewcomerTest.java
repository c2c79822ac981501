package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.cli.ArrayFiles;
import org.gatesmith.host.cli.CommandRun;
import org.gatesmith.library.posit.ExactPosit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kernels that somebody else writes outside the repository, from check to C simulation. What they should compute is worked out
 * here in other ways.
 */
class NewcomerTest {

    @TempDir
    private Path folder;

    /** Copies one of the kernels out of the repository. */
    private Path copied(String name) throws IOException, URISyntaxException {
        Path source =
                Path.of(NewcomerTest.class.getResource("/newcomer/" + name).toURI());
        Path target = folder.resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
        return target;
    }

    private CommandRun csim(Path kernel, Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("run", kernel, "--board", "zcu102", "--on", "csim", "--out", folder.resolve("run")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray()).exits(0);
    }

    private void build(Path kernel, String name) {
        Path out = folder.resolve("build");
        CommandRun.of("build", kernel, "--board", "vcu1525", "--out", out)
                .exits(0)
                .prints("wrote " + out, name + ".cpp");
    }

    private Path input(String name, Object array, long... shape) throws Exception {
        return ArrayFiles.write(folder.resolve(name + ".npy"), array, shape);
    }

    private Object output(String name, JavaType type, long... shape) throws Exception {
        return ArrayFiles.read(folder.resolve("run/outputs").resolve(name + ".npy"), type, shape);
    }

    @Test
    void runLengthsArePackedAndSigned() throws Exception {
        Path kernel = copied("runs").resolve("RunLengths.java");
        byte[] data = new byte[5_000];
        Random random = new Random(7);
        for (int i = 0; i < data.length; ) {
            byte value = (byte) random.nextInt(4);
            for (int length = 1 << random.nextInt(10); length > 0 && i < data.length; length--) {
                data[i++] = value;
            }
        }
        List<Byte> expected = new ArrayList<>();
        for (byte value : data) {
            int last = expected.size() - 2;
            if (last >= 0 && expected.get(last + 1) == value && Byte.toUnsignedInt(expected.get(last)) < 15) {
                expected.set(last, (byte) (expected.get(last) + 1));
            } else {
                expected.addAll(List.of((byte) 1, value));
            }
        }
        byte[] runs = new byte[2 * data.length];
        CRC32 crc = new CRC32();
        for (int i = 0; i < expected.size(); i++) {
            runs[i] = expected.get(i);
            crc.update(runs[i]);
        }

        CommandRun.of("check", kernel).exits(0).prints("run_lengths: no errors", "out byte runs[2 * n]", "LONGEST=255");
        build(kernel, "run_lengths");
        csim(kernel, "--set", "LONGEST=15", "--in", "data=" + input("data", data, data.length));

        assertThat(output("runs", JavaType.BYTE, runs.length)).isEqualTo(runs);
        assertThat(output("result", JavaType.INT, 2)).isEqualTo(new int[] {expected.size() / 2, (int) crc.getValue()});
    }

    @Test
    void aBiquadCascadeEqualsItsDifferenceEquations() throws Exception {
        Path kernel = copied("equaliser");
        int samples = 700;
        double[] x = new Random(8).doubles(2L * samples, -1.5, 1.5).toArray();
        x[3] = Double.MIN_VALUE;
        x[samples + 350] = Double.NaN;
        double[] expected = new double[x.length];
        int[] clipped = new int[2];
        for (int channel = 0; channel < 2; channel++) {
            Biquads biquads = new Biquads();
            for (int i = channel * samples; i < (channel + 1) * samples; i++) {
                double y = biquads.next(0.9 * x[i]);
                if (y >= -1 && y <= 1) {
                    expected[i] = y;
                } else {
                    expected[i] = y > 0 ? 1 : -1;
                    clipped[channel]++;
                }
            }
        }

        CommandRun.of("check", kernel).exits(0).prints("equaliser: no errors", "double gain", "boolean limit");
        build(kernel, "equaliser");
        csim(kernel, "--in", "x=" + input("x", x, 2, samples), "--size", "gain=0.9", "limit=true")
                .prints("with channels=2 samples=700 gain=0.9 limit=true");

        assertThat(output("y", JavaType.DOUBLE, 2, samples)).isEqualTo(expected);
        assertThat(output("clipped", JavaType.INT, 2)).isEqualTo(clipped);
    }

    @Test
    void aMatrixVectorProductInDataflowIsExact() throws Exception {
        Path kernel = copied("matvec").resolve("org/example/dsp/MatrixVector.java");
        int rows = 61;
        int columns = 96;
        Random random = new Random(9);
        short[] a = new short[rows * columns];
        for (int i = 0; i < a.length; i++) {
            a[i] = (short) (random.nextInt(8) == 0 ? Short.MIN_VALUE : random.nextInt());
        }
        byte[] x = new byte[columns];
        random.nextBytes(x);
        x[0] = Byte.MIN_VALUE + 1;
        int[] expected = new int[rows];
        for (int i = 0; i < rows; i++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int j = 0; j < columns; j++) {
                sum = sum.add(BigDecimal.valueOf(a[i * columns + j]).multiply(posit(x[j])));
            }
            expected[i] = sum.multiply(BigDecimal.valueOf(1 << 12))
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .max(BigDecimal.valueOf(Integer.MIN_VALUE))
                    .intValueExact();
        }

        CommandRun.of("check", kernel).exits(0).prints("matrix_vector: no errors", "in short a[rows][24]");
        CommandRun.of("check", folder.resolve("matvec") + "#matrix_vector").exits(0);
        build(kernel, "matrix_vector");
        csim(
                kernel,
                "--set",
                "COLS=96",
                "--in",
                "a=" + input("a", a, rows, columns),
                "--in",
                "x=" + input("x", x, columns));

        assertThat(output("y", JavaType.INT, rows)).isEqualTo(expected);
    }

    /** Value of a code of P(8, 0); NaR counts as 0. */
    private static BigDecimal posit(byte code) {
        ExactPosit format = new ExactPosit(8, 0);
        if (code == Byte.MIN_VALUE) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(format.value(code).significand())
                .multiply(BigDecimal.valueOf(Math.scalb(1.0, format.value(code).exponent())));
    }

    /** The equaliser's filters, each by its difference equations in the order in which the kernel computes them. */
    private static final class Biquads {
        private static final double[][] BANDS = {{120, 0.7, 4}, {1_500, 1.4, -6.5}, {9_000, 0.9, 2.25}};

        private final double[] s1 = new double[BANDS.length];
        private final double[] s2 = new double[BANDS.length];

        double next(double sample) {
            double v = sample;
            for (int k = 0; k < BANDS.length; k++) {
                double a = Math.pow(10, BANDS[k][2] / 40);
                double w = 2 * Math.PI * BANDS[k][0] / 48_000;
                double alpha = Math.sin(w) / (2 * BANDS[k][1]);
                double a0 = 1 + alpha / a;
                double a1 = -2 * Math.cos(w) / a0;
                double y = (1 + alpha * a) / a0 * v + s1[k];
                s1[k] = a1 * v - a1 * y + s2[k];
                s2[k] = (1 - alpha * a) / a0 * v - (1 - alpha / a) / a0 * y;
                v = y;
            }
            return v;
        }
    }
}
