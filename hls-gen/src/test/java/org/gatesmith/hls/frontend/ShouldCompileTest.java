package org.gatesmith.hls.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.DiagnosticException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The semantics of the kernel language are Java's: every file in {@code kernels/should-compile} computes the same on the JVM and
 * in the intermediate representation. A new file there is a new test.
 */
class ShouldCompileTest {

    private static final int RUNS = 40;

    static Stream<Path> kernels() {
        return KernelFiles.in("kernels/should-compile").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theKernelComputesOnTheJvmWhatItsLoweredFormComputes(Path file) throws DiagnosticException {
        KernelRun run = new KernelRun(KernelFiles.compile(file));
        Set<KernelRun.Outcome> outcomes = EnumSet.noneOf(KernelRun.Outcome.class);
        for (long seed = 0; seed < RUNS; seed++) {
            outcomes.add(run.compare(seed));
        }
        assertThat(outcomes).as("a kernel that shows something").contains(KernelRun.Outcome.CHANGED);
    }
}
