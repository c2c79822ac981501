package org.gatesmith.host.folder;

import java.util.Objects;
import org.gatesmith.host.tile.Slice;

/**
 * What a finished group of tiles left in one output.
 *
 * @param slice the elements it produced
 * @param crc32c checksum of them, little-endian, in row-major order of the slice: CRC-32C as eight hexadecimal digits, against
 *     damage and not against forgery
 * @param compared how many of them were compared with the expected values
 * @param mismatches how many of those were outside the tolerance
 */
public record GroupOutput(Slice slice, String crc32c, long compared, long mismatches) {

    public GroupOutput {
        Objects.requireNonNull(slice, "slice");
        Objects.requireNonNull(crc32c, "crc32c");
    }
}
