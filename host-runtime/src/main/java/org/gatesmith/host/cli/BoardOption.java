package org.gatesmith.host.cli;

import java.nio.file.Path;
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
        return found().board();
    }

    /** The board with the text of its file. */
    BoardLookup.Found found() throws UsageException {
        return switch (Boards.named(name)) {
            case BoardLookup.Found found -> found;
            case BoardLookup.Failure failure -> throw new UsageException(failure.message());
        };
    }

    /** The name, a file's made absolute: as another command elsewhere has to give it. */
    String argument() {
        return name.endsWith(".json") ? Path.of(name).toAbsolutePath().toString() : name;
    }
}
