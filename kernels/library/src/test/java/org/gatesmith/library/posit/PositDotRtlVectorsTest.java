package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gatesmith.library.posit.PositDotModel.Mode;
import org.gatesmith.library.posit.TunedPositDot.Tuning;
import org.junit.jupiter.api.Test;

/** The kernel against results observed on the published SystemVerilog. */
class PositDotRtlVectorsTest {
    /** One line of the vector file. */
    private record Vector(DotOperands operands, int expected) {
        static Vector parse(String line) {
            String[] parts = line.split(" [:,=] ", -1);
            int[] t = Arrays.stream(parts[0].split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            Tuning tuning = new Tuning(t[0], t[1], t[2], t[3], t[4], t[5], Mode.RTL_EXACT);
            short acc = codes(parts[3])[0];
            return new Vector(
                    new DotOperands(tuning, codes(parts[1]), codes(parts[2]), acc), Integer.parseInt(parts[4], 16));
        }

        private static short[] codes(String text) {
            String[] words = text.split(" ", -1);
            short[] codes = new short[words.length];
            for (int i = 0; i < words.length; i++) {
                codes[i] = (short) Integer.parseInt(words[i], 16);
            }
            return codes;
        }

        int result() {
            return operands.kernel() & ((1 << operands.tuning().nOut()) - 1);
        }
    }

    @Test
    void kernelReturnsTheBitsOfThePublishedUnit() throws IOException {
        List<Vector> vectors = vectors();
        assertThat(vectors).hasSizeGreaterThan(250);
        assertThat(vectors).allSatisfy(vector -> assertThat(vector.result()).isEqualTo(vector.expected()));
    }

    private static List<Vector> vectors() throws IOException {
        var stream = Objects.requireNonNull(PositDotRtlVectorsTest.class.getResourceAsStream("pdpu-vectors.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Vector::parse)
                    .toList();
        }
    }
}
