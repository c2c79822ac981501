package org.gatesmith.host.cli;

import java.nio.file.Path;
import org.gatesmith.board.BoardFile;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.BoardSheet;
import org.gatesmith.board.BoardTable;
import org.gatesmith.board.Boards;
import org.gatesmith.host.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatesmith boards} and its subcommands. */
@Command(name = "boards", description = "Lists the boards, shows one, or checks a board file.")
final class BoardsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        print(BoardTable.of(Boards.all()));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows what is known of a board.")
    void show(
            @Parameters(paramLabel = "B", description = "Name of a board, or a board file ending in .json.")
                    String name,
            @Option(names = "--json", description = "The board file itself.") boolean json)
            throws UsageException {
        BoardLookup.Found found = found(Boards.named(name));
        print(json ? found.json() : BoardSheet.of(found.board()));
    }

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = "Checks a board file against the schema and its own figures.")
    void validate(@Parameters(paramLabel = "FILE", description = "A board file.") Path file) throws UsageException {
        found(BoardFile.read(file));
        print(file + ": valid");
    }

    private static BoardLookup.Found found(BoardLookup lookup) throws UsageException {
        return switch (lookup) {
            case BoardLookup.Found found -> found;
            case BoardLookup.Failure failure -> throw new UsageException(failure.message());
        };
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text.stripTrailing());
    }
}
