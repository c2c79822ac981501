package org.gatesmith.host.folder;

import java.util.Objects;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.tile.Slice;

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

    /** Elements that nobody compared. */
    public static GroupOutput unverified(Slice slice, String crc32c) {
        return new GroupOutput(slice, crc32c, 0, 0, 0, 0, 0);
    }

    /** Elements that were compared. */
    public static GroupOutput verified(Slice slice, String crc32c, Comparison comparison) {
        return new GroupOutput(
                slice,
                crc32c,
                comparison.elements(),
                comparison.mismatches(),
                comparison.maxUlp(),
                comparison.maxRelative(),
                comparison.maxAbsolute());
    }
}
