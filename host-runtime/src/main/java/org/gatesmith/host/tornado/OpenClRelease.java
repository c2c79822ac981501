package org.gatesmith.host.tornado;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;

/**
 * The newest release of Vitis that has a platform for a board and is known to compile OpenCL C kernels.
 *
 * @param platform the board's platform for it
 */
public record OpenClRelease(Release release, String platform) {

    /**
     * The last release for which the vendor has examples of OpenCL C kernels: Vitis_Accel_Examples has the folder ocl_kernels in its
     * branches 2019.2 to 2023.1 and in none later. No notice that says so was found.
     */
    static final Release LAST = Release.parse("2023.1");

    /** The first release of Vitis; the one before was SDAccel. */
    private static final Release FIRST = Release.parse("2019.2");

    /** None for a board that Vitis never had a platform for. */
    public static Optional<OpenClRelease> of(Board board) {
        return board.platforms().byRelease().entrySet().stream()
                .filter(entry ->
                        entry.getKey().compareTo(LAST) <= 0 && entry.getKey().compareTo(FIRST) >= 0)
                .max(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> new OpenClRelease(entry.getKey(), entry.getValue().getFirst()));
    }
}
