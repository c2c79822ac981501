package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClStatusTest {

    @Test
    void everyCodeOfTheSpecificationHasANameAndAdvice() {
        assertThat(Arrays.stream(ClStatus.values()).map(ClStatus::code)).doesNotHaveDuplicates();
        for (int code = -1; code >= -72; code--) {
            // Between the errors of the run time and those of wrong calls no codes are assigned.
            if (code >= -19 || code <= -30) {
                assertThat(ClStatus.of(code)).as("code %d", code).isPresent();
            }
        }
    }

    @Test
    void anUnknownCodeIsLeftToTheMaker() {
        assertThat(ClStatus.describe(-9999)).contains("-9999").contains("driver");
    }
}
