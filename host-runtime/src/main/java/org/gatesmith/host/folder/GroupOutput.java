package org.gatesmith.host.folder;

import java.util.Objects;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.tile.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What a finished group of tiles left in one output.
 *
 * @param slice the elements it produced
 * @param crc32c checksum of them, little-endian, in row-major order of the slice: CRC-32C as eight hexadecimal digits, against
 *     damage and not against forgery
 * @param compared how many of them were compared with the expected values
 * @param mismatches how many of those were outside the tolerance
 * @param maxUlp largest error of those compared, in units in the last place; likewise the other two
 */
public record GroupOutput(
        Slice slice,
        String crc32c,
        long compared,
        long mismatches,
        double maxUlp,
        double maxRelative,
        double maxAbsolute) {

    public GroupOutput {
        Objects.requireNonNull(slice, "slice");
        Objects.requireNonNull(crc32c, "crc32c");
    }

    /** A slice that was compared, or not if there is no comparison. */
    static GroupOutput of(Slice slice, String crc32c, @Nullable Comparison comparison) {
        return comparison == null
                ? new GroupOutput(slice, crc32c, 0, 0, 0, 0, 0)
                : new GroupOutput(
                        slice,
                        crc32c,
                        comparison.elements(),
                        comparison.mismatches(),
                        comparison.maxUlp(),
                        comparison.maxRelative(),
                        comparison.maxAbsolute());
    }
}
