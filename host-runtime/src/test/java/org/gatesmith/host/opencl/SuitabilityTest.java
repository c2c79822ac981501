package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuitabilityTest {

    private final Suitability small = new Suitability("a small device", false, 1000, List.of());

    @Test
    void aKernelWithDoublesNeedsADeviceThatHasThem() {
        assertThatExceptionOfType(ClFault.class)
                .isThrownBy(() -> small.require(true, 0))
                .withMessageContaining("computes with double, which a small device cannot")
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(ClFault.Kind.UNSUPPORTED));
    }

    @Test
    void arraysMustFit() {
        assertThatNoException().isThrownBy(() -> small.require(false, 1000));
        assertThatExceptionOfType(ClFault.class)
                .isThrownBy(() -> small.require(false, 1001))
                .withMessageContaining("1001 bytes, more than the 1000");
    }
}
