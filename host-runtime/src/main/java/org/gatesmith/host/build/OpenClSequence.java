package org.gatesmith.host.build;

import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;
import org.gatesmith.host.UsageException;
import org.gatesmith.vendor.OpenClDesign;
import org.gatesmith.vendor.OpenClScripts;

/** The vendor's commands for OpenCL C, as part of a build. */
final class OpenClSequence {

    private OpenClSequence() {}

    /**
     * The scripts.
     *
     * @param wanted release to write them for; empty for the newest that is possible
     * @throws UsageException that release cannot do it
     */
    static OpenClScripts.Emitted of(OpenClDesign design, Board board, Optional<Release> wanted) throws UsageException {
        return switch (OpenClScripts.emit(design, board, wanted)) {
            case OpenClScripts.Emitted emitted -> emitted;
            case OpenClScripts.Refused refused -> throw new UsageException(refused.problem());
        };
    }
}
