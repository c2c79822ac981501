package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;

class ElementsTest {

    @Property(tries = 200, seed = "1")
    void givesBackTheArrayItWasCopiedFrom(
            @ForAll boolean[] z,
            @ForAll byte[] b,
            @ForAll short[] s,
            @ForAll char[] c,
            @ForAll int[] i,
            @ForAll long[] j,
            @ForAll float[] f,
            @ForAll double[] d)
            throws DataException {
        for (Object array : new Object[] {z, b, s, c, i, j, f, d}) {
            assertThat(Elements.copyOf(array).toArray()).isEqualTo(array);
        }
    }

    @Property(seed = "1")
    void bitsOfAnIntegerAreItsValue(@ForAll byte b, @ForAll short s, @ForAll char c, @ForAll int i, @ForAll long j) {
        assertThat(Elements.copyOf(new byte[] {b}).bits(0)).isEqualTo(b);
        assertThat(Elements.copyOf(new short[] {s}).bits(0)).isEqualTo(s);
        assertThat(Elements.copyOf(new char[] {c}).bits(0)).isEqualTo(c);
        assertThat(Elements.copyOf(new int[] {i}).bits(0)).isEqualTo(i);
        assertThat(Elements.copyOf(new long[] {j}).bits(0)).isEqualTo(j);
    }

    @Property(seed = "1")
    void setBitsUndoesBits(@ForAll JavaType type, @ForAll long word) {
        Elements elements = Elements.copyOf(PrimitiveArray.create(type, 2));
        elements.setBits(1, type == JavaType.BOOLEAN ? word & 1 : word);
        long bits = elements.bits(1);
        elements.setBits(0, bits);

        assertThat(elements.bits(0)).isEqualTo(bits);
        assertThat(elements.slice(0, 1).segment().mismatch(elements.slice(1, 1).segment()))
                .isEqualTo(-1);
    }

    @Test
    void bitsOfAFloatAreItsRawBitsWithoutSign() {
        assertThat(Elements.copyOf(new float[] {-1f}).bits(0)).isEqualTo(0xbf800000L);
    }

    @Test
    void aSliceSharesTheMemory() {
        Elements all = Elements.copyOf(new char[] {'a', 'b', 'c', 'd'});
        all.slice(1, 2).setBits(1, 'x');

        assertThat(all.bits(2)).isEqualTo('x');
        assertThat(all.slice(1, 2).count()).isEqualTo(2);
    }

    @Test
    void anotherLengthOrTypeIsNotCopied() {
        Elements target = Elements.copyOf(new int[3]);

        assertThatThrownBy(() -> target.copyFrom(new int[2]))
                .hasMessage("3 int elements do not match a int array of length 2");
        assertThatThrownBy(() -> target.copyFrom(new float[3]))
                .hasMessage("3 int elements do not match a float array of length 3");
        assertThatThrownBy(() -> target.copyFrom(Elements.copyOf(new int[4])))
                .hasMessage("cannot copy 4 int elements into 3 int elements");
    }

    @Test
    void memoryMustHoldWholeElements() {
        assertThatThrownBy(() -> Elements.in(MemorySegment.ofArray(new byte[6]), JavaType.INT))
                .hasMessage("6 bytes hold no whole number of int elements");
    }

    @Test
    void onlyArraysOfPrimitivesAreTaken() {
        assertThatThrownBy(() -> Elements.copyOf(new String[0]))
                .hasMessage("[Ljava.lang.String; is no array of primitives");
    }
}
