package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClFifosTest {

    private final ClFifos fifos = new ClFifos(List.of(1, 8));

    @Test
    void fifosLieOneBehindTheOtherOnAlignedPlaces() {
        fifos.hold(5);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment plan = fifos.plan(arena);

            assertThat(plan.toArray(ValueLayout.JAVA_LONG)).containsExactly(0, 0, 1029, 0, 1040, 1029, 0);
            assertThat(fifos.bytes()).isEqualTo(1040 + 8240);
        }
    }

    @Test
    void aFifoThatWasTooSmallGetsRoomForWhatWasWritten() throws Exception {
        fifos.hold(5);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment plan = fifos.plan(arena);
            plan.setAtIndex(ValueLayout.JAVA_LONG, 0, 1);
            plan.setAtIndex(ValueLayout.JAVA_LONG, 6, 2000);

            assertThat(fifos.mustRepeat(plan)).isTrue();
            assertThat(fifos.plan(arena).getAtIndex(ValueLayout.JAVA_LONG, 5)).isEqualTo(2500);
            assertThat(fifos.mustRepeat(fifos.plan(arena))).isFalse();
        }
    }

    @Test
    void readingMoreThanWasWrittenIsAFault() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment plan = fifos.plan(arena);
            plan.setAtIndex(ValueLayout.JAVA_LONG, 0, 2);

            assertThatExceptionOfType(ClFault.class)
                    .isThrownBy(() -> fifos.mustRepeat(plan))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(ClFault.Kind.EMPTY_FIFO));
        }
    }
}
