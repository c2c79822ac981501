package org.gatesmith.library.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.api.ByteFifo;
import org.gatesmith.api.DataflowRegion;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.LongFifo;
import org.gatesmith.library.TunedKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReluLinearAttentionInt8Test {
    private static final int DIM = ReluLinearAttentionInt8.DIM;

    @ParameterizedTest(name = "{0} heads, {1} queries, {2} keys")
    @CsvSource({
        "0, 3, 3",
        "1, 0, 3",
        "1, 3, 0",
        "2, 3, 0",
        "1, 1, 1",
        "3, 1, 1",
        "1, 49, 49",
        "2, 196, 196",
        "3, 7, 13",
        "4, 31, 2",
        "1, 2, 512"
    })
    void linearFormEqualsQuadraticForm(int heads, int queries, int keys) {
        Problem problem = Problem.random(heads, queries, keys, DIM);

        assertThat(problem.attend()).isEqualTo(problem.expected());
    }

    @Property(tries = 60, seed = "36")
    void linearFormEqualsQuadraticFormAtAnySize(
            @ForAll @IntRange(max = 5) int heads,
            @ForAll @IntRange(max = 60) int queries,
            @ForAll @IntRange(max = 60) int keys) {
        linearFormEqualsQuadraticForm(heads, queries, keys);
    }

    @ParameterizedTest(name = "DIM={0}")
    @ValueSource(ints = {8, 32})
    void linearFormEqualsQuadraticFormForOtherHeads(int dim, @TempDir Path directory) throws Exception {
        TunedKernel kernel = TunedKernel.compile("relu_linear_attention_i8", Map.of("DIM", dim), directory);
        Problem problem = Problem.random(2, 29, 31, dim);
        byte[] out = new byte[problem.q.length];

        kernel.run(problem.q, problem.k, problem.v, out, 2, 29, 31);

        assertThat(out).isEqualTo(problem.expected());
    }

    @ParameterizedTest
    @ValueSource(bytes = {-128, 127})
    void accumulatesTheLargestSumsExactly(byte value, @TempDir Path directory) throws Exception {
        TunedKernel kernel = TunedKernel.compile("relu_linear_attention_i8", Map.of("DIM", 32), directory);
        byte[] positive = filled(512 * 32, 127);
        byte[] out = new byte[32];

        kernel.run(filled(32, 127), positive, filled(512 * 32, value), out, 1, 1, 512);

        assertThat(out).isEqualTo(filled(32, value));
    }

    @Test
    void processesNeedNoFifoDeeperThanOne() {
        Problem problem = Problem.random(2, 5, 7, DIM);
        byte[] out = new byte[problem.q.length];
        ByteFifo queryElements = new ByteFifo("queryElements", 1);
        ByteFifo keyElements = new ByteFifo("keyElements", 1);
        ByteFifo valueElements = new ByteFifo("valueElements", 1);
        IntFifo summary = new IntFifo("summary", 1);
        LongFifo numerators = new LongFifo("numerators", 1);
        IntFifo denominators = new IntFifo("denominators", 1);
        ByteFifo quotients = new ByteFifo("quotients", 1);
        DataflowRegion region = DataflowRegion.open("relu_linear_attention_i8");
        region.process("load q", () -> ReluLinearAttentionInt8.load(problem.q, queryElements, 2, 5));
        region.process("load k", () -> ReluLinearAttentionInt8.load(problem.k, keyElements, 2, 7));
        region.process("load v", () -> ReluLinearAttentionInt8.load(problem.v, valueElements, 2, 7));
        region.process("summarise", () -> ReluLinearAttentionInt8.summarise(keyElements, valueElements, summary, 2, 7));
        region.process(
                "project",
                () -> ReluLinearAttentionInt8.project(queryElements, summary, numerators, denominators, 2, 5));
        region.process("divide", () -> ReluLinearAttentionInt8.divide(numerators, denominators, quotients, 2, 5));
        region.process("store", () -> ReluLinearAttentionInt8.store(quotients, out, 2, 5));

        region.join();

        assertThat(out).isEqualTo(problem.expected());
    }

    @Property(tries = 40, seed = "1")
    void attentionToEqualValuesIsThatValue(
            @ForAll byte value, @ForAll @IntRange(min = 1, max = 30) int keys, @ForAll @IntRange(min = 1) int seed) {
        byte[] q = filled(DIM, 1);
        byte[] k = new byte[keys * DIM];
        new Random(seed).nextBytes(k);
        k[0] = 1;
        byte[] out = new byte[DIM];

        ReluLinearAttentionInt8.attend(q, k, filled(keys * DIM, value), out, 1, 1, keys);

        assertThat(out).isEqualTo(filled(DIM, value));
    }

    @Test
    void isZeroWhereNoKeyHasWeight() {
        byte[] q = filled(2 * DIM, -5);
        q[DIM] = 1;
        byte[] out = filled(2 * DIM, 99);

        ReluLinearAttentionInt8.attend(q, filled(DIM, 1), filled(DIM, 7), out, 1, 2, 1);

        assertThat(Arrays.copyOf(out, DIM)).isEqualTo(new byte[DIM]);
        assertThat(Arrays.copyOfRange(out, DIM, 2 * DIM)).isEqualTo(filled(DIM, 7));
    }

    @ParameterizedTest(name = "({0} + {1}) / 2 = {2}")
    @CsvSource({"1, 2, 2", "-1, -2, -2", "1, 0, 1", "-1, 0, -1", "1, -1, 0", "127, 126, 127", "-128, -127, -128"})
    void roundsToNearestWithTiesAwayFromZero(byte first, byte second, byte mean) {
        byte[] v = filled(2 * DIM, second);
        Arrays.fill(v, 0, DIM, first);
        byte[] out = new byte[DIM];

        ReluLinearAttentionInt8.attend(filled(DIM, 3), filled(2 * DIM, 5), v, out, 1, 1, 2);

        assertThat(out).isEqualTo(filled(DIM, mean));
    }

    @Test
    void roundsDownBelowTheTie() {
        byte[] v = new byte[3 * DIM];
        Arrays.fill(v, 0, DIM, (byte) 1);
        byte[] out = filled(DIM, 99);

        ReluLinearAttentionInt8.attend(filled(DIM, 1), filled(3 * DIM, 1), v, out, 1, 1, 3);

        assertThat(out).isEqualTo(new byte[DIM]);
    }

    private static byte[] filled(int count, int value) {
        byte[] values = new byte[count];
        Arrays.fill(values, (byte) value);
        return values;
    }

    private static final class Problem {
        private final byte[] q;
        private final byte[] k;
        private final byte[] v;
        private final int heads;
        private final int queries;
        private final int keys;

        private Problem(byte[] q, byte[] k, byte[] v, int heads, int queries, int keys) {
            this.q = q;
            this.k = k;
            this.v = v;
            this.heads = heads;
            this.queries = queries;
            this.keys = keys;
        }

        static Problem random(int heads, int queries, int keys, int dim) {
            Random random = new Random(31L * (31L * heads + queries) + keys);
            byte[] q = new byte[heads * queries * dim];
            byte[] k = new byte[heads * keys * dim];
            byte[] v = new byte[heads * keys * dim];
            random.nextBytes(q);
            random.nextBytes(k);
            random.nextBytes(v);
            return new Problem(q, k, v, heads, queries, keys);
        }

        byte[] attend() {
            byte[] out = new byte[q.length];
            ReluLinearAttentionInt8.attend(q, k, v, out, heads, queries, keys);
            return out;
        }

        byte[] expected() {
            byte[] out = new byte[q.length];
            ReluLinearAttentionInt8Reference.attend(q, k, v, out, heads, queries, keys);
            return out;
        }
    }
}
