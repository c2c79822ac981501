package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.host.data.Elements;
import org.junit.jupiter.api.Test;

class SliceCopyTest {

    @Test
    void gathersABoxRowByRow() {
        Elements whole = Elements.copyOf(new int[] {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23});
        Elements dense = Elements.copyOf(new int[4]);

        SliceCopy.gather(whole, List.of(3L, 4L), new Slice(List.of(1L, 2L), List.of(2L, 2L)), dense);

        assertThat(List.of(dense.bits(0), dense.bits(1), dense.bits(2), dense.bits(3)))
                .containsExactly(12L, 13L, 22L, 23L);
    }

    @Property(tries = 300, seed = "1")
    void copiesExactlyTheBoxThereAndBack(@ForAll long seed) {
        Random random = new Random(seed);
        List<Long> shape = new ArrayList<>();
        List<Long> origin = new ArrayList<>();
        List<Long> extents = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            long extent = 1L + random.nextInt(4);
            long from = random.nextInt((int) extent + 1);
            shape.add(extent);
            origin.add(from);
            extents.add((long) random.nextInt((int) (extent - from) + 1));
        }
        Slice slice = new Slice(origin, extents);
        int count = Math.toIntExact(shape.stream().reduce(1L, (a, b) -> a * b));
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = (short) (i + 1);
        }
        Elements whole = Elements.copyOf(values);
        Elements dense = Elements.copyOf(new short[(int) slice.count()]);
        Elements back = Elements.copyOf(new short[count]);

        SliceCopy.gather(whole, shape, slice, dense);
        SliceCopy.scatter(dense, back, shape, slice);

        for (int i = 0; i < count; i++) {
            assertThat(back.bits(i)).isEqualTo(isIn(slice, shape, i) ? i + 1 : 0);
        }
    }

    @Test
    void refusesABufferOfAnotherSize() {
        Elements whole = Elements.copyOf(new int[4]);
        Slice slice = new Slice(List.of(0L), List.of(2L));

        assertThatThrownBy(() -> SliceCopy.gather(whole, List.of(4L), slice, whole))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isIn(Slice slice, List<Long> shape, long index) {
        long rest = index;
        for (int i = shape.size() - 1; i >= 0; i--) {
            long position = rest % shape.get(i);
            rest /= shape.get(i);
            long from = slice.origin().get(i);
            if (position < from || position >= from + slice.extents().get(i)) {
                return false;
            }
        }
        return true;
    }
}
