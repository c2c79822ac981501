package org.gatesmith.vendor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;

/**
 * What a tool release can do for a board, and which release could do more.
 *
 * @param board the board
 * @param release the release that scripts are written for
 */
record ReleaseFit(Board board, Release release) {

    /** The platform to link with; empty if the release cannot link for this board. */
    Optional<String> platform() {
        return hlsProblem().isPresent() ? Optional.empty() : board.platforms().preferred(release);
    }

    /**
     * A platform to link with.
     *
     * @param platform its name
     * @param release the release that has it
     */
    record LinkTarget(String platform, Release release) {}

    /** The platform of this release or, if it has none, the newest there is; empty if no release has one. */
    Optional<LinkTarget> linkTarget() {
        return platform()
                .map(platform -> new LinkTarget(platform, release))
                .or(() -> board.platforms()
                        .newestRelease()
                        .map(newest -> new LinkTarget(
                                board.platforms().preferred(newest).orElseThrow(), newest)));
    }

    /** Why HLS cannot be run, if so. */
    Optional<String> hlsProblem() {
        if (board.toolReleases().include(release)) {
            return Optional.empty();
        }
        return Optional.of(
                "Vitis " + release + " does not know the part " + board.part().name() + " of the " + board.displayName()
                        + ", which is supported by " + board.toolReleases().words() + "." + wayOut());
    }

    /** Why nothing can be linked although HLS works, if so. */
    Optional<String> platformProblem() {
        if (hlsProblem().isPresent() || board.platforms().preferred(release).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("Vitis " + release + " has no platform for the " + board.displayName()
                + ", so it cannot link; HLS works with the part " + board.part().name() + ", and link.cfg is for the"
                + " newest platform there is." + wayOut());
    }

    /** The problems there are. */
    List<String> notes() {
        return Stream.concat(hlsProblem().stream(), platformProblem().stream()).toList();
    }

    /** The releases to be had, for someone who has another one. */
    String supported() {
        return "The " + board.displayName() + " is supported by "
                + board.toolReleases().words() + ".";
    }

    private String wayOut() {
        String newest = board.platforms()
                .newestRelease()
                .map(with -> " The newest release with a platform for it is " + with + ": install that, with "
                        + board.platforms().preferred(with).orElseThrow() + ".")
                .orElse(" No release has a platform for it.");
        String note = board.platforms().note();
        return note == null ? newest : newest + " " + note;
    }
}
