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
        return place + ": expected " + text(expectedBits) + ", got " + text(actualBits);
    }

    private String text(long bits) {
        return Elements.textOf(type, bits) + " (" + Elements.hexOf(type, bits) + ")";
    }
}
