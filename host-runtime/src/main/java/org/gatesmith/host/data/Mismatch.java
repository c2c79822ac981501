package org.gatesmith.host.data;

import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.JavaType;

/**
 * An element that is not as expected.
 *
 * @param index its row-major index
 * @param position its indices, outermost first
 * @param type its type
 * @param expectedBits its bits, in the representation of {@link Elements#bits(long)}
 * @param actualBits the bits found instead
 */
public record Mismatch(long index, List<Long> position, JavaType type, long expectedBits, long actualBits) {

    public Mismatch {
        position = List.copyOf(position);
    }

    /** For example {@code [3][17]: expected 1.5 (0x3fc00000), got -0.0 (0x80000000)}. */
    public String describe() {
        String place = position.stream().map(i -> "[" + i + "]").collect(Collectors.joining());
        return place + ": expected " + expectedText() + " (" + expectedHex() + "), got " + actualText() + " ("
                + actualHex() + ")";
    }

    /** The expected element as Java prints it. */
    public String expectedText() {
        return Elements.textOf(type, expectedBits);
    }

    /** The expected element's bits in hexadecimal, as wide as the type. */
    public String expectedHex() {
        return Elements.hexOf(type, expectedBits);
    }

    /** The element found, as Java prints it. */
    public String actualText() {
        return Elements.textOf(type, actualBits);
    }

    /** The bits of the element found in hexadecimal. */
    public String actualHex() {
        return Elements.hexOf(type, actualBits);
    }
}
