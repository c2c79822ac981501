package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortMemoryTest {

    static Stream<PortMemory> integerArrays() {
        return Stream.of(
                PortMemory.of(new byte[3]),
                PortMemory.of(new short[3]),
                PortMemory.of(new int[3]),
                PortMemory.of(new long[3]));
    }

    @ParameterizedTest
    @MethodSource("integerArrays")
    void signedElementsKeepTheirSign(PortMemory memory) {
        memory.store(2, -5);
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.load(2)).isEqualTo(-5);
        assertThat(memory.load(1)).isZero();
    }

    @Test
    void charactersHaveNoSign() {
        char[] array = new char[2];
        PortMemory.of(array).store(1, -1);
        assertThat(array[1]).isEqualTo('\uffff');
        assertThat(PortMemory.of(array).load(1)).isEqualTo(65535);
    }

    @Test
    void booleansAreZeroOrOne() {
        boolean[] array = new boolean[2];
        PortMemory.of(array).store(1, 3);
        assertThat(array).containsExactly(false, true);
        assertThat(PortMemory.of(array).load(1)).isEqualTo(1);
    }

    @Test
    void floatingPointElementsAreBits() {
        float[] singles = {1.5f};
        double[] reals = {-2.5};
        assertThat(PortMemory.of(singles).load(0)).isEqualTo(Float.floatToRawIntBits(1.5f));
        assertThat(PortMemory.of(reals).load(0)).isEqualTo(Double.doubleToRawLongBits(-2.5));
        PortMemory.of(singles).store(0, Float.floatToRawIntBits(-0.0f));
        PortMemory.of(reals).store(0, Double.doubleToRawLongBits(Double.NaN));
        assertThat(singles[0]).isEqualTo(-0.0f);
        assertThat(reals[0]).isNaN();
    }

    @ParameterizedTest
    @EnumSource(JavaType.class)
    void segmentsHoldElementsOfEveryType(JavaType type) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment segment = arena.allocate(5L * type.bytes() + type.bytes() / 2);
            PortMemory memory = PortMemory.of(segment, type);
            memory.store(4, 1);
            assertThat(memory.size()).isEqualTo(5);
            assertThat(memory.load(4)).isEqualTo(1);
            assertThat(segment.get(ValueLayout.JAVA_BYTE, 4L * type.bytes())).isEqualTo((byte) 1);
        }
    }
}
