package org.gatesmith.hls.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As measured on {@code vector_add} with 16 lanes: bytes, and cycles from the first request to the last. */
final class BurstWriterTest {

    private static final BurstWriter WRITER = new BurstWriter(38, 8, 64, 16);

    @ParameterizedTest
    @CsvSource({
        "4, 0, 48",
        "124, 1, 49",
        "256, 3, 51",
        "4000, 62, 62",
        "4096, 63, 63",
        // The burst before the last one is sent when the last beat is complete.
        "16384, 255, 63",
        "16448, 256, 63"
    })
    void theLastBurstsAreSentAfterAPause(long bytes, long cycles, long settled) {
        assertThat(WRITER.settles(bytes, cycles)).isEqualTo(settled);
    }
}
