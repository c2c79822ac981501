package org.gatesmith.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** FIFOs in a plain Java run, outside any dataflow region. */
class FifoTest {

    @Property(tries = 200, seed = "1")
    void behavesAsAnUnboundedQueue(@ForAll List<Integer> operations) {
        IntFifo fifo = new IntFifo();
        ArrayDeque<Integer> model = new ArrayDeque<>();
        for (int operation : operations) {
            if (operation < 0 && !model.isEmpty()) {
                assertThat(fifo.read()).isEqualTo(model.remove());
            } else {
                fifo.write(operation);
                model.add(operation);
            }
            assertThat(fifo.isEmpty()).isEqualTo(model.isEmpty());
        }
    }

    @Test
    void readingAnEmptyFifoSaysWhatIsWrong() {
        IntFifo pixels = new IntFifo("pixels", 4);

        assertThatThrownBy(pixels::read)
                .isInstanceOf(EmptyFifoException.class)
                .hasMessage("FIFO 'pixels' is empty and nothing can fill it: the process that writes it is called after"
                        + " the process that reads it, or it writes fewer elements than are read");
    }

    @Test
    void holdsTwoElementsUnlessToldOtherwise() {
        assertThat(new LongFifo().capacity()).isEqualTo(2);
    }

    @Test
    void refusesADepthBelowOne() {
        assertThatThrownBy(() -> new IntFifo("pixels", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FIFO 'pixels' has depth 0; a FIFO holds at least 1 element");
    }

    @Property(seed = "1")
    void carriesEveryBoolean(@ForAll boolean value) {
        BooleanFifo fifo = new BooleanFifo();
        fifo.write(value);
        assertThat(fifo.read()).isEqualTo(value);
    }

    @Property(seed = "1")
    void carriesEveryByte(@ForAll byte value) {
        ByteFifo fifo = new ByteFifo();
        fifo.write(value);
        assertThat(fifo.read()).isEqualTo(value);
    }

    @Property(seed = "1")
    void carriesEveryShort(@ForAll short value) {
        ShortFifo fifo = new ShortFifo();
        fifo.write(value);
        assertThat(fifo.read()).isEqualTo(value);
    }

    @Property(seed = "1")
    void carriesEveryChar(@ForAll char value) {
        CharFifo fifo = new CharFifo();
        fifo.write(value);
        assertThat(fifo.read()).isEqualTo(value);
    }

    @Property(seed = "1")
    void carriesEveryLong(@ForAll long value) {
        LongFifo fifo = new LongFifo();
        fifo.write(value);
        assertThat(fifo.read()).isEqualTo(value);
    }

    @Property(seed = "1")
    void carriesEveryFloatBit(@ForAll int bits) {
        FloatFifo fifo = new FloatFifo();
        fifo.write(Float.intBitsToFloat(bits));
        assertThat(Float.floatToRawIntBits(fifo.read())).isEqualTo(Float.floatToRawIntBits(Float.intBitsToFloat(bits)));
    }

    @Property(seed = "1")
    void carriesEveryDoubleBit(@ForAll long bits) {
        DoubleFifo fifo = new DoubleFifo();
        fifo.write(Double.longBitsToDouble(bits));
        assertThat(Double.doubleToRawLongBits(fifo.read()))
                .isEqualTo(Double.doubleToRawLongBits(Double.longBitsToDouble(bits)));
    }
}
