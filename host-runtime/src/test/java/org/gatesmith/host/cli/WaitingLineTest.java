package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter written = new StringWriter();
    private final WaitingLine line = WaitingLine.on(new PrintWriter(written, true), "scheduling big");

    @Test
    void whatTakesLongIsNamedWithItsSeconds() {
        line.after(Duration.ofSeconds(3));
        line.after(Duration.ofMillis(4900));
        assertThat(written.toString())
                .isEqualTo(CLEAR + "gatesmith: scheduling big, 3 s" + CLEAR + "gatesmith: scheduling big, 4 s");
    }

    @Test
    void theLineSaysHowFarTheWorkHasCome() {
        line.reached("12 schedules tried");
        line.after(Duration.ofSeconds(3));
        assertThat(written.toString()).isEqualTo(CLEAR + "gatesmith: scheduling big, 3 s: 12 schedules tried");
    }

    @Test
    void theLineIsGoneWhenTheWorkIsDone() {
        line.after(Duration.ofSeconds(3));
        line.close();
        assertThat(written.toString()).endsWith(CLEAR);
    }

    @Test
    void nothingIsSaidOfShortWork() {
        line.after(Duration.ofSeconds(1));
        line.close();
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void nothingFollowsTheEnd() {
        line.close();
        line.after(Duration.ofSeconds(3));
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void whereThereIsNoTerminalNothingIsSaid() {
        try (WaitingLine silent = WaitingLine.onTerminal(new PrintWriter(written, true), "scheduling big")) {
            assertThat(silent).isNotNull();
        }
        assertThat(written.toString()).isEmpty();
    }
}
