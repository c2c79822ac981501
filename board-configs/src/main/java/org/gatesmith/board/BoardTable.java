package org.gatesmith.board;

import java.util.List;
import java.util.stream.Collectors;

/** The list of boards as a table of plain text. */
public final class BoardTable {
    private static final List<String> HEADING =
            List.of("NAME", "BOARD", "PART", "MEMORY", "MHZ", "VITIS", "PLATFORM UP TO");

    private BoardTable() {}

    /** One line per board under a line of headings, columns aligned, each line ended. */
    public static String of(List<Board> boards) {
        TextColumns table = new TextColumns(TextColumns.Align.LEFT).row(HEADING);
        boards.forEach(board -> table.row(row(board)));
        return table.text();
    }

    private static List<String> row(Board board) {
        return List.of(
                board.name(),
                board.displayName(),
                board.part().name(),
                board.memories().stream()
                        .filter(memory -> memory.kind() != MemoryKind.PLRAM)
                        .map(memory -> Figures.bytes(memory.bytesTotal()) + " "
                                + memory.kind().words())
                        .collect(Collectors.joining(" + ")),
                Figures.plain(board.clocks().kernelDefault()),
                board.toolReleases().words(),
                board.platforms().newestRelease().map(Release::toString).orElse("none"));
    }
}
