package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.gatesmith.host.stream.ProgressCount;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter screen = new StringWriter();

    /** After so many milliseconds, so many tiles of a thousand have been run, each of 2 MB. */
    private static ProgressCount at(long milliseconds, long skipped, long run) {
        return new ProgressCount(
                1000, skipped, run, 1000, skipped + run, run * 2_000_000, Duration.ofMillis(milliseconds));
    }

    private String shown(ProgressCount... counts) {
        ProgressLine line = ProgressLine.on(new PrintWriter(screen));
        for (ProgressCount count : counts) {
            line.advanced(count);
        }
        String all = screen.toString();
        return all.substring(all.lastIndexOf(CLEAR) + CLEAR.length());
    }

    @Test
    void tilesRateAndTimeLeftAreShown() {
        assertThat(shown(at(1000, 0, 100))).isEqualTo("100 of 1000 tiles (10%), 200.0 MB/s, 9 s left");
    }

    @Test
    void theRateIsSmoothed() {
        assertThat(shown(at(1000, 0, 100), at(2000, 0, 100)))
                .isEqualTo("100 of 1000 tiles (10%), 160.0 MB/s, 11 s left");
    }

    @Test
    void whatAnEarlierRunFinishedCountsAsDoneButNotForTheRate() {
        assertThat(shown(at(1000, 500, 1))).isEqualTo("501 of 1000 tiles (50%), 2.0 MB/s, 0:08:19 left");
    }

    @Test
    void theLineIsWrittenAFewTimesPerSecond() {
        ProgressLine line = ProgressLine.on(new PrintWriter(screen));
        for (int millisecond = 1; millisecond <= 2000; millisecond++) {
            line.advanced(at(millisecond, 0, millisecond / 4));
        }

        assertThat(screen.toString().chars().filter(c -> c == '\r').count()).isBetween(5L, 10L);
    }

    @Test
    void theLineIsGoneInTheEnd() {
        try (ProgressLine line = ProgressLine.on(new PrintWriter(screen))) {
            line.advanced(at(1000, 0, 100));
        }

        assertThat(screen.toString()).endsWith(CLEAR);
    }

    @Test
    void aSilentLineSaysNothing() {
        try (ProgressLine line = ProgressLine.silent()) {
            line.advanced(at(1000, 0, 100));
        }

        assertThat(screen.toString()).isEmpty();
    }
}
