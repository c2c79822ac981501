package org.gatesmith.hls.diag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLinesTest {

    @Test
    void linesEndWithLineFeedsCarriageReturnsOrBoth() {
        SourceLines lines = SourceLines.of("a\nb\r\nc\rd");
        assertThat(lines.text(1)).contains("a");
        assertThat(lines.text(2)).contains("b");
        assertThat(lines.text(3)).contains("c");
        assertThat(lines.text(4)).contains("d");
        assertThat(lines.text(5)).isEmpty();
        assertThat(lines.text(0)).isEmpty();
    }

    @Test
    void offsetsBecomeLinesAndColumnsThatCountFromOne() {
        SourceLines lines = SourceLines.of("one\r\n\ttwo\n");
        assertThat(lines.span("F", 0, 3)).isEqualTo(new Span("F", 1, 1, 1, 4));
        assertThat(lines.span("F", 6, 9)).isEqualTo(new Span("F", 2, 2, 2, 5));
        assertThat(lines.span("F", 1, 7)).isEqualTo(new Span("F", 1, 2, 2, 3));
    }

    @Test
    void offsetsPastTheEndCountAsTheEnd() {
        assertThat(SourceLines.of("ab").span("F", 9, 12)).isEqualTo(new Span("F", 1, 3, 1, 3));
        assertThat(SourceLines.of("ab\n").span("F", 3, 3)).isEqualTo(new Span("F", 2, 1, 2, 1));
    }
}
