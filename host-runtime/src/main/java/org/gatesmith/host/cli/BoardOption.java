package org.gatesmith.host.cli;

import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.host.UsageException;
import picocli.CommandLine.Option;

/** Which board. */
final class BoardOption {

    @Option(
            names = {"--board", "-b"},
            paramLabel = "B",
            required = true,
            description = "The board: zcu102, u280, vcu1525, or a board file ending in .json.")
    private String name = "";

    Board board() throws UsageException {
        return switch (Boards.named(name)) {
            case BoardLookup.Found found -> found.board();
            case BoardLookup.Failure failure -> throw new UsageException(failure.message());
        };
    }
}
