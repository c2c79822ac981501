package org.gatesmith.host.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.cli.ArrayFiles;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.run.RunOptions;
import org.gatesmith.host.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedKernelTest {

    @TempDir
    private Path folder;

    private Session session;
    private LoadedKernel kernel;

    @BeforeEach
    void load() throws Exception {
        session = Session.open("zcu102", "jvm");
        kernel = session.load(ScaledSum.class);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static short[] terms(int count) {
        short[] terms = new short[count];
        for (int i = 0; i < count; i++) {
            terms[i] = (short) (i % 201 - 100);
        }
        return terms;
    }

    @Test
    void aCallWritesIntoTheArraysAsTheMethodDoes() throws Exception {
        short[] terms = terms(300);
        int[] sums = new int[300];
        boolean[] negative = new boolean[300];
        int[] expectedSums = new int[300];
        boolean[] expectedNegative = new boolean[300];

        for (int scale : new int[] {3, -7}) {
            kernel.call(terms, sums, negative, 300, scale, false).requireEqual();
            ScaledSum.add(terms, expectedSums, expectedNegative, 300, scale, false);
        }

        assertThat(sums).isEqualTo(expectedSums);
        assertThat(negative).isEqualTo(expectedNegative);
    }

    @Test
    void aProblemBeyondTheContractIsCutIntoCallsWithinIt() throws Exception {
        short[] terms = terms(12_345);
        int[] sums = new int[12_345];
        boolean[] negative = new boolean[12_345];

        RunReport report = kernel.call(
                        RunOptions.DEFAULT.withTiles(java.util.Map.of("n", 900L)),
                        terms,
                        sums,
                        negative,
                        12_345,
                        2,
                        true)
                .requireEqual();

        assertThat(report.plan().tiles()).isEqualTo(14);
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).as("element " + i).isEqualTo(2 * terms[i]);
            assertThat(negative[i]).isEqualTo(terms[i] < 0);
        }
    }

    @Test
    void filesAreReadAndWritten() throws Exception {
        Path before = ArrayFiles.write(folder.resolve("before.npy"), new int[] {5, -5, 0}, 3);
        Path after = folder.resolve("after.npy");

        kernel.call(new short[] {1, 2, 3}, ArrayArgument.fromTo(before, after), ArrayArgument.discarded(), 3, 10, false)
                .requireEqual();

        assertThat(ArrayFiles.read(after, JavaType.INT, 3)).isEqualTo(new int[] {15, 15, 30});
    }

    @Test
    void anElementOutsideItsContractIsNamed() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> kernel.call(new short[] {1, 101}, new int[2], new boolean[2], 2, 1, true))
                .withMessageContaining("terms")
                .withMessageContaining("101");
    }

    @Test
    void aWrongNumberOfArgumentsIsExplained() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> kernel.call(1, 2, 3))
                .withMessage(
                        "kernel scaled_sum has 6 parameters (terms, sums, negative, n, scale, reset), but 3 arguments"
                                + " are given");
    }

    @Test
    void anArrayOfAnotherTypeIsExplained() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> kernel.call(new int[2], new int[2], new boolean[2], 2, 1, true))
                .withMessage("parameter 'terms' takes a short[] or an ArrayArgument, but the argument is a int[]");
    }

    @Test
    void anArrayOfAnotherLengthIsExplained() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> kernel.call(new short[2], new int[3], new boolean[2], 2, 1, true))
                .withMessage("'sums' has 3 elements, but with these scalars its shape is [2], which takes 2");
    }

    @Test
    void anArgumentOfTheWrongDirectionIsExplained() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() ->
                        kernel.call(ArrayArgument.to(folder.resolve("x.npy")), new int[2], new boolean[2], 2, 1, true))
                .withMessageStartingWith("'terms' is only read: it takes an array, ArrayArgument.from");
    }

    @Test
    void anArgumentThatIsNullIsNamed() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> kernel.call(new Object[6]))
                .withMessageStartingWith("the argument for parameter 'terms' of kernel")
                .withMessageEndingWith("is null");
    }

    @Test
    void aKernelOfAClosedSessionSaysSo() {
        session.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.call(new short[2], new int[2], new boolean[2], 2, 1, true))
                .withMessageContaining("was closed, itself or with its session; load it again");
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, LoadedKernelTest.class})
    void aClassWithoutKernelIsNamed(Class<?> type) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> session.load(type))
                .withMessage(type.getName() + " has no method annotated @Kernel");
    }
}
