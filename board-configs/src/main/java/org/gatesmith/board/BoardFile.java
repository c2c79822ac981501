package org.gatesmith.board;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.board.JsonPositions.Position;
import tools.jackson.core.JacksonException;

/** Reads a board file that a user wrote, and says precisely what is wrong with it. */
public final class BoardFile {
    private static final Comparator<BoardProblem> BY_PLACE =
            Comparator.comparingInt(BoardProblem::line).thenComparingInt(BoardProblem::column);

    private BoardFile() {}

    /**
     * Reads and checks a board file: JSON syntax first, then the schema, then what a schema cannot say (names that must
     * agree, sums, orders). Each stage reports all it finds; a later stage runs only on a file that passed the earlier.
     */
    public static BoardLookup read(Path file) {
        String name = file.toString();
        try {
            return check(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            return unreadable(name, "there is no such file");
        } catch (CharacterCodingException e) {
            return unreadable(name, "the file is not UTF-8 text");
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
            return unreadable(name, "the file cannot be read: " + reason);
        }
    }

    static BoardLookup.Invalid unreadable(String file, String reason) {
        return new BoardLookup.Invalid(file, List.of(new BoardProblem(0, 0, "", reason)));
    }

    private static BoardLookup check(String file, String json) {
        JsonPositions positions;
        try {
            positions = JsonPositions.of(json);
        } catch (JacksonException e) {
            return invalid(file, Position.of(e.getLocation()), "this is not valid JSON: " + reason(e));
        }
        return check(file, json, positions);
    }

    private static BoardLookup check(String file, String json, JsonPositions positions) {
        if (positions.isEmpty()) {
            return invalid(file, new Position(1, 1), "the file is empty");
        }
        Position second = positions.secondDocument();
        if (second != null) {
            return invalid(file, second, "there is more text after the end of the board");
        }
        List<BoardProblem> shape = located(BoardSchema.findings(BoardJson.tree(json)), positions);
        if (!shape.isEmpty()) {
            return new BoardLookup.Invalid(file, shape);
        }
        Board board = BoardJson.board(json);
        List<BoardProblem> sense = located(BoardRules.findings(board), positions);
        return sense.isEmpty() ? new BoardLookup.Found(board, json) : new BoardLookup.Invalid(file, sense);
    }

    private static BoardLookup.Invalid invalid(String file, Position position, String message) {
        return new BoardLookup.Invalid(
                file, List.of(new BoardProblem(position.line(), position.column(), "", message)));
    }

    /** The parser's own words, without its remarks on where an open bracket began. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceFirst(" \\((start marker at|for) .*", "");
    }

    private static List<BoardProblem> located(Stream<Finding> findings, JsonPositions positions) {
        return findings.distinct()
                .map(finding -> {
                    Position position = positions.at(finding.pointer());
                    return new BoardProblem(position.line(), position.column(), finding.pointer(), finding.message());
                })
                .sorted(BY_PLACE)
                .toList();
    }
}
