package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With memory as slow as the board's, kernels of the library run as fast as their memory or their loops permit. */
class AchievedRatesTest {

    /** A bank is busy for as long as it takes at its full bandwidth; refreshes, which nothing can use, are the rest. */
    @Test
    void vectorAddSaturatesTheBanksOfItsPorts() throws Exception {
        HardwareRun run = SimulatedCall.of("vector_add", "n=100000").run(MemoryModel.Fidelity.BOARD);

        assertThat(run.ports()).hasSize(3);
        assertThat(run.banks())
                .hasSize(3)
                .allSatisfy(bank -> assertThat(bank.busyCycles()).isGreaterThan(run.cycles() * 9 / 10));
    }

    @Test
    void imageFilterTakesAPixelInEveryCycle() throws Exception {
        int height = 256;
        int width = 1920;
        HardwareRun run = SimulatedCall.of("image_filter", "h=" + height + " w=" + width + " mode=0")
                .run(MemoryModel.Fidelity.BOARD);
        // The line buffers of 4096 pixels are zeroed first.
        int pixels = (height + 1) * (width + 1) + 4096;

        assertThat(run.cycles()).isBetween((long) pixels, pixels + pixels * 2L / 100);
    }

    /** The next slices of the matrices are loaded while the array works; C and the first slices take their time before and after. */
    @Test
    void theMatrixProductKeepsItsArrayBusy() throws Exception {
        long ideal = 128 * 128 * 512 / (16 * 16);
        HardwareRun run = SimulatedCall.of("gemm_i8", "m=128 n=128 k=512").run(MemoryModel.Fidelity.BOARD);

        assertThat(cycles(run, "loop 'multiply.kk' runs")).isBetween(ideal, ideal * 100 / 95);
        assertThat(run.cycles()).isBetween(ideal, ideal * 100 / 85);
    }

    /** The loop goes on from row to row: bursts of several rows are on their way at once. */
    @ParameterizedTest
    @CsvSource({"rows_by_2, 64", "rows_by_16, 8", "columns_by_16, 8"})
    void rowsAreLoadedWithoutAPause(String kernel, int requestsOfARow) throws Exception {
        int rows = 128;
        HardwareRun run =
                SimulatedCall.of(kernels() + "#" + kernel, "m=128 n=1000").run(MemoryModel.Fidelity.BOARD);
        int requests = rows * requestsOfARow;
        int depth = 80;

        assertThat(run.ports().getFirst().reads().bytes()).isGreaterThanOrEqualTo(rows * 128L);
        assertThat(loading(run)).isBetween((long) requests, requests + requests / 10L + depth);
    }

    /** Cycles of the loop that reads memory; others set arrays to zero. */
    private static long loading(HardwareRun run) {
        return cycles(run, "loop '\\w+\\.[kx]' runs");
    }

    private static long cycles(HardwareRun run, String text) {
        return run.readings().stream()
                .filter(reading -> reading.watch().text().matches(text))
                .mapToLong(HardwareRun.Reading::value)
                .sum();
    }

    private static Path kernels() throws Exception {
        return Path.of(Objects.requireNonNull(AchievedRatesTest.class.getResource("kernel/RowLoads.java"))
                .toURI());
    }
}
