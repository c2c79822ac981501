package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildLogTest {

    private static final String SOURCE = """
            // K.java:7
            __kernel
            void k(int n) {
                // K.java:9: pipelined, II=1
                for (int i = 0; i < n; i++) {
                    x = 1;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error: /cache/tempfile.cl:6:9: use of undeclared identifier 'x'",
                "k.cl:6:9: error: use of undeclared identifier 'x'"
            })
    void theFirstErrorPointsAtTheNearestJavaLineAbove(String log) {
        assertThat(BuildLog.place("warning: nothing\n" + log, SOURCE)).hasToString("K.java:9:1");
    }

    @Test
    void aLogWithoutAPlaceHasNoJavaLine() {
        assertThat(BuildLog.place("out of memory", SOURCE).isKnown()).isFalse();
    }
}
