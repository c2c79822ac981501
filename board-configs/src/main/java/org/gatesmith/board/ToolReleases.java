package org.gatesmith.board;

import org.jspecify.annotations.Nullable;

/**
 * The tool releases whose device list has the board's part. A bitstream needs a platform as well, see {@link Platforms}.
 *
 * @param first first release with the part
 * @param last last release with the part, null while it is still supported
 * @param source where this comes from
 * @param note doubts and remarks
 */
public record ToolReleases(
        Release first,
        @Nullable Release last,
        String source,
        @Nullable String note) {

    /** Whether the tools of this release know the part. */
    public boolean include(Release release) {
        return release.compareTo(first) >= 0 && (last == null || release.compareTo(last) <= 0);
    }

    /** The range in words: {@code 2019.2 to 2023.2}, or {@code 2020.1 and later}. */
    public String words() {
        return last == null ? first + " and later" : first + " to " + last;
    }
}
