package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class CardMemoryTest {

    /** On a 64-bit machine: unsigned int, four bytes of padding, two pointers. */
    @Test
    void theStructureIsThatOfTheVendorsHeader() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment structure = CardMemory.of(arena, 3, MemorySegment.ofAddress(0x1234));

            assertThat(structure.byteSize()).isEqualTo(24);
            assertThat(structure.get(ValueLayout.JAVA_INT, 0)).isEqualTo(3);
            assertThat(structure.get(ValueLayout.JAVA_LONG, 8)).isZero();
            assertThat(structure.get(ValueLayout.JAVA_LONG, 16)).isEqualTo(0x1234);
            assertThat(CardMemory.FLAG).isEqualTo(0x80000000L);
        }
    }
}
